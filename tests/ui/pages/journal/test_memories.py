"""A page by chance, and one that never comes back unasked, from the journal page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.change import Changed
from trustjournal.ui.pages.journal.memories import PageMemories


def part(desk: Desk) -> PageMemories:
    return desk.page.findChildren(PageMemories)[0]


def test_a_page_by_chance_is_opened_and_the_list_shows_it(desk: Desk) -> None:
    with desk.journal.all_at_once():
        ids = [desk.write(f"{number}", "w", day=date(2020 + number, 1, 1)).id for number in range(4)]
    desk.visit()
    desk.journal.memories._choose_below = lambda _below: 3
    part(desk).random.trigger()
    desk.settle()
    assert desk.page.place().item == str(ids[0])
    assert desk.page.list.view.current_id() == ids[0]


def test_a_place_can_ask_for_a_page_by_chance(desk: Desk) -> None:
    entry = desk.write("A", "a")
    desk.visit("random")
    assert desk.page.place().item == str(entry.id)


def test_an_empty_journal_says_that_nothing_can_come_up(desk: Desk) -> None:
    desk.visit("random")
    assert desk.toasts[-1].text == "There is no page yet that could come up."


def test_the_menu_keeps_an_entry_from_coming_back_and_says_so(desk: Desk) -> None:
    entry, other = desk.write("A", "a"), desk.write("B", "b", day=date(2026, 2, 1))
    desk.visit(str(entry.id))
    assert not part(desk).away.isChecked()
    part(desk).away.trigger()
    desk.settle()
    assert desk.stored(entry.id).stays_away
    desk.visit(str(other.id))
    assert not part(desk).away.isChecked()
    desk.visit(str(entry.id))
    assert part(desk).away.isChecked()


def test_what_another_page_changes_about_the_open_entry_is_not_undone_by_writing_on(desk: Desk) -> None:
    entry = desk.write("A", "a")
    desk.visit(str(entry.id))
    desk.page.hide()
    desk.journal.memories.keep_away(entry.id)
    desk.page.refresh(Changed.ENTRIES)
    desk.settle()
    desk.page.show()
    desk.type("more ")
    desk.pause()
    assert desk.journal.finding.count() == 1
    assert desk.stored(entry.id) == replace(entry, text="more a", stays_away=True, revision=3)
