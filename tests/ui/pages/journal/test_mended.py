"""What a newcomer stumbled over on the journal page, and does no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.journal.conftest import Desk
from trustjournal.ui.pages.journal.sheet.link_popover import LinkPopover
from trustjournal.ui.parts.entry_line import words_of


def test_undoing_the_deletion_of_what_is_gone_for_good_says_so(desk: Desk) -> None:
    kept = desk.write("Title", "words")
    desk.visit(str(kept.id))
    desk.page.delete()
    desk.settle()
    desk.journal.trash.delete_for_good(kept.id)
    (undo,) = (toast.on_action for toast in desk.toasts if toast.action_text == "Undo")
    assert undo is not None
    undo()
    desk.settle()
    assert "deleted for good" in desk.toasts[-1].text


def test_the_delete_key_in_the_list_moves_an_entry_to_the_trash(desk: Desk) -> None:
    kept = desk.write("Title", "words")
    desk.visit(str(kept.id))
    desk.page.list.view.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert desk.journal.finding.count() == 0
    assert desk.journal.trash.count() == 1


def test_a_link_somebody_follows_is_shown_and_not_opened(desk: Desk) -> None:
    desk.visit(str(desk.write("Title", "see [it](https://example.org/x)").id))
    desk.page.sheet.text.link_activated.emit("https://example.org/x")
    assert "https://example.org/x" in desk.toasts[-1].text
    assert desk.toasts[-1].on_action is not None
    desk.toasts[-1].on_action()
    assert QApplication.clipboard().text() == "https://example.org/x"


def test_an_entry_without_words_is_no_empty_row(desk: Desk) -> None:
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), feelings=("calm",)))
    desk.visit()
    assert words_of(desk.line(entry.id).excerpt) == "No words yet"


def test_a_name_with_a_capital_letter_is_a_person_first(desk: Desk) -> None:
    kept = desk.write("Title", "words")
    desk.visit(str(kept.id))
    for typed in ("Anna", "sleep"):
        desk.page.sheet.head.meta.add_link()
        (popover,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, LinkPopover) and one.isVisible())
        QTest.keyClicks(popover.field, typed)
        QTest.keyClick(popover.field, Qt.Key.Key_Return)
        popover.close()
        desk.settle()
    assert [person.name for person in desk.journal.people.people()] == ["Anna"]
    assert desk.stored(kept.id).tags == ("sleep",)


def test_a_long_tag_can_be_taken_away_and_says_all_of_itself(desk: Desk) -> None:
    tag = "x" * 200
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), text="words", tags=(tag,)))
    desk.visit(str(entry.id))
    (chip,) = desk.page.sheet.head.chips()
    assert chip.width() <= desk.page.sheet.head.meta.width()
    face = chip.focusProxy()
    assert face is not None
    assert tag in face.toolTip()


def test_a_page_that_goes_leaves_no_window_behind(make_desk: Callable[[], Desk]) -> None:
    before = set(QApplication.topLevelWidgets())
    desk = make_desk()
    desk.visit()
    loose = [one for one in QApplication.topLevelWidgets() if one not in before and one is not desk.page]
    ours = [type(one).__name__ for one in loose if one.parent() is None and type(one).__module__.startswith("trust")]
    assert ours == []
