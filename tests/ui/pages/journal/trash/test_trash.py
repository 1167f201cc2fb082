"""The trash of the journal page, by keyboard: read, restore, and delete for good after a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.fakes.clock import FakeClock
from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.place import Place
from trustjournal.ui.pages.journal.trash.page_part import PageTrash
from trustjournal.ui.pages.journal.trash.presenter import Question


@pytest.fixture
def kept(desk: Desk) -> Entry:
    """An entry that stays."""
    return desk.write("Here", "Not deleted.")


@pytest.fixture
def deleted(desk: Desk, kept: Entry, clock: FakeClock) -> list[Entry]:
    """Three deleted entries, the last deleted first."""
    entries: list[Entry] = []
    for title, text in (("One", "First words."), ("", "Second words."), ("Three", "Third words.")):
        entry = desk.write(title, text)
        clock.move_on(minutes=5)
        desk.journal.writing.delete(entry.id)
        entries.insert(0, entry)
    desk.visit()
    return entries


def trash_of(desk: Desk) -> PageTrash:
    (part,) = desk.page.findChildren(PageTrash)
    return part


def opened(desk: Desk) -> PageTrash:
    trash = trash_of(desk)
    trash.action.trigger()
    desk.settle()
    return trash


def titles(trash: PageTrash) -> list[str]:
    return [trash.view.list.item(row).text() for row in range(trash.view.list.count())]


def test_what_was_deleted_is_listed_and_the_last_one_is_read(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    assert trash.view.isVisible()
    assert not desk.page.list.isVisible()
    assert titles(trash) == ["Three", "Second words.", "One"]
    assert trash.view.reader.toPlainText() == "Three\nThird words."
    assert QApplication.focusWidget() is trash.view.list


def test_arrow_keys_read_one_after_the_other(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    desk.press(Qt.Key.Key_Down)
    assert trash.view.reader.toPlainText() == "Second words."


def test_escape_goes_back_to_the_journal(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    desk.press(Qt.Key.Key_Escape)
    assert not trash.is_shown
    assert desk.page.list.isVisible()
    assert desk.page.sheet.paper.isVisible()
    assert trash.view.reader.toPlainText() == ""


def test_a_restored_entry_is_in_the_list_again_and_can_be_shown(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    trash.view.bring_back.click()
    desk.settle()
    assert titles(trash) == ["Second words.", "One"]
    assert desk.stored(deleted[0].id).text == "Third words."
    show = desk.toasts[-1]
    assert show.on_action is not None
    assert not show.is_undo
    show.on_action()
    desk.page.refresh(Changed.ENTRIES)
    desk.settle()
    assert not trash.is_shown
    assert desk.page.sheet.text.text() == "Third words."
    assert "Three" in desk.listed


def test_deleting_for_good_asks_first_and_the_safe_answer_has_the_keyboard(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    desk.press(Qt.Key.Key_Delete)
    assert trash.view.question.isVisible()
    assert "Backups and copies" in trash.view.question.accessibleName()
    assert QApplication.focusWidget() is trash.view.keep
    desk.press(Qt.Key.Key_Return)
    assert not trash.view.question.isVisible()
    assert desk.journal.trash.count() == 3


def test_escape_takes_the_question_back_and_nothing_else(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    trash.view.delete.click()
    desk.press(Qt.Key.Key_Escape)
    assert trash.is_shown
    assert trash.presenter.state.question is None
    assert desk.journal.trash.count() == 3


def test_the_answer_deletes_that_one_for_good_and_goes_on_to_its_neighbour(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    desk.press(Qt.Key.Key_Down)
    trash.view.delete.click()
    trash.view.sure.click()
    desk.settle()
    assert titles(trash) == ["Three", "One"]
    assert trash.view.reader.toPlainText() == "One\nFirst words."
    assert desk.journal.trash.entry(deleted[1].id) is None


def test_another_entry_takes_the_question_with_it(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    trash.view.delete.click()
    trash.presenter.choose(deleted[1].id)
    desk.settle()
    assert trash.presenter.state.question is None
    assert not trash.view.question.isVisible()


def test_emptying_deletes_all_for_good_and_says_that_nothing_is_there(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    trash.view.empty_it.click()
    assert trash.presenter.state.question is Question.ALL
    trash.view.sure.click()
    desk.settle()
    assert desk.journal.trash.count() == 0
    assert trash.view.empty.isVisible()
    assert not trash.presenter.state.is_emptying
    assert desk.journal.trash.tidy() is False  # all done
    assert len(desk.journal.finding.newest(10)) == 1


def test_a_save_comes_between_while_the_trash_is_emptied(desk: Desk, deleted: list[Entry], kept: Entry) -> None:
    trash = opened(desk)
    trash.view.empty_it.click()
    trash.view.sure.click()
    stored: list[int] = []
    desk.keeper.stored.connect(lambda _entry: stored.append(desk.journal.trash.count()))
    desk.keeper.put(replace(kept, text="More."))
    desk.settle()
    assert stored[0] > 0


def test_the_place_remembers_the_trash_and_what_was_read_in_it(desk: Desk, deleted: list[Entry]) -> None:
    trash = opened(desk)
    desk.press(Qt.Key.Key_Down)
    place = desk.page.place()
    desk.press(Qt.Key.Key_Escape)
    desk.page.visit(place)
    desk.settle()
    assert trash.is_shown
    assert trash.view.reader.toPlainText() == "Second words."
    desk.page.visit(Place("journal", None))
    desk.settle()
    assert not trash.is_shown


def test_in_a_journal_where_all_is_deleted_the_trash_is_still_a_step_away(desk: Desk) -> None:
    entry = desk.write("One", "Only words.")
    desk.visit(str(entry.id))
    desk.page.delete()
    desk.settle()
    trash = trash_of(desk)
    assert trash.button.isVisible()
    trash.button.click()
    desk.settle()
    assert titles(trash) == ["One"]


def test_an_entry_deleted_on_the_page_is_in_the_trash_at_once(
    desk: Desk, deleted: list[Entry], kept: Entry, clock: FakeClock
) -> None:
    clock.move_on(seconds=1)
    desk.visit(str(kept.id))
    desk.page.delete()
    desk.settle()
    trash = opened(desk)
    assert titles(trash)[0] == "Here"


def test_what_deleting_for_good_left_is_taken_away_when_the_journal_is_opened_again(desk: Desk) -> None:
    entry = desk.write("One", "Only words.")
    desk.journal.writing.delete(entry.id)
    desk.journal.trash.delete_for_good(entry.id)
    desk.visit()
    assert desk.journal.trash.tidy() is False
