"""The history of the entry on the sheet: looked at by keyboard, and earlier words brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.clock import FakeClock
from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.entry import Entry
from trustjournal.errors import StorageFullError
from trustjournal.ui.pages.journal.history.page_part import PageHistory
from trustjournal.ui.pages.journal.history.words import spoken_change
from trustjournal.ui.parts.reader import Place

FIRST = "It rained.\n\nI was late."
SECOND = "It rained a little.\n\nI was late."
THIRD = "It rained a little.\n\nI was late, and nobody minded."


@pytest.fixture
def entry(desk: Desk, clock: FakeClock) -> Entry:
    """An entry written on three days, on the sheet."""
    entry = desk.write("Rain", FIRST, day=date(2026, 3, 10), at=time(9, 30))
    for title, text in (("Rain", SECOND), ("Rain and bread", THIRD)):
        clock.move_on(days=1)
        entry = desk.journal.writing.save(replace(entry, title=title, text=text))
    desk.visit(str(entry.id), cursor=5)
    return entry


def history_of(desk: Desk) -> PageHistory:
    (part,) = desk.page.findChildren(PageHistory)
    return part


def opened(desk: Desk) -> PageHistory:
    desk.page.sheet.bar.history_button.click()
    desk.settle()
    return history_of(desk)


def shown(history: PageHistory) -> str:
    return history.view.reader.toPlainText().replace("\u2009", "")


def marked(history: PageHistory) -> list[tuple[str, str]]:
    return [(place.removed, place.added) for place in history.view.reader.places]


def rows(history: PageHistory) -> list[str]:
    view = history.view.list
    return [str(view.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(view.count())]


def test_versions_are_listed_newest_first_with_their_words(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    assert history.is_open
    assert history.view.isVisible()
    assert not desk.page.sheet.paper.isVisible()
    newest, oldest = rows(history)
    assert newest.startswith("Yesterday, ")
    assert newest.endswith(", 7 words · 2 more")
    assert "Mar" in oldest
    assert oldest.endswith(", 5 words")


def test_the_newest_version_is_compared_with_the_words_as_they_are_now(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    assert marked(history) == [("", " and bread"), ("", ", and nobody minded")]
    reader = history.view.reader
    cursor = reader.textCursor()
    cursor.setPosition(reader.places[1].start + 2)
    assert cursor.charFormat().fontUnderline()
    assert not cursor.charFormat().fontStrikeOut()


def test_the_arrow_keys_choose_and_the_switch_compares_with_the_version_before(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    desk.press(Qt.Key.Key_Down)
    assert marked(history) == [("", " and bread"), ("", " a little"), ("", ", and nobody minded")]
    desk.press(Qt.Key.Key_Up)
    history.view.beside.box.click()
    desk.settle()
    assert marked(history) == [("", " a little")]
    assert shown(history) == f"Rain\n{SECOND}"


def test_what_was_removed_is_struck_through(desk: Desk, entry: Entry) -> None:
    desk.page.sheet.text.set_selection(0, len("It rained a little."))
    desk.type("Sun.")
    desk.pause()
    history = opened(desk)
    history.view.reader.go_to(history.view.reader.places[0], "")
    place = next(place for place in history.view.reader.places if place.removed)
    assert place.removed == "It rained a little"
    cursor = history.view.reader.textCursor()
    cursor.setPosition(place.start + 2)
    assert cursor.charFormat().fontStrikeOut()


def test_f3_goes_from_change_to_change_and_round(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    places = history.view.reader.places
    reached = []
    for _ in range(3):
        desk.press(Qt.Key.Key_F3)
        reached.append(history.view.reader.textCursor().position())
    desk.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    reached.append(history.view.reader.textCursor().position())
    assert reached == [places[0].start, places[1].start, places[0].start, places[1].start]


def test_escape_goes_back_to_the_caret(desk: Desk, entry: Entry) -> None:
    desk.page.sheet.text.setFocus()
    history = opened(desk)
    desk.press(Qt.Key.Key_Escape)
    assert not history.is_open
    assert desk.page.sheet.paper.isVisible()
    assert QApplication.focusWidget() is desk.page.sheet.text
    assert desk.page.sheet.text.cursor_position() == 5
    assert shown(history) == ""


def test_words_typed_a_moment_ago_are_the_words_now(desk: Desk, entry: Entry) -> None:
    desk.page.sheet.text.set_cursor_position(0)
    desk.type("Well. ")
    history = opened(desk)
    assert ("", "Well. ") in marked(history)
    assert desk.stored(entry.id).text.startswith("Well. ")


def test_bringing_a_version_back_keeps_the_words_of_now_first(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    desk.press(Qt.Key.Key_Down)
    history.view.bring_back.click()
    desk.settle()
    assert not history.is_open
    assert desk.stored(entry.id).text == FIRST
    assert desk.stored(entry.id).title == "Rain"
    assert desk.page.sheet.text.text() == FIRST
    found = [desk.journal.history.version(one.id) for one in desk.journal.history.versions(entry.id)]
    assert [one.text for one in found if one is not None] == [THIRD, SECOND, FIRST]


def test_one_click_brings_the_words_before_back_again(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    history.view.bring_back.click()
    desk.settle()
    assert desk.stored(entry.id).text == SECOND
    undo = desk.toasts[-1].on_action
    assert undo is not None
    undo()
    desk.settle()
    assert (desk.stored(entry.id).title, desk.stored(entry.id).text) == ("Rain and bread", THIRD)
    assert desk.page.sheet.head.title.text() == "Rain and bread"


def test_bringing_back_can_be_undone_in_the_text_too(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    history.view.bring_back.click()
    desk.settle()
    desk.page.sheet.text.setFocus()
    QTest.keyClick(desk.page.sheet.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.pause()
    assert desk.stored(entry.id).text == THIRD


def test_the_undo_reaches_the_entry_when_another_one_is_on_the_sheet(desk: Desk, entry: Entry) -> None:
    other = desk.write("Other", "Another one.")
    history = opened(desk)
    history.view.bring_back.click()
    desk.settle()
    undo = desk.toasts[-1].on_action
    assert undo is not None
    desk.visit(str(other.id))
    undo()
    desk.settle()
    assert desk.stored(entry.id).text == THIRD
    assert desk.stored(other.id).text == "Another one."


def test_where_the_words_of_now_cannot_be_kept_nothing_is_replaced(
    desk: Desk, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = opened(desk)

    def refuse(_self: object, _entry: Entry) -> None:
        raise StorageFullError("full")

    monkeypatch.setattr(type(desk.journal.history), "keep_now", refuse)
    history.view.bring_back.click()
    desk.settle()
    assert desk.stored(entry.id).text == THIRD
    assert desk.page.sheet.text.text() == THIRD
    assert desk.toasts[-1].on_action is None


def test_another_entry_on_the_sheet_closes_the_history(desk: Desk, entry: Entry) -> None:
    other = desk.write("Other", "Another one.")
    history = opened(desk)
    desk.visit(str(other.id))
    assert not history.is_open
    assert desk.page.sheet.paper.isVisible()


def test_going_somewhere_on_the_page_leaves_the_history(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    assert history.view.isVisible()
    desk.visit()
    assert not history.view.isVisible()
    assert desk.page.sheet.text.isVisible()


def test_an_entry_without_history_says_so_in_one_sentence(desk: Desk) -> None:
    fresh = desk.write("Fresh", "Just written.")
    desk.visit(str(fresh.id))
    history = opened(desk)
    assert history.view.empty.isVisible()
    assert not history.view.bring_back.isVisible()
    assert QApplication.focusWidget() is history.view.empty.action
    desk.press(Qt.Key.Key_Return)
    assert not history.is_open


def test_copied_words_ask_not_to_be_remembered(desk: Desk, entry: Entry) -> None:
    history = opened(desk)
    history.view.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == f"Rain\n\n{SECOND}"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_the_history_loads_nothing_its_text_names(desk: Desk, clock: FakeClock) -> None:
    entry = desk.write("x", '<img src="file:///etc/hostname"> ![x](file:///etc/hostname)')
    clock.move_on(days=1)
    entry = desk.journal.writing.save(replace(entry, text=entry.text + " more"))
    desk.visit(str(entry.id))
    history = opened(desk)
    assert '<img src="file:///etc/hostname">' in shown(history)


def test_words_are_spoken_with_what_became_of_them() -> None:
    assert spoken_change(Place(0, 5, "the sigh", "a\nlook"), 2, 7) == "Change 2 of 7. Removed: the sigh Added: a look"
