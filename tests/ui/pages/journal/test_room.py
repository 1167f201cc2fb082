"""What was seen on pictures of the page and mended: words that were cut off, floated, or did not line up."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages.journal.conftest import Desk
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.calendar.page_part import PageCalendar
from trustjournal.ui.pages.journal.searching.chips import SHOWN, ChipRow
from trustjournal.ui.pages.journal.searching.offer_popover import OfferPopover
from trustjournal.ui.pages.journal.searching.offers import Category
from trustjournal.ui.pages.journal.searching.searching import Searching
from trustjournal.ui.pages.journal.trash.view import TrashView
from trustjournal.ui.parts.reader import Reader


def chips(desk: Desk) -> ChipRow:
    return desk.page.findChildren(ChipRow)[0]


def of_march(desk: Desk, day: int, *, is_year: bool = False) -> PageCalendar:
    """The calendar on a day of March."""
    desk.visit(calendar=date(2026, 3, day).isoformat(), calendar_year=is_year)
    return desk.page.findChildren(PageCalendar)[0]


def test_lines_of_a_reader_end_where_it_ends_whatever_its_width(qtbot: QtBot, theme: Theme) -> None:
    reader = Reader(theme, "Words")
    qtbot.addWidget(reader)
    reader.show_words("Title", "Some words that go on for a while. " * 30)
    reader.show()
    assert reader.document().textWidth() == reader.viewport().width()
    for width in (500, 1400, 1200, 300):
        reader.resize(width, 600)
        assert reader.document().textWidth() == reader.viewport().width()


def test_the_title_lines_up_with_the_text(desk: Desk) -> None:
    desk.visit(str(desk.write("Title", "words").id))
    desk.page.resize(desk.page.width() - 1, desk.page.height())
    desk.settle()
    assert desk.page.sheet.head.title.textMargins().left() == -2


@pytest.mark.parametrize("is_year", [False, True])
def test_what_is_said_of_a_day_without_entries_stays_together(desk: Desk, *, is_year: bool) -> None:
    desk.write("One", "a")
    pane = of_march(desk, 4, is_year=is_year).pane
    assert pane.write.isVisible()
    assert pane.write.y() - pane.day.geometry().bottom() < 2 * pane.write.height()
    assert pane.day.height() < 2 * pane.fontMetrics().height()


def test_the_arrows_of_the_calendar_stay_where_they_are_whatever_the_month_is_called(desk: Desk) -> None:
    desk.write("One", "a")
    pane = of_march(desk, 4).pane
    places = (pane.back.x(), pane.on.x())
    pane.heading.click()  # “2026” is shorter than “March 2026”
    desk.settle()
    assert (pane.back.x(), pane.on.x()) == places


def test_the_title_of_an_empty_trash_stays_at_the_top(desk: Desk) -> None:
    desk.write("Here", "Not deleted.")
    desk.visit(trash="")
    view = desk.page.findChildren(TrashView)[0]
    assert view.isVisible()
    assert view.back.mapTo(view, QPoint(0, 0)).y() < view.back.height()


def test_filters_without_room_in_the_row_are_under_more(desk: Desk) -> None:
    desk.write("One", "a")
    desk.visit()
    row = chips(desk)
    desk.page.halves.list_width = 240
    desk.page.halves.fit()
    desk.settle()
    hidden = [category for category in SHOWN if row.adder(category).isHidden()]
    assert Category.DATE in hidden
    assert Category.PERSON not in hidden
    assert row.height() < 2 * row.more.height()
    row.more.clicked.emit()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Date…" in [action.text() for action in menu.actions()]
    menu.close()
    desk.page.halves.list_width = 600
    desk.page.halves.fit()
    desk.settle()
    assert not any(row.adder(category).isHidden() for category in SHOWN)


def test_in_a_very_narrow_list_the_button_for_a_new_entry_keeps_its_sign_and_its_name(desk: Desk) -> None:
    desk.write("One", "a")
    desk.visit()
    button = desk.page.list.new_button
    assert button.text() == "New entry"
    desk.page.list.setMinimumWidth(0)
    desk.page.list.resize(130, 600)
    assert button.text() == ""
    assert button.accessibleName() == "New entry (Ctrl+N)"


def test_where_nothing_is_found_the_keyboard_stays_at_the_search_field(desk: Desk) -> None:
    desk.write("One", "a")
    desk.visit()
    pane = desk.page.list
    pane.search.setFocus()
    pane.search.put("nowhere")
    desk.settle()
    desk.press(Qt.Key.Key_Down)
    assert pane.search.hasFocus()
    assert pane.front is pane.search
    assert pane.view.focusPolicy() is Qt.FocusPolicy.NoFocus
    pane.search.put("")
    desk.settle()
    desk.press(Qt.Key.Key_Down)
    assert pane.view.hasFocus()


def test_what_can_be_chosen_to_search_for_is_not_cut_off(desk: Desk) -> None:
    desk.visit()
    (searching,) = desk.page.findChildren(Searching)
    searching.chips.category_requested.emit(Category.MOOD, searching.chips.more)
    (popover,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, OfferPopover) and one.isVisible())
    assert popover.list.viewport().width() >= popover.list.sizeHintForColumn(0)
    assert popover.width() > scaled(280)
    popover.close()


def test_later_rows_can_begin_further_in(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=0, indent=5)
    buttons = [QPushButton() for _ in range(3)]
    for button in buttons:
        button.setFixedSize(40, 20)
        flow.addWidget(button)
    box.resize(60, 100)
    box.show()
    assert [button.x() for button in buttons] == [0, 5, 5]


def test_the_signs_in_the_search_field_grow_with_the_letters_and_the_words_end_before_them(
    desk: Desk, theme: Theme
) -> None:
    desk.visit()
    field = desk.page.list.search
    assert not field.cross.isVisible()
    field.put("door")
    size, margin = field.cross.iconSize(), field.textMargins().right()
    assert field.cross.geometry().right() < field.question.x()
    assert margin >= field.cross.width() + field.question.width()
    theme.set_text_percent(200)
    assert field.cross.iconSize() == size * 2
    assert field.textMargins().right() > margin
    theme.set_text_percent(100)
    field.cross.click()
    assert field.query == ""
    assert not field.cross.isVisible()


def test_where_the_trash_has_no_room_beside_the_reader_a_whole_row_of_it_is_seen(desk: Desk) -> None:
    for title in ("One", "Two", "Three"):
        desk.journal.writing.delete(desk.write(title, "words").id)
    desk.page.resize(600, 700)
    desk.visit(trash="")
    view = desk.page.findChildren(TrashView)[0]
    row = view.list.visualRect(view.list.model().index(0, 0))
    assert view.list.viewport().height() >= 2 * row.height()
