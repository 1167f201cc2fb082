"""The calendar in the left half of the journal page, by keyboard, by mouse and as a screen reader hears it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.change import Changed
from trustjournal.ui.kit.month_grid import MonthGrid, mark_size
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.calendar.page_part import PageCalendar
from trustjournal.ui.parts.entry_line import EntryLine, words_of

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def locale() -> Iterator[None]:
    """A place where weeks begin on Monday."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def part(desk: Desk) -> PageCalendar:
    return desk.page.findChildren(PageCalendar)[0]


def turned(desk: Desk) -> PageCalendar:
    """The calendar, turned to by its keys."""
    desk.press(Qt.Key.Key_D, CONTROL_SHIFT)
    return part(desk)


def listed(calendar: PageCalendar) -> list[str]:
    return [words_of(line.title) for line in calendar.pane.entries.lines() if isinstance(line, EntryLine)]


def said(grid: MonthGrid, day: date) -> str:
    model = grid.model()
    assert model is not None
    cells = [model.index(row, column) for row in range(6) for column in range(7)]
    cell = next(cell for cell in cells if cell.data(Qt.ItemDataRole.UserRole) == day)
    return str(cell.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_day_says_its_date_and_how_much_was_written(desk: Desk, locale: None) -> None:
    desk.write("One", "a")
    desk.write("Two", "b")
    desk.write("Older", "c", day=date(2026, 3, 3))
    desk.visit()
    grid = turned(desk).pane.month
    assert said(grid, date(2026, 3, 10)) == "Tuesday, 10 March 2026, today, 2 entries, open now"
    assert said(grid, date(2026, 3, 3)) == "Tuesday, 3 March 2026, 1 entry"
    assert said(grid, date(2026, 3, 4)) == "Wednesday, 4 March 2026, nothing written"


def test_arrows_go_by_day_and_week_and_pages_by_month_and_year(desk: Desk) -> None:
    desk.write("One", "a", day=date(2026, 1, 31))
    desk.visit()
    calendar = turned(desk)
    assert calendar.pane.month.hasFocus()
    assert calendar.presenter.state.day == date(2026, 1, 31)  # where the open entry is
    none, control, shift = (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    for key, modifier, expected in (
        (Qt.Key.Key_Left, none, date(2026, 1, 30)),
        (Qt.Key.Key_Right, none, date(2026, 1, 31)),
        (Qt.Key.Key_Right, none, date(2026, 2, 1)),
        (Qt.Key.Key_Up, none, date(2026, 1, 25)),
        (Qt.Key.Key_Down, none, date(2026, 2, 1)),
        (Qt.Key.Key_End, none, date(2026, 2, 28)),
        (Qt.Key.Key_Home, none, date(2026, 2, 1)),
        (Qt.Key.Key_PageUp, none, date(2026, 1, 1)),
        (Qt.Key.Key_PageDown, none, date(2026, 2, 1)),
        (Qt.Key.Key_PageUp, control, date(2025, 2, 1)),
        (Qt.Key.Key_PageDown, shift, date(2026, 2, 1)),
    ):
        desk.press(key, modifier)
        assert calendar.presenter.state.day == expected, key


def test_from_right_to_left_the_left_arrow_leads_on(desk: Desk, qapp: QApplication) -> None:
    desk.write("One", "a", day=date(2026, 1, 15))
    desk.visit()
    calendar = turned(desk)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        desk.press(Qt.Key.Key_Left)
        assert calendar.presenter.state.day == date(2026, 1, 16)
        grid = calendar.pane.month
        model = grid.model()
        assert model is not None
        assert grid.visualRect(model.index(1, 0)).left() > grid.visualRect(model.index(1, 6)).left()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_week_begins_as_it_does_where_the_person_lives(desk: Desk, locale: None) -> None:
    desk.write("One", "a")
    desk.visit()
    model = turned(desk).pane.month.model()
    assert model is not None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Mon"
    assert model.index(0, 6).data(Qt.ItemDataRole.UserRole) == date(2026, 3, 1)  # a Sunday
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Sun"


def test_enter_on_a_day_with_one_entry_opens_it(desk: Desk) -> None:
    old = desk.write("Old", "a", day=date(2026, 3, 2))
    desk.write("New", "b")
    desk.visit()
    calendar = turned(desk)
    for _step in range(8):
        desk.press(Qt.Key.Key_Left)
    assert listed(calendar) == ["Old"]
    assert desk.page.place().item != str(old.id)  # looking at a day opens nothing
    desk.press(Qt.Key.Key_Return)
    assert desk.page.place().item == str(old.id)
    assert calendar.presenter.state.opened == date(2026, 3, 2)


def test_enter_on_a_day_with_several_goes_to_its_list(desk: Desk) -> None:
    from datetime import time

    first = desk.write("First", "a", at=time(8))
    desk.write("Second", "b", at=time(9))
    desk.write("Other day", "c", day=date(2026, 3, 2))
    desk.visit(str(first.id))
    calendar = turned(desk)
    desk.press(Qt.Key.Key_Return)
    assert calendar.pane.entries.hasFocus()
    assert listed(calendar) == ["Second", "First"]
    desk.press(Qt.Key.Key_Up)
    assert words_of(desk.line(calendar.pane.entries.current_id() or first.id).title) == "Second"


def test_a_day_without_entries_offers_to_write_for_it(desk: Desk) -> None:
    desk.write("One", "a")
    desk.visit()
    calendar = turned(desk)
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Return)
    assert calendar.pane.write.hasFocus()
    desk.press(Qt.Key.Key_Return)
    desk.type("About yesterday.")
    desk.pause()
    days = dict(desk.journal.calendar.days())
    assert days == {date(2026, 3, 10): 1, date(2026, 3, 9): 1}


def test_a_day_to_come_offers_nothing(desk: Desk) -> None:
    desk.write("One", "a")
    desk.visit()
    calendar = turned(desk)
    desk.press(Qt.Key.Key_Right)
    assert not calendar.pane.write.isVisible()


def test_a_click_on_a_day_does_what_enter_does(desk: Desk) -> None:
    old = desk.write("Old", "a", day=date(2026, 3, 2))
    desk.write("New", "b")
    desk.visit()
    calendar = turned(desk)
    grid = calendar.pane.month
    model = grid.model()
    assert model is not None
    cells = [model.index(row, column) for row in range(6) for column in range(7)]
    cell = next(cell for cell in cells if cell.data(Qt.ItemDataRole.UserRole) == date(2026, 3, 2))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(cell).center())
    desk.settle()
    assert desk.page.place().item == str(old.id)


