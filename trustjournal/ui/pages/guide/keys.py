"""Keys that are heard anywhere on the page of the guide, and how a menu names them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def hear(page: QWidget, keys: str, do: Callable[[], object]) -> None:
    """Do something when the keys are pressed while the keyboard is anywhere on `page`."""
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: do())


def with_keys(words: str, keys: str) -> str:
    """The words of a menu's line with the keys that do the same behind them."""
    return f"{words}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}"
