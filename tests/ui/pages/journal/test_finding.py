"""Finding on the page: the list by months, search while typing, and the keyboard through all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import TextRun
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.entry_line import words_of


def search(desk: Desk, query: str) -> None:
    """Type into the search field and wait for the pause."""
    desk.page.list.search.setFocus()
    QTest.keyClicks(desk.page.list.search, query)
    QTest.keyClick(desk.page.list.search, Qt.Key.Key_Return)


def test_entries_stand_under_their_months_with_counts(desk: Desk) -> None:
    desk.write("March", "m")
    desk.write("Older", "o", day=date(2026, 1, 3))
    desk.write("Newer", "n", day=date(2026, 1, 20))
    desk.visit()
    assert desk.listed == ["2026-03 1", "March", "2026-01 2", "Newer", "Older"]


def test_the_newest_entry_is_on_the_sheet_at_first(desk: Desk) -> None:
    desk.write("Older", "o", day=date(2026, 1, 3))
    newest = desk.write("Newest", "n")
    desk.visit()
    assert desk.page.place().item == str(newest.id)
    assert desk.page.first_focus() is desk.page.list.view


def test_an_empty_journal_says_what_will_be_here_and_offers_the_first_step(desk: Desk) -> None:
    desk.visit()
    assert desk.page.sheet.empty.isVisible()
    assert not desk.page.list.isVisible()
    assert desk.page.first_focus() is desk.page.sheet.empty.action
    desk.page.sheet.empty.action.click()
    desk.settle()
    desk.type("First words.")
    desk.pause()
    assert desk.listed == ["2026-03 1", ""]
    assert desk.page.list.isVisible()


def test_what_is_searched_for_is_marked_in_title_and_text(desk: Desk) -> None:
    entry = desk.write("The door", "He opened the door at last")
    desk.write("Other", "nothing of it")
    desk.visit()
    search(desk, "door")
    desk.settle()
    assert desk.listed == ["2026-03 None", "The door"]
    line = desk.line(entry.id)
    assert TextRun("door", is_hit=True) in line.title
    assert TextRun("door", is_hit=True) in line.excerpt
    assert desk.page.list.note.text().startswith("1 ")


def test_an_answer_to_an_earlier_search_is_dropped(desk: Desk) -> None:
    desk.write("Alpha", "alpha")
    desk.write("Beta", "beta")
    desk.visit()
    search(desk, "alpha")
    desk.page.list.search.clear()
    search(desk, "beta")
    desk.settle()
    assert desk.listed[1:] == ["Beta"]
    assert desk.page.list.search.text() == "beta"


def test_typing_on_is_not_undone_by_the_answer_to_what_was_typed_before(desk: Desk) -> None:
    desk.write("Alpha", "alpha")
    desk.visit()
    search(desk, "al")
    QTest.keyClicks(desk.page.list.search, "p")
    desk.settle()
    assert desk.page.list.search.text() == "alp"


def test_typing_searches_by_itself_after_a_moment(desk: Desk, qtbot: QtBot) -> None:
    desk.write("Alpha", "alpha")
    desk.write("Beta", "beta")
    desk.visit()
    QTest.keyClicks(desk.page.list.search, "bet")
    assert desk.tasks.waiting == 0
    qtbot.waitUntil(lambda: desk.tasks.waiting > 0, timeout=1000)
    desk.settle()
    assert desk.listed[1:] == ["Beta"]


def test_nothing_found_is_said_in_a_sentence_and_escape_shows_everything(desk: Desk) -> None:
    desk.write("Alpha", "alpha")
    desk.visit()
    search(desk, "zebra")
    desk.settle()
    assert desk.listed == []
    assert desk.page.list.note.text().startswith("Nothing found")
    QTest.keyClick(desk.page.list.search, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.page.list.search.text() == ""
    assert desk.listed[1:] == ["Alpha"]
    assert not desk.page.list.note.isVisible()


def test_the_keyboard_goes_from_search_through_the_list_into_the_text(desk: Desk) -> None:
    first, second = desk.write("A", "a"), desk.write("B", "b", day=date(2026, 2, 1))
    desk.visit()
    desk.page.list.search.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert desk.page.place().item == str(first.id)
    desk.press(Qt.Key.Key_Down)  # over the heading of the next month
    assert desk.page.place().item == str(second.id)
    desk.press(Qt.Key.Key_Return)
    assert desk.page.sheet.text.hasFocus()
    desk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.page.sheet.isAncestorOf(desk.page.focusWidget())
    desk.page.list.view.setFocus()
    desk.press(Qt.Key.Key_Home)
    assert desk.page.place().item == str(first.id)
    desk.press(Qt.Key.Key_Up)
    assert desk.page.list.search.hasFocus()


def test_tab_goes_through_the_head_in_the_order_it_is_read(desk: Desk) -> None:
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), title="T", text="t", tags=("a", "b")))
    desk.visit(str(entry.id))
    head = desk.page.sheet.head
    head.title.setFocus()
    named = []
    for _step in range(7):
        focus = desk.page.focusWidget()
        assert focus is not None
        named.append(focus.accessibleName())
        is_text = focus is desk.page.sheet.text  # where Tab writes a tab
        desk.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier if is_text else Qt.KeyboardModifier.NoModifier)
    assert named[0] == "Title"
    assert named[1].startswith("Written ")
    assert named[2].startswith("Star this entry")
    assert named[3:] == ["Remove tag a", "Remove tag b", "Add a person, a tag or a feeling", "Text of the entry"]
    assert desk.page.focusWidget() is desk.page.list.new_button


def test_the_chosen_entry_stays_chosen_when_others_come_and_go(desk: Desk) -> None:
    entry = desk.write("Mine", "m", day=date(2026, 2, 1))
    desk.visit(str(entry.id))
    desk.write("Newer", "n")
    desk.page.refresh(Changed.ENTRIES)
    desk.settle()
    assert desk.listed == ["2026-03 1", "Newer", "2026-02 1", "Mine"]
    assert desk.page.list.view.current_id() == entry.id
    assert desk.page.place().item == str(entry.id)


def test_a_renamed_person_has_the_new_name_in_the_list(desk: Desk) -> None:
    from trustjournal.domain.person import Role

    sam = desk.journal.people.add("Sam", Role.WORK)
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), text="t", people=(sam.id,)))
    desk.visit(str(entry.id))
    desk.journal.people.change(replace(sam, name="Robin"))
    desk.page.refresh(Changed.PEOPLE)
    desk.settle()
    assert desk.line(entry.id).people == ("Robin",)
    assert [chip.text() for chip in desk.page.sheet.head.chips()] == ["Robin"]


def test_a_narrow_page_shows_the_list_or_the_sheet(desk: Desk) -> None:
    entry = desk.write("A", "a")
    desk.visit()
    desk.page.resize(500, 700)
    assert desk.page.list.isVisible()
    assert not desk.page.sheet.isVisible()
    desk.visit(str(entry.id))
    assert desk.page.sheet.isVisible()
    assert not desk.page.list.isVisible()
    desk.page.sheet.list_button.click()
    assert desk.page.list.isVisible()


def test_focus_mode_leaves_the_entry_alone_on_the_page(desk: Desk) -> None:
    entry = desk.write("A", "a")
    desk.page.resize(1060, 800)
    desk.visit(str(entry.id))
    assert desk.page.list.isVisible()
    desk.page.set_quiet(True)
    assert desk.page.sheet.isVisible()
    assert not desk.page.list.isVisible()
    assert not desk.page.sheet.list_button.isVisible()
    desk.page.set_quiet(False)
    assert desk.page.list.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_head_fits_its_column_at_any_text_size_from_either_side(
    desk: Desk, theme: Theme, qapp: QApplication, percent: int, direction: Qt.LayoutDirection
) -> None:
    tags = tuple(f"a longer tag {number}" for number in range(8))
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), title="T", text="t", tags=tags))
    desk.visit(str(entry.id))
    qapp.setLayoutDirection(direction)
    try:
        theme.set_text_percent(percent)
        QApplication.sendPostedEvents()
        desk.page.grab()
        head = desk.page.sheet.head
        assert head.rect().contains(head.title.geometry())
        bottoms = [chip.mapTo(head, chip.rect().bottomLeft()).y() for chip in head.chips()]
        rights = [chip.mapTo(head, chip.rect().topRight()).x() for chip in head.chips()]
        assert max(bottoms) < head.height()
        assert max(rights) <= head.width()
        assert desk.page.sheet.text.geometry().top() == head.geometry().bottom() + 1
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_splitter_is_where_it_was(desk: Desk, make_desk: Callable[[], Desk]) -> None:
    entry = desk.write("A", "a")
    desk.visit(str(entry.id), list=400)
    again = make_desk()
    again.page.visit(desk.page.place())
    again.settle()
    assert again.page.list.width() == 400


def test_a_screen_reader_hears_all_a_row_says(desk: Desk) -> None:
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), title="The key", text="x", tags=("calm",)))
    desk.visit(str(entry.id))
    index = desk.page.list.view.currentIndex()
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("The key. ")
    assert "2026" in said
    assert "calm" in said
    assert words_of(desk.line(entry.id).excerpt) == "x"