def test_the_year_says_how_much_each_month_has_and_enter_zooms_in(desk: Desk) -> None:
    desk.write("One", "a", day=date(2026, 1, 5))
    desk.write("Two", "b", day=date(2026, 1, 6))
    desk.visit()
    calendar = turned(desk)
    calendar.pane.heading.click()
    desk.settle()
    assert calendar.pane.year.isVisible()
    model = calendar.pane.year.model()
    assert model is not None
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "January 2026, 2 entries"
    assert model.index(0, 1).data(role) == "February 2026, nothing written"
    calendar.pane.year.setFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert calendar.pane.month.isVisible()
    assert calendar.pane.month.hasFocus()
    assert (calendar.presenter.state.day.year, calendar.presenter.state.day.month) == (2026, 5)


def test_what_is_written_meanwhile_appears_on_its_day(desk: Desk) -> None:
    desk.write("One", "a")
    desk.visit()
    calendar = turned(desk)
    desk.write("Two", "b")
    desk.page.refresh(Changed.ENTRIES)
    desk.settle()
    assert sorted(listed(calendar)) == ["One", "Two"]


def test_the_page_comes_back_to_the_calendar_as_it_was(desk: Desk, make_desk: Callable[[], Desk]) -> None:
    desk.write("One", "a")
    desk.visit()
    turned(desk)
    desk.press(Qt.Key.Key_PageUp)
    again = make_desk()
    again.page.visit(desk.page.place())
    again.settle()
    assert part(again).is_shown
    assert part(again).presenter.state.day == date(2026, 2, 10)
    assert part(again).button.isChecked()


def test_the_heading_of_a_month_leads_to_the_calendar_and_a_search_leads_back(desk: Desk) -> None:
    desk.write("One", "a", day=date(2026, 1, 5))
    desk.visit()
    view = desk.page.list.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, view.rowHeight(0) // 2))
    desk.settle()
    assert part(desk).is_shown
    assert part(desk).presenter.state.day == date(2026, 1, 1)
    QTest.keyClicks(desk.page.list.search, "one")
    QTest.keyClick(desk.page.list.search, Qt.Key.Key_Return)
    desk.settle()
    assert not part(desk).is_shown
    assert desk.listed[1:] == ["One"]


def test_more_writing_has_a_larger_mark_up_to_what_the_eye_can_tell() -> None:
    assert [mark_size(count) for count in (0, 1, 2, 3, 4, 40)] == [0, 1, 2, 2, 3, 3]


@pytest.mark.parametrize("percent", [100, 200])
def test_every_day_has_room_at_any_text_size(desk: Desk, theme: Theme, percent: int) -> None:
    desk.write("One", "a")
    desk.visit()
    calendar = turned(desk)
    theme.set_text_percent(percent)
    QApplication.sendPostedEvents()
    desk.page.grab()
    grid = calendar.pane.month
    model = grid.model()
    assert model is not None
    last = grid.visualRect(model.index(5, 6))
    assert grid.viewport().rect().contains(last)
    assert last.height() >= theme.sp(32)
