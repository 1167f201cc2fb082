"""Has the Tab key go through widgets as they stand under each other, also those that were put in later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_laid_out(root: QWidget) -> None:
    """Let Tab follow the layouts inside `root`; by itself Qt follows the order in which widgets were made."""
    for before, after in pairwise(_in_widget(root)):
        QWidget.setTabOrder(before, after)


def _in_widget(widget: QWidget) -> Iterator[QWidget]:
    proxy: QWidget | None = widget.focusProxy()
    if proxy is not None and widget.isAncestorOf(proxy):
        # Qt takes what is inside along, but passes over a widget that says it takes no focus.
        widget.setFocusPolicy(proxy.focusPolicy())
        yield widget
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and proxy is None:
        yield widget
    if isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield from _in_widget(inside)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _in_widget(widget)
        elif (inside := item.layout()) is not None:
            yield from _in_layout(inside)
