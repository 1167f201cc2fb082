"""The timeline page: graph and table, the ways out of it, and how it looks with much, little and nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.ui.pages.timeline.conftest import TODAY, LogWeeks
from trustjournal.domain.change import Changed
from trustjournal.domain.mood import Mood
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.chart.lane_chart import LaneChart
from trustjournal.ui.kit.chart.series_toggle import SeriesToggle
from trustjournal.ui.kit.empty_state import EmptyState
from trustjournal.ui.pages.timeline.page import TimelinePage


def _visit(page: TimelinePage, **view: str | int | bool | None) -> None:
    page.visit(Place("timeline", view=view))
    page.show()


def _the(page: TimelinePage, kind: type[QWidget]) -> QWidget:
    found = page.findChild(kind)
    assert isinstance(found, kind)
    return found


def _chart(page: TimelinePage) -> LaneChart:
    chart = _the(page, LaneChart)
    assert isinstance(chart, LaneChart)
    return chart


def _words(page: TimelinePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_an_empty_journal_says_what_will_be_here_and_goes_to_today(qtbot: QtBot, page: TimelinePage) -> None:
    _visit(page)
    assert not _chart(page).isVisible()
    empty = _the(page, EmptyState)
    assert isinstance(empty, EmptyState)
    assert page.first_focus() is empty.action
    with qtbot.waitSignal(page.go_requested) as went:
        QTest.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert went.args == [Place("today")]


def test_one_check_in_is_drawn_and_called_a_first_dot(page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(1, "Alex")
    _visit(page)
    assert _chart(page).isVisible()
    assert any("first dots" in text for text in _words(page))
    assert any("Shows the moments you logged, not the whole week." in text for text in _words(page))


def test_little_to_draw_makes_a_low_card(qtbot: QtBot, page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(1, "Alex")
    _visit(page)
    qtbot.waitUntil(lambda: _chart(page).height() > 100)
    assert _chart(page).height() <= _chart(page).comfortable_height()


def test_a_stretch_without_anything_says_so_and_keeps_the_way_back(page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(1, "Alex")
    _visit(page, span="month", until="2024-06-01")
    assert "Nothing was noted in this time." in _words(page)
    later = next(button for button in page.findChildren(QWidget) if button.accessibleName() == "Later")
    assert later.isEnabled()


def test_how_many_is_said_for_every_person(page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(10, "Alex", "Sam", not_sure=2)
    _visit(page)
    names = [toggle.accessibleName() for toggle in page.findChildren(SeriesToggle)]
    assert names == ["Alex, 8 ratings, 2 not sure", "Sam, 8 ratings, 2 not sure"]


def test_enter_on_a_day_with_writing_opens_the_entry(
    qtbot: QtBot, page: TimelinePage, write_on: Callable[[date], str]
) -> None:
    entry = write_on(TODAY - timedelta(days=3))
    _visit(page)
    QTest.keyClick(_chart(page), Qt.Key.Key_End)
    with qtbot.waitSignal(page.go_requested) as went:
        QTest.keyClick(_chart(page), Qt.Key.Key_Return)
    assert went.args == [Place("journal", entry)]


def test_the_table_shows_the_same_and_opens_the_same(
    qtbot: QtBot, page: TimelinePage, write_on: Callable[[date], str], log_weeks: LogWeeks
) -> None:
    log_weeks(2, "Alex")
    entry = write_on(TODAY)
    _visit(page)
    button = next(found for found in page.findChildren(Button) if found.text() == "Show as table")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    table = _the(page, QTableView)
    assert isinstance(table, QTableView)
    assert table.isVisible()
    assert not _chart(page).isVisible()
    assert table.model().rowCount() == 5
    assert page.first_focus() is table
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(page.go_requested) as went:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert went.args == [Place("journal", entry)]
    table.setCurrentIndex(table.model().index(1, 0))
    with qtbot.assertNotEmitted(page.go_requested):
        QTest.keyClick(table, Qt.Key.Key_Return)


LONG_NAME = "Mara wombatcanary of the long name"


def _shown_as_table(page: TimelinePage) -> QTableView:
    _visit(page)
    next(found for found in page.findChildren(Button) if found.text() == "Show as table").click()
    table = _the(page, QTableView)
    assert isinstance(table, QTableView)
    QApplication.processEvents()
    return table


@pytest.mark.parametrize("width", [400, 790, 1068])
@pytest.mark.parametrize("letters", [10, 26])
def test_the_table_cuts_no_words_and_scrolls_where_they_need_more_room(
    qtbot: QtBot,
    page: TimelinePage,
    write_on: Callable[[date], str],
    log_weeks: LogWeeks,
    width: int,
    letters: int,
) -> None:
    log_weeks(30, "Al", LONG_NAME)
    write_on(TODAY)
    page.resize(width, 820)
    table = _shown_as_table(page)
    font = table.font()
    font.setPointSize(letters)
    table.setFont(font)
    cells = [table.model().index(row, column) for row in range(table.model().rowCount()) for column in range(4)]

    def everything_can_be_seen() -> None:
        for cell in cells:
            assert table.sizeHintForIndex(cell).width() <= table.columnWidth(cell.column())
        beyond = sum(table.columnWidth(column) for column in range(4)) - table.viewport().width()
        assert table.horizontalScrollBar().maximum() == beyond >= 0

    qtbot.waitUntil(everything_can_be_seen)


def test_a_rating_has_a_dash_for_a_time_and_a_word_for_those_who_listen(
    page: TimelinePage, log_weeks: LogWeeks
) -> None:
    log_weeks(1, "Alex")
    model = _shown_as_table(page).model()
    rating = next(row for row in range(model.rowCount()) if model.index(row, 2).data() == "Trust: Alex")
    assert model.index(rating, 1).data() == "—"
    assert model.index(rating, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "no time of day"
    assert "—" not in model.index(rating, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_person_can_be_left_out_of_the_picture(page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(3, "Alex", "Sam")
    _visit(page)
    assert [lane.title for lane in _chart(page).data.lanes] == ["Mood", "Alex", "Sam", "Writing"]
    QTest.mouseClick(page.findChildren(SeriesToggle)[0], Qt.MouseButton.LeftButton)
    assert [lane.title for lane in _chart(page).data.lanes] == ["Mood", "Sam", "Writing"]


def test_with_four_drawn_a_fifth_has_to_wait(page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(2, "A", "B", "C", "D", "E")
    _visit(page)
    assert [toggle.isEnabled() for toggle in page.findChildren(SeriesToggle)] == [True] * 4 + [False]
    assert "Four people can be drawn at once." in _words(page)


def test_the_place_remembers_the_cursor_and_visiting_it_puts_it_back(page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(5, "Alex")
    _visit(page)
    QTest.keyClick(_chart(page), Qt.Key.Key_Home)
    place = page.place()
    assert place.page == "timeline"
    assert place.view["day"] == (TODAY - timedelta(days=29)).isoformat()
    QTest.keyClick(_chart(page), Qt.Key.Key_Escape)
    page.visit(place)
    assert _chart(page).cursor_day == TODAY - timedelta(days=29)


def test_a_check_in_made_elsewhere_appears(
    page: TimelinePage, journal: Journal, clock: FakeClock, log_weeks: LogWeeks
) -> None:
    log_weeks(1, "Alex")
    _visit(page)
    clock.set(TODAY)
    journal.checking_in.save(Mood(0, 0), (), {})
    page.refresh(Changed.CHECK_INS)
    assert "2 moods" in _chart(page).accessibleDescription()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_page_paints_either_way_round(
    page: TimelinePage, log_weeks: LogWeeks, direction: Qt.LayoutDirection
) -> None:
    log_weeks(12, "Alex", "Sam")
    page.setLayoutDirection(direction)
    _visit(page)
    assert not page.grab().isNull()


def test_every_control_has_a_name(page: TimelinePage, log_weeks: LogWeeks) -> None:
    log_weeks(2, "Alex")
    _visit(page)
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]
    assert nameless == []
