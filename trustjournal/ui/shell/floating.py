"""Whatever stands above a window of ours in a window of its own: menus, tips and dialogs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from shiboken6 import isValid


def hide_what_floats(over: QWidget) -> Sequence[QWidget]:
    """Take everything off the screen but `over`; returns what was there."""
    QToolTip.hideText()
    floating = [
        window
        for window in QApplication.topLevelWidgets()
        if window is not over and window.isVisible() and not window.isAncestorOf(over)
    ]
    for window in floating:
        window.hide()
    return floating


def give_up(floating: Sequence[QWidget]) -> None:
    """End hidden dialogs as if they were cancelled, and take their words from assistive technology, which finds what
    is in hidden windows too. Not while one of them handles a key: its window is gone afterwards."""
    for window in floating:
        if not isValid(window):
            continue
        if isinstance(window, QDialog):
            window.done(QDialog.DialogCode.Rejected.value)
        if window.windowType() != Qt.WindowType.Popup:  # a menu has left with its window
            window.destroy()
