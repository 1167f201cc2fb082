"""When an entry was written, changed by typing, and what becomes of it when the person goes elsewhere."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from trustjournal.domain.moment import Moment
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.sheet.moment_popover import MomentPopover

OLD = Moment.on_the_wall(date(2026, 3, 10), time(9, 30), "Europe/Rome")


@pytest.fixture
def changes() -> list[Moment]:
    return []


@pytest.fixture
def popover(qtbot: QtBot, theme: Theme, changes: list[Moment]) -> MomentPopover:
    anchor = QPushButton("10 March 2026")
    qtbot.addWidget(anchor, before_close_func=lambda _widget: anchor.hide())
    anchor.show()
    popover = MomentPopover(anchor, theme, OLD)
    popover.moment_changed.connect(changes.append)
    popover.open_below()
    qtbot.waitExposed(popover)
    return popover


def typed(popover: MomentPopover, digits: str) -> None:
    QTest.keyClicks(popover.day, digits)


def test_digits_typed_at_once_are_the_day(popover: MomentPopover, changes: list[Moment]) -> None:
    assert popover.focusWidget() is popover.day
    typed(popover, "21")
    QTest.keyClick(popover.day, Qt.Key.Key_Return)
    assert changes == [Moment.on_the_wall(date(2026, 3, 21), time(9, 30), "Europe/Rome")]


def test_a_click_elsewhere_means_what_was_typed(popover: MomentPopover, changes: list[Moment]) -> None:
    typed(popover, "21")
    QTest.mousePress(popover, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))
    assert QApplication.activePopupWidget() is None
    assert [moment.day for moment in changes] == [date(2026, 3, 21)]


def test_escape_leaves_the_entry_as_it_was(popover: MomentPopover, changes: list[Moment]) -> None:
    typed(popover, "21")
    QTest.keyClick(popover.day, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert changes == []


def test_going_elsewhere_with_nothing_typed_changes_nothing(popover: MomentPopover, changes: list[Moment]) -> None:
    popover.close()
    assert changes == []
