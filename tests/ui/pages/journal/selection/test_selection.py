"""Several entries picked in the list: by keyboard and mouse, without opening any, and what is done with them."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.change import Changed
from trustjournal.domain.ids import EntryId
from trustjournal.domain.person import Role
from trustjournal.ui.pages.journal.entry_list.view import EntryListView
from trustjournal.ui.pages.journal.selection.page_part import PageSelection

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def fill(desk: Desk, count: int = 6) -> list[EntryId]:
    with desk.journal.all_at_once():
        ids = [
            desk.write(f"{number}", "words", day=date(2026, 3, 20) - timedelta(days=number)).id
            for number in range(count)
        ]
    desk.visit()
    view(desk).setFocus()
    return ids


def view(desk: Desk) -> EntryListView:
    return desk.page.list.view


def part(desk: Desk) -> PageSelection:
    return desk.page.findChildren(PageSelection)[0]


def said(desk: Desk) -> str:
    return part(desk).bar.count.text() if part(desk).bar.isVisible() else ""


def refreshed(desk: Desk) -> None:
    desk.page.refresh(Changed.ENTRIES)
    desk.settle()


def click(desk: Desk, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    index = view(desk).model()
    assert index is not None
    where = view(desk).visualRect(index.index(row, 0)).center()
    QTest.mouseClick(view(desk).viewport(), Qt.MouseButton.LeftButton, modifiers, where)
    desk.settle()


def test_shift_and_the_arrows_pick_without_opening(desk: Desk) -> None:
    ids = fill(desk)
    assert said(desk) == ""
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.press(Qt.Key.Key_Down, SHIFT)
    assert said(desk) == "3 selected"
    assert desk.page.place().item == str(ids[0])
    desk.press(Qt.Key.Key_Up, SHIFT)
    assert said(desk) == "2 selected"


def test_escape_ends_it_and_marks_the_open_entry_again(desk: Desk) -> None:
    ids = fill(desk)
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.press(Qt.Key.Key_Escape)
    assert said(desk) == ""
    refreshed(desk)
    assert view(desk).current_id() == ids[0]
    desk.press(Qt.Key.Key_Down)
    assert desk.page.place().item == str(ids[1])


def test_ctrl_and_a_click_pick_one_by_one_and_a_click_alone_opens(desk: Desk) -> None:
    ids = fill(desk)
    click(desk, 3, CONTROL)
    assert said(desk) == "2 selected"
    click(desk, 5, CONTROL)
    assert said(desk) == "3 selected"
    click(desk, 3, CONTROL)
    assert said(desk) == "2 selected"
    assert desk.page.place().item == str(ids[0])
    click(desk, 5)
    assert said(desk) == ""
    assert desk.page.place().item == str(ids[4])


def test_ctrl_a_picks_the_whole_journal_also_what_is_not_read(desk: Desk) -> None:
    ids = fill(desk, 200)
    desk.press(Qt.Key.Key_A, CONTROL)
    assert said(desk) == "200 selected"
    part(desk).bar.star.click()
    desk.settle()
    assert all(desk.stored(id_).is_starred for id_ in ids)
    assert desk.toasts[-1].text == "200 entries starred."


def test_picked_entries_stay_picked_while_others_come(desk: Desk) -> None:
    ids = fill(desk)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.write("newer", "n", day=date(2026, 3, 25))
    refreshed(desk)
    assert said(desk) == "2 selected"
    part(desk).bar.trash.click()
    desk.settle()
    refreshed(desk)
    assert [title for title in desk.listed if "-" not in title] == ["newer", "0", "3", "4", "5"]
    assert desk.journal.writing.entry(ids[1]) is None


def test_a_tag_goes_to_all_and_undo_takes_it_back_also_from_the_open_entry(desk: Desk) -> None:
    ids = fill(desk)
    desk.press(Qt.Key.Key_Down, SHIFT)
    part(desk).presenter.add_tag("calm")
    desk.settle()
    assert [desk.stored(id_).tags for id_ in ids[:3]] == [("calm",), ("calm",), ()]
    assert desk.toasts[-1].text == "2 entries tagged “calm”."
    desk.type("More words. ")
    desk.pause()
    assert desk.stored(ids[0]).tags == ("calm",)
    assert desk.stored(ids[0]).text.startswith("More words. ")
    undo = desk.toasts[-1].on_action
    assert undo is not None
    undo()
    desk.settle()
    assert [desk.stored(id_).tags for id_ in ids[:3]] == [(), (), ()]
    assert desk.journal.finding.count() == 6  # no second copy of the open one


def test_words_that_are_being_typed_are_stored_before_and_not_lost(desk: Desk) -> None:
    ids = fill(desk)
    desk.type("Being typed. ")
    view(desk).setFocus()
    desk.press(Qt.Key.Key_Down, SHIFT)
    part(desk).bar.trash.click()
    desk.settle()
    assert desk.journal.writing.entry(ids[0]) is None
    undo = desk.toasts[-1].on_action
    assert undo is not None
    undo()
    desk.settle()
    assert desk.stored(ids[0]).text.startswith("Being typed. ")
    assert desk.journal.finding.count() == 6


def test_undo_brings_the_open_entry_back_to_the_sheet_with_its_caret(desk: Desk) -> None:
    ids = fill(desk)
    desk.page.sheet.text.set_cursor_position(3)
    view(desk).setFocus()
    desk.press(Qt.Key.Key_Down, SHIFT)
    part(desk).bar.trash.click()
    desk.settle()
    assert desk.page.place().item is None
    undo = desk.toasts[-1].on_action
    assert undo is not None
    undo()
    desk.settle()
    assert desk.page.place().item == str(ids[0])
    assert desk.page.sheet.text.cursor_position() == 3


def test_undo_leaves_what_was_opened_meanwhile_on_the_sheet(desk: Desk) -> None:
    ids = fill(desk)
    desk.press(Qt.Key.Key_Down, SHIFT)
    part(desk).bar.trash.click()
    desk.settle()
    desk.page.open_entry(ids[4])
    desk.settle()
    undo = desk.toasts[-1].on_action
    assert undo is not None
    undo()
    desk.settle()
    assert desk.page.place().item == str(ids[4])


def test_deleting_by_its_keys_takes_all_that_are_picked(desk: Desk) -> None:
    fill(desk)
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.press(Qt.Key.Key_Delete, CONTROL)
    assert desk.toasts[-1].text == "2 entries moved to the trash."
    assert said(desk) == ""
    assert desk.journal.finding.count() == 4


def test_a_person_is_chosen_from_those_the_journal_knows(desk: Desk) -> None:
    sam = desk.journal.people.add("Sam", Role.WORK)
    ids = fill(desk)
    desk.press(Qt.Key.Key_Down, SHIFT)
    assert part(desk).presenter.state.people == (sam,)
    part(desk).presenter.add_person(sam)
    desk.settle()
    assert desk.stored(ids[1]).people == (sam.id,)
    assert desk.toasts[-1].text == "2 entries linked to Sam."


def test_a_second_star_takes_the_stars_away(desk: Desk) -> None:
    ids = fill(desk)
    desk.press(Qt.Key.Key_Down, SHIFT)
    part(desk).bar.star.click()
    desk.settle()
    part(desk).bar.star.click()
    desk.settle()
    assert not desk.stored(ids[0]).is_starred
    assert desk.toasts[-1].text == "2 entries without a star now."


def test_printing_asks_for_just_those(desk: Desk) -> None:
    ids = fill(desk)
    asked: list[tuple[EntryId, ...]] = []
    desk.page.print_requested.disconnect()
    desk.page.print_requested.connect(asked.append)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down, SHIFT)
    part(desk).bar.print.click()
    desk.settle()
    assert asked == [(ids[1], ids[2])]


def test_many_show_how_far_it_is_and_can_be_stopped(desk: Desk) -> None:
    ids = fill(desk, 400)
    desk.press(Qt.Key.Key_A, CONTROL)
    part(desk).presenter.add_tag("calm")
    assert part(desk).bar.working.isVisible()
    part(desk).bar.cancel.click()
    desk.settle()
    assert desk.stored(ids[0]).tags == ()
    assert desk.stored(ids[-1]).tags == ()
    assert not part(desk).presenter.state.is_working


def test_headings_are_not_picked(desk: Desk) -> None:
    with desk.journal.all_at_once():
        for number in range(3):
            desk.write(f"{number}", "words", day=date(2026, 3 - number, 1))
    desk.visit()
    view(desk).setFocus()
    desk.press(Qt.Key.Key_A, CONTROL)
    assert said(desk) == "3 selected"
    QTest.mouseClick(view(desk).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, view(desk).rowHeight(0) // 2))
    assert said(desk) == "3 selected"


def markdown_asked(desk: Desk) -> list[tuple[EntryId, ...]]:
    asked: list[tuple[EntryId, ...]] = []
    desk.page.markdown_requested.disconnect()
    desk.page.markdown_requested.connect(asked.append)
    return asked


def by_name(desk: Desk, words: str) -> None:
    next(command for command in desk.page.commands() if command.words == words).do()
    desk.settle()


def test_saving_as_markdown_asks_for_just_those_from_the_bar_and_by_name(desk: Desk) -> None:
    ids = fill(desk)
    asked = markdown_asked(desk)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down, SHIFT)
    part(desk).bar.markdown.click()
    desk.settle()
    by_name(desk, "Save as Markdown")
    assert asked == [(ids[1], ids[2])] * 2


def test_saving_as_markdown_asks_for_the_entry_on_the_sheet_with_its_newest_words(desk: Desk) -> None:
    ids = fill(desk)
    asked = markdown_asked(desk)
    desk.page.go_to_text()
    desk.type("Newest. ")
    by_name(desk, "Save as Markdown")
    action = next(one for one in desk.page.sheet.menu.actions() if one.text() == "Save as Markdown…")
    action.trigger()
    assert asked == [(ids[0],)] * 2
    assert desk.stored(ids[0]).text.startswith("Newest. ")


def test_from_another_page_saving_as_markdown_asks_for_days(desk: Desk) -> None:
    fill(desk)
    asked = markdown_asked(desk)
    desk.page.hide()
    by_name(desk, "Save as Markdown")
    assert asked == [()]
