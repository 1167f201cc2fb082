"""The Tab key goes through widgets as they stand, whenever they were made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.tab_order import tab_as_laid_out
from trustjournal.ui.kit.wrapped_check import WrappedCheck


def _way(first: QWidget, key: Qt.Key) -> list[QWidget]:
    first.setFocus()
    way: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in way:
        way.append(focus)
        QTest.keyClick(focus, key)
    return way


def test_what_was_made_last_and_stands_first_comes_first_and_nothing_catches_tab(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    last = QLineEdit()
    inside, check, chip, first = QLineEdit(), WrappedCheck("Tick"), Chip("Word", clickable=True), QLineEdit()
    scroll = ScrollColumn()
    for widget in (check, inside, chip):
        scroll.body.addWidget(widget)
    column = QVBoxLayout(window)
    for shown in (first, scroll, last):
        column.addWidget(shown)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    tab_as_laid_out(window)

    wanted = [first, check.box, inside, chip.focusProxy(), last]
    assert _way(first, Qt.Key.Key_Tab) == wanted
    assert _way(first, Qt.Key.Key_Backtab) == [first, *reversed(wanted[1:])]
