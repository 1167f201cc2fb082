"""Where one is in the column that is read: goes to a place in it, and tells how far down one is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import S16

KEEPS_FREE = 40
"""Pixels at 100 % text over and under what is brought into sight."""


class Bookmark(QObject):
    """A goal is reached again while the texts find their heights, until the person moves by themselves."""

    def __init__(self, area: QScrollArea, page: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._page = page
        self._goal: Callable[[], int] | None = None
        self._is_going = False
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._reach_goal)
        bar.valueChanged.connect(self._on_bar_value_changed)

    def far(self) -> int:
        """How far down one is, in thousandths: pixels would not survive another text size."""
        bar = self._area.verticalScrollBar()
        return round(1000 * bar.value() / bar.maximum()) if bar.maximum() else 0

    def go_far(self, thousandths: int) -> None:
        """Go so far down."""
        bar = self._area.verticalScrollBar()
        self._go(lambda: round(bar.maximum() * thousandths / 1000))

    def go_to_top_of(self, view: QWidget) -> None:
        """Go to where a widget in the column begins."""
        self._go(lambda: self._top_of(view, view.rect()) - S16)

    def go_to(self, view: QWidget, where: Callable[[], QRect]) -> None:
        """Go so that a rectangle of a widget in the column is seen, in the upper part where there is room."""
        self._go(lambda: self._top_of(view, where()) - self._area.viewport().height() // 4)

    def keep_in_sight(self, view: QWidget, where: QRect) -> None:
        """Scroll no more than is needed to see a rectangle of a widget in the column."""
        self.stay()
        self._area.ensureVisible(0, self._top_of(view, where) + where.height() // 2, 0, scaled(KEEPS_FREE))

    def stay(self) -> None:
        """From now on the person decides."""
        self._goal = None

    def _top_of(self, view: QWidget, where: QRect) -> int:
        return self._page.y() + view.mapTo(self._page, where.topLeft()).y()

    def _go(self, goal: Callable[[], int]) -> None:
        self._goal = goal
        self._reach_goal()

    def _reach_goal(self) -> None:
        if self._goal is not None:
            self._is_going = True
            self._area.verticalScrollBar().setValue(self._goal())
            self._is_going = False

    def _on_bar_value_changed(self) -> None:
        if not self._is_going:
            self.stay()
