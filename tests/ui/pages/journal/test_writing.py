"""Writing on the page: words are kept, honestly said to be, and survive whatever the person does next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.person import Role
from trustjournal.domain.prompt import Intensity
from trustjournal.errors import StorageFullError
from trustjournal.ui.pages.journal.sheet.link_popover import LinkPopover
from trustjournal.ui.pages.journal.sheet.moment_popover import MomentPopover
from trustjournal.ui.parts.save_keeper import SavePhase

CTRL = Qt.KeyboardModifier.ControlModifier


def the_only(desk: Desk) -> EntryId:
    (summary,) = desk.journal.finding.newest(10)
    return summary.id


def test_a_new_entry_is_stored_after_a_pause_and_appears_in_the_list(desk: Desk) -> None:
    desk.visit("new")
    desk.type("Good evening.")
    desk.pause()
    assert desk.stored(the_only(desk)).text == "Good evening."
    assert desk.listed == ["2026-03 1", ""]
    assert desk.page.list.view.current_id() == the_only(desk)


def test_words_are_saved_within_a_second_of_a_pause(desk: Desk, qtbot: QtBot) -> None:
    desk.visit("new")
    desk.type("word")

    def is_stored() -> bool:
        desk.settle()
        return desk.journal.finding.count() == 1

    qtbot.waitUntil(is_stored, timeout=1000)
    assert desk.stored(the_only(desk)).text == "word"


def test_saved_is_said_only_after_the_commit(desk: Desk) -> None:
    desk.visit("new")
    desk.type("a b c")
    assert desk.status.startswith("Saving…")
    desk.page.settle()
    assert desk.status.startswith("Saving…")
    desk.settle()
    assert desk.status.startswith("Saved · 3 ")


def test_typing_on_says_saving_until_that_is_saved_too(desk: Desk) -> None:
    desk.visit("new")
    desk.type("a")
    desk.pause()
    desk.type("b")
    assert desk.status.startswith("Saving…")


def test_an_entry_nobody_wrote_in_leaves_no_trace(desk: Desk) -> None:
    old = desk.write("Old", "words")
    desk.visit("new")
    desk.pause()
    desk.visit(str(old.id))
    assert desk.journal.finding.count() == 1
    assert desk.listed == ["2026-03 1", "Old"]


def test_words_that_were_taken_back_before_a_pause_are_not_even_tried_to_be_saved(desk: Desk) -> None:
    desk.visit("new")
    desk.type("a")
    QTest.keyClick(desk.page.sheet.text, Qt.Key.Key_Backspace)
    desk.pause()
    assert desk.keeper.state.phase is SavePhase.IDLE
    assert "Saving" not in desk.status
    desk.page.delete()
    desk.settle()
    assert desk.toasts == []  # nothing was stored, so there is nothing to delete or to bring back


def test_several_entries_on_one_day_stand_side_by_side(desk: Desk) -> None:
    for words in ("one", "two"):
        desk.visit("new")
        desk.type(words)
        desk.pause()
        desk.clock.move_on(minutes=5)
    assert desk.listed == ["2026-03 2", "", ""]


def test_caret_and_undo_survive_being_saved(desk: Desk, qtbot: QtBot) -> None:
    entry = desk.write("A", "first last")
    desk.visit(str(entry.id))
    text = desk.page.sheet.text
    text.set_cursor_position(6)
    desk.type("typed ")
    desk.pause()
    assert desk.stored(entry.id).text == "first typed last"
    assert text.cursor_position() == 12
    qtbot.keySequence(text, QKeySequence(QKeySequence.StandardKey.Undo))
    assert text.text() == "first last"
    qtbot.keySequence(text, QKeySequence(QKeySequence.StandardKey.Redo))
    assert text.text() == "first typed last"


def test_a_save_that_fails_is_said_and_can_be_tried_again(desk: Desk) -> None:
    desk.visit("new")
    desk.refusal.append(StorageFullError())
    desk.type("precious")
    desk.pause()
    assert desk.status.startswith("Not saved: ")
    assert desk.page.sheet.retry_button.isVisible()
    desk.refusal.clear()
    desk.page.sheet.retry_button.click()
    desk.settle()
    assert desk.status.startswith("Saved")
    assert not desk.page.sheet.retry_button.isVisible()
    assert desk.stored(the_only(desk)).text == "precious"


def test_what_could_not_be_saved_is_there_when_the_person_comes_back_to_it(desk: Desk) -> None:
    first, second = desk.write("A", "a"), desk.write("B", "b")
    desk.visit(str(first.id))
    desk.refusal.append(StorageFullError())
    desk.type("unsaved ")
    desk.visit(str(second.id))
    desk.visit(str(first.id))
    assert desk.page.sheet.text.text() == "unsaved a"


def test_nothing_is_lost_when_entries_are_switched_while_a_save_runs(desk: Desk) -> None:
    entries = [desk.write(name, name.lower()) for name in "ABC"]
    desk.visit(str(entries[0].id))
    for _round in range(2):
        for entry in entries:
            desk.page.visit(replace(desk.page.place(), item=str(entry.id), view={}))
            desk.tasks.all() if entry is entries[1] else None
            while desk.page.place().item != str(entry.id):
                desk.tasks.step()
            desk.type("x")
    desk.page.settle()
    desk.settle()
    assert [desk.stored(entry.id).text for entry in entries] == ["xxa", "xxb", "xxc"]


def test_words_typed_while_the_next_entry_is_read_belong_to_the_one_they_were_typed_in(desk: Desk) -> None:
    first, second = desk.write("A", "a"), desk.write("B", "b")
    desk.visit(str(first.id))
    desk.page.visit(replace(desk.page.place(), item=str(second.id), view={}))
    desk.type("late ")
    desk.settle()
    assert desk.stored(first.id).text == "late a"
    assert desk.page.sheet.text.text() == "b"


def test_words_written_over_a_newer_version_become_an_entry_of_their_own(desk: Desk) -> None:
    entry = desk.write("A", "first")
    desk.visit(str(entry.id))
    desk.journal.writing.save(replace(entry, text="changed elsewhere"))
    desk.type("mine ")
    desk.pause()
    desk.type("and more ")
    desk.pause()
    copy = desk.page.place().item
    assert copy is not None
    assert copy != str(entry.id)
    assert desk.stored(entry.id).text == "changed elsewhere"
    assert desk.stored(EntryId(UUID(copy))).text == "mine and more first"
    assert desk.status.startswith("Saved")


def test_null_characters_in_a_pasted_title_are_left_out(desk: Desk) -> None:
    desk.visit("new")
    desk.page.sheet.head.title.setText("a\x00b")
    desk.page.sheet.head.title.textEdited.emit("")
    desk.pause()
    assert "\x00" not in desk.stored(the_only(desk)).title


def test_leaving_the_text_hands_the_words_over(desk: Desk) -> None:
    desk.visit("new")
    desk.type("words")
    desk.page.list.search.setFocus()
    desk.settle()
    assert desk.stored(the_only(desk)).text == "words"


def test_a_title_of_ten_thousand_characters_is_kept_and_cut_in_the_list(desk: Desk) -> None:
    desk.visit("new")
    desk.page.sheet.head.title.insert("x" * 10_000)
    desk.page.sheet.head.title.textEdited.emit("")
    desk.pause()
    assert desk.stored(the_only(desk)).title == "x" * 10_000
    assert not desk.page.grab().isNull()


def test_an_entry_begun_from_a_prompt_quotes_it(desk: Desk) -> None:
    served = desk.journal.prompting.todays()
    assert served is not None
    desk.visit("new", served=str(served.id))
    desk.type("An answer")
    desk.pause()
    kept = desk.stored(the_only(desk)).prompt
    assert kept is not None
    assert kept.id == served.id
    assert served.wording in desk.page.sheet.head.quotation()
    assert not desk.page.sheet.head.closing()


def test_a_prompt_that_goes_deeper_says_how_to_close_it(desk: Desk, guide: Guide) -> None:
    prompt = next(prompt for prompt in guide.prompts if prompt.intensity is Intensity.DEEP)
    assert prompt.close_step is not None
    served = desk.journal.prompting.serve(prompt)
    desk.visit("new", served=str(served.id))
    assert prompt.close_step in desk.page.sheet.head.closing()
    desk.visit("new")
    assert not desk.page.sheet.head.closing()


# Around the words --------------------------------------------------------------------------------


def test_the_date_can_be_changed_and_the_list_follows(desk: Desk) -> None:
    desk.write("Middle", "m", day=date(2026, 3, 5))
    entry = desk.write("Newest", "n", day=date(2026, 3, 9))
    desk.visit(str(entry.id))
    desk.page.sheet.head.meta.change_moment()
    popover = desk.page.sheet.head.findChild(MomentPopover)
    assert popover is not None
    popover.day.setDate(popover.day.date().addMonths(-1))
    popover.done_button.click()
    desk.settle()
    moment = desk.stored(entry.id).moment
    assert (moment.day, moment.wall_time, moment.zone) == (date(2026, 2, 9), time(9, 30), "Europe/Rome")
    assert desk.listed == ["2026-03 1", "Middle", "2026-02 1", "Newest"]
    assert desk.page.list.view.current_id() == entry.id


def test_an_entry_of_another_zone_keeps_it(desk: Desk) -> None:
    far = Moment.on_the_wall(date(2026, 1, 2), time(8, 0), "Asia/Tokyo")
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), text="far", moment=far))
    desk.visit(str(entry.id))
    assert "Asia/Tokyo" in desk.page.sheet.head.moment.text()
    desk.page.sheet.head.meta.change_moment()
    popover = desk.page.sheet.head.findChild(MomentPopover)
    assert popover is not None
    popover.time.setTime(popover.time.time().addSecs(3600))
    popover.done_button.click()
    desk.settle()
    assert desk.stored(entry.id).moment == Moment.on_the_wall(date(2026, 1, 2), time(9, 0), "Asia/Tokyo")


def link(desk: Desk, words: str) -> None:
    """Add a person or a tag by keyboard alone."""
    desk.page.sheet.head.meta.add_link()
    popover = desk.page.sheet.head.findChild(LinkPopover)
    assert popover is not None
    QTest.keyClicks(popover.field, words)
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    desk.settle()


def test_people_and_tags_are_completed_and_created_on_the_spot(desk: Desk) -> None:
    sam = desk.journal.people.add("Sam", Role.WORK)
    desk.write("Old", "o", day=date(2026, 1, 1))
    desk.visit("new")
    desk.type("words")
    link(desk, "sa")
    link(desk, "#quiet")
    popover_offers_a_new_person(desk, "Dee")
    entry = desk.journal.finding.newest(1)[0]
    dee = next(person for person in desk.journal.people.people() if person.name == "Dee")
    assert entry.people == (sam.id, dee.id)
    assert dee.role is Role.OTHER
    assert entry.tags == ("quiet",)
    assert desk.line(entry.id).people == ("Sam", "Dee")


def popover_offers_a_new_person(desk: Desk, name: str) -> None:
    desk.page.sheet.head.meta.add_link()
    popover = desk.page.sheet.head.findChildren(LinkPopover)[-1]
    QTest.keyClicks(popover.field, name)  # with a capital letter: a person comes first
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    desk.settle()


def test_a_chip_is_taken_away_by_a_key(desk: Desk) -> None:
    entry = desk.journal.writing.save(replace(desk.journal.writing.blank(), text="t", tags=("one", "two")))
    desk.visit(str(entry.id))
    face = desk.page.sheet.head.chips()[0].focusProxy()
    assert face is not None
    QTest.keyClick(face, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.stored(entry.id).tags == ("two",)


# Deleting -----------------------------------------------------------------------------------------


def test_a_deleted_entry_comes_back_with_its_text_caret_and_place(desk: Desk) -> None:
    entry, other = desk.write("A", "first last"), desk.write("B", "b", day=date(2026, 3, 1))
    desk.visit(str(entry.id), cursor=6)
    desk.type("unsaved ")
    desk.page.sheet.delete_action.trigger()
    desk.settle()
    assert desk.journal.finding.count() == 1
    assert desk.page.place().item == str(other.id)
    (toast,) = desk.toasts
    assert toast.on_action is not None
    toast.on_action()
    desk.settle()
    assert desk.page.place().item == str(entry.id)
    assert desk.page.sheet.text.text() == "first unsaved last"
    assert desk.page.sheet.text.cursor_position() == 14
    assert desk.stored(entry.id).text == "first unsaved last"
    assert desk.listed == ["2026-03 2", "A", "B"]


def test_ctrl_delete_deletes_an_entry_in_the_list_and_a_word_in_the_text(desk: Desk) -> None:
    entry = desk.write("A", "first last")
    desk.visit(str(entry.id))
    desk.page.sheet.text.setFocus()
    QTest.keyClick(desk.page.sheet.text, Qt.Key.Key_Delete, CTRL)
    desk.pause()
    assert desk.stored(entry.id).text == "last"
    desk.page.list.view.setFocus()
    QTest.keyClick(desk.page.list.view, Qt.Key.Key_Delete, CTRL)
    desk.settle()
    assert desk.journal.finding.count() == 0


def test_deleting_the_only_entry_leaves_the_empty_page(desk: Desk) -> None:
    entry = desk.write("A", "a")
    desk.visit(str(entry.id))
    desk.page.delete()
    desk.settle()
    assert desk.page.sheet.empty.isVisible()
    assert not desk.page.list.isVisible()


def test_a_new_entry_deleted_while_it_is_being_saved_stays_deleted_until_undone(desk: Desk) -> None:
    desk.visit("new")
    desk.type("words")
    desk.page.settle()
    desk.page.delete()
    desk.settle()
    assert desk.journal.finding.count() == 0
    toast = desk.toasts[-1]
    assert toast.on_action is not None
    toast.on_action()
    desk.settle()
    assert desk.stored(the_only(desk)).text == "words"


# Coming back --------------------------------------------------------------------------------------


def test_after_a_lock_the_same_entry_caret_scroll_and_search_are_there(
    desk: Desk, make_desk: Callable[[], Desk]
) -> None:
    long = "\n".join(f"line {number}" for number in range(300))
    entry = desk.write("A", long)
    desk.visit(str(entry.id), search="line", cursor=1500, scroll=3000)
    place = desk.page.place()
    again = make_desk()
    again.page.visit(place)
    again.settle()
    assert again.page.place() == place
    assert again.page.first_focus() is again.page.sheet.text
    assert (place.view["cursor"], place.view["scroll"], place.view["search"]) == (1500, 3000, "line")
    assert again.page.list.search.text() == "line"


def test_a_place_is_found_again_by_a_page_that_is_shown_only_later(desk: Desk, qtbot: QtBot) -> None:
    long = "\n".join(f"line {number} goes on until it no longer fits into one narrow row" for number in range(300))
    entry = desk.write("A", long)
    desk.visit(str(entry.id), cursor=15_000, scroll=5_000)
    place = desk.page.place()
    other = desk.write("B", "b")
    desk.visit(str(other.id))
    desk.page.hide()
    desk.page.resize(700, 500)
    desk.page.visit(place)
    desk.settle()
    assert desk.page.place() == place
    desk.page.resize(1068, 820)
    desk.page.show()
    qtbot.waitUntil(lambda: desk.page.sheet.text.cursor_position() == 15_000, timeout=2000)
    assert desk.page.sheet.paper.scroll_value() == 5_000


def test_an_empty_new_entry_is_a_new_entry_again_after_a_lock(desk: Desk) -> None:
    desk.visit("new")
    assert desk.page.place().item == "new"
    desk.type("a")
    assert desk.page.place().item != "new"


def test_coming_back_to_the_entry_on_the_sheet_keeps_what_is_typed(desk: Desk) -> None:
    entry = desk.write("A", "a")
    desk.visit(str(entry.id))
    desk.type("typed ")
    desk.visit(str(entry.id))
    assert desk.page.sheet.text.text() == "typed a"


def test_printing_is_asked_for_the_entry_on_the_sheet_with_its_newest_words(desk: Desk) -> None:
    kept = desk.write("Title", "words")
    desk.visit(str(kept.id))
    wanted: list[object] = []
    desk.page.print_requested.disconnect()
    desk.page.print_requested.connect(wanted.append)
    desk.type("new ")
    desk.page.print_open_entry()
    desk.settle()
    assert wanted == [(kept.id,)]
    assert desk.stored(kept.id).text == "new words"


def test_from_an_empty_sheet_printing_offers_to_choose_days(desk: Desk) -> None:
    desk.visit("new")
    wanted: list[object] = []
    desk.page.print_requested.disconnect()
    desk.page.print_requested.connect(wanted.append)
    desk.page.print_open_entry()
    assert wanted == [()]
