"""The list of the whole journal: as long as the journal, and read where it is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.change import Changed
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.ui.pages.journal.entry_list.view import EntryListView
from trustjournal.ui.pages.journal.entry_list.whole_journal import MOST_KEPT
from trustjournal.ui.parts.entry_line import EntryLine, UnreadLine, words_of

NEWEST = date(2026, 3, 1)


def fill(desk: Desk, count: int, *, days_apart: int = 1) -> list[EntryId]:
    """Entries back in time, newest first; each title is its number."""
    with desk.journal.all_at_once():
        return [
            desk.write(f"{number}", "words", day=NEWEST - timedelta(days=number * days_apart)).id
            for number in range(count)
        ]


def view(desk: Desk) -> EntryListView:
    return desk.page.list.view


def seen(desk: Desk) -> list[str]:
    """What stands in the rows that can be seen; “?” for one that is not read."""
    lines = [view(desk).lines()[row] for row in view(desk).seen()]
    return [
        words_of(line.title) if isinstance(line, EntryLine) else "?" for line in lines if not hasattr(line, "count")
    ]


def test_the_list_is_as_long_as_the_journal_and_only_its_top_is_read(desk: Desk) -> None:
    fill(desk, 400)
    desk.visit()
    unread = [line for line in view(desk).lines() if isinstance(line, UnreadLine)]
    assert 250 < len(unread) < 400
    assert seen(desk)[:3] == ["0", "1", "2"]
    headings = [heading for heading in desk.listed if "-" in heading]
    assert headings[:2] == ["2026-03 1", "2026-02 28"]
    assert sum(int(heading.split()[1]) for heading in headings) == 400


def test_wherever_one_scrolls_to_is_read(desk: Desk) -> None:
    fill(desk, 400)
    desk.visit()
    bar = view(desk).verticalScrollBar()
    for value in (bar.maximum(), bar.maximum() // 2, 0):
        bar.setValue(value)
        desk.settle()
        shown = seen(desk)
        assert "?" not in shown
        assert shown == [str(number) for number in range(int(shown[0]), int(shown[0]) + len(shown))]


def test_what_is_read_above_does_not_move_what_can_be_seen(desk: Desk) -> None:
    with desk.journal.all_at_once():
        for number in range(300):
            long = "a longer text " * (20 if number % 3 else 1)
            desk.write(f"{number}", long, day=NEWEST - timedelta(days=number))
    desk.visit()
    desk.page.list.view.go_to(NEWEST - timedelta(days=150))
    desk.settle()
    for _step in range(60):
        bar = view(desk).verticalScrollBar()
        row, before = view(desk).seen().start, view(desk).rowViewportPosition(view(desk).seen().start)
        bar.setValue(bar.value() - 40)
        desk.settle()
        assert view(desk).rowViewportPosition(row) == before + 40


def test_not_more_than_can_be_needed_is_kept(desk: Desk) -> None:
    fill(desk, MOST_KEPT + 500)
    desk.visit()
    bar = view(desk).verticalScrollBar()
    for step in range(60):
        bar.setValue(bar.maximum() * step // 59)
        desk.settle()
    assert sum(isinstance(line, EntryLine) for line in view(desk).lines()) <= MOST_KEPT
    assert seen(desk)[-1] == str(MOST_KEPT + 499)


def test_many_entries_of_one_day_are_read_piece_by_piece(desk: Desk) -> None:
    with desk.journal.all_at_once():
        for number in range(300):
            desk.write(f"{299 - number}", "words", day=NEWEST, at=time(number // 60, number % 60))
    desk.visit()
    assert 0 < sum(isinstance(line, UnreadLine) for line in view(desk).lines()) < 300
    desk.page.list.view.setFocus()
    desk.press(Qt.Key.Key_End)
    assert seen(desk)[-1] == "299"


def test_end_goes_to_the_oldest_entry_and_opens_it_once_it_is_read(desk: Desk) -> None:
    ids = fill(desk, 400)
    desk.visit()
    view(desk).setFocus()
    desk.press(Qt.Key.Key_End)
    assert desk.page.place().item == str(ids[-1])
    assert view(desk).current_id() == ids[-1]
    desk.press(Qt.Key.Key_Home)
    assert desk.page.place().item == str(ids[0])


def test_alt_and_page_keys_go_from_month_to_month(desk: Desk) -> None:
    ids = fill(desk, 400, days_apart=10)
    desk.visit()
    view(desk).setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    desk.press(Qt.Key.Key_PageDown, alt)
    assert desk.page.place().item == str(ids[1])  # the newest of February
    desk.press(Qt.Key.Key_PageDown, alt)
    assert desk.page.place().item == str(ids[3])  # of January
    desk.press(Qt.Key.Key_PageUp, alt)
    assert desk.page.place().item == str(ids[1])


def test_the_keys_walk_through_what_was_not_read_before(desk: Desk) -> None:
    ids = fill(desk, 400)
    desk.visit()
    view(desk).setFocus()
    for number in range(1, 130):
        desk.press(Qt.Key.Key_Down)
        assert desk.page.place().item == str(ids[number])


def test_the_list_shows_an_old_entry_that_came_from_elsewhere(desk: Desk) -> None:
    ids = fill(desk, 400)
    desk.visit(str(ids[333]))
    assert view(desk).current_id() == ids[333]
    assert "333" in seen(desk)


def test_the_list_stays_where_one_looks_while_the_entry_far_away_is_saved(desk: Desk) -> None:
    ids = fill(desk, 400)
    desk.visit(str(ids[0]))
    bar = view(desk).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    desk.settle()
    before = seen(desk)
    desk.type("more ")
    desk.pause()
    assert seen(desk) == before
    bar.setValue(0)
    desk.settle()
    assert view(desk).current_id() == ids[0]


def test_an_entry_that_gets_another_date_goes_there_and_stays_chosen(desk: Desk) -> None:
    ids = fill(desk, 40)
    desk.visit(str(ids[20]))
    entry = desk.stored(ids[20])
    desk.journal.writing.save(replace(entry, moment=Moment.on_the_wall(NEWEST - timedelta(days=3), time(8), "UTC")))
    desk.page.refresh(Changed.ENTRIES)
    desk.settle()
    titles = [title for title in desk.listed if "-" not in title]
    assert titles[:6] == ["0", "1", "2", "3", "20", "4"]
    assert view(desk).current_id() == ids[20]


def test_what_is_written_and_deleted_elsewhere_comes_and_goes_in_its_place(desk: Desk) -> None:
    ids = fill(desk, 200)
    desk.visit(str(ids[150]))
    bar = view(desk).verticalScrollBar()
    before = bar.maximum()
    desk.write("much older", "words", day=date(2001, 5, 5))
    desk.journal.writing.delete(ids[10])
    desk.page.refresh(Changed.ENTRIES)
    desk.settle()
    assert desk.listed[-2:] in (["2001-05 1", "much older"], ["2001-05 1", "…"])
    assert view(desk).current_id() == ids[150]
    assert "10" not in desk.listed
    assert bar.maximum() == pytest.approx(before, abs=200)


def test_the_scroll_bar_is_honest_where_rows_are_alike(desk: Desk) -> None:
    fill(desk, 400)
    desk.visit()
    bar = view(desk).verticalScrollBar()
    before = bar.maximum()
    for step in range(20):
        bar.setValue(before * step // 19)
        desk.settle()
    assert bar.maximum() == pytest.approx(before, rel=0.02)
