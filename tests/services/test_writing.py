"""What is written is kept, once and whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.moment import Moment
from trustjournal.domain.person import Role
from trustjournal.domain.prompt import Outcome, ServedPrompt
from trustjournal.errors import EntryChangedElsewhereError, TooLongError
from trustjournal.services.journal import Journal


@pytest.fixture
def shown(journal: Journal, announcements: Announcements) -> ServedPrompt:
    """The day's prompt."""
    shown = journal.prompting.todays()
    assert shown is not None
    announcements.taken()
    return shown


def test_a_new_page_is_of_this_moment_and_not_stored(journal: Journal, clock: FakeClock) -> None:
    entry = journal.writing.blank()
    assert (entry.moment.day, entry.moment.wall_time, entry.moment.zone) == (clock.today, time(9, 30), "Europe/Rome")
    assert entry.revision == 0
    assert journal.writing.entry(entry.id) is None


def test_a_saved_entry_comes_back_as_it_was_written(journal: Journal, announcements: Announcements) -> None:
    alex = journal.people.add("Alex", Role.PARTNER)
    announcements.taken()
    entry = replace(
        journal.writing.blank(), title="Rain", text="Two lines.\n\n🙂 עברית", people=(alex.id,), tags=("home",)
    )
    kept = journal.writing.save(entry)
    assert kept == replace(entry, revision=1)
    assert journal.writing.entry(entry.id) == kept
    assert announcements.taken() == [Changed.ENTRIES]


def test_a_page_nothing_was_written_on_is_not_stored(journal: Journal, announcements: Announcements) -> None:
    entry = replace(journal.writing.blank(), title="  ", text="\n", tags=("home",))
    assert journal.writing.save(entry) is entry
    assert journal.finding.count() == 0
    assert announcements.taken() == []


def test_a_stored_page_can_be_emptied_and_keeps_its_place(journal: Journal) -> None:
    kept = journal.writing.save(replace(journal.writing.blank(), text="words"))
    emptied = journal.writing.save(replace(kept, text=""))
    assert emptied.revision == 2
    assert journal.writing.entry(kept.id) == emptied


def test_saving_again_without_a_change_does_nothing(journal: Journal, announcements: Announcements) -> None:
    kept = journal.writing.save(replace(journal.writing.blank(), text="words"))
    announcements.taken()
    assert journal.writing.save(kept) == kept
    assert announcements.taken() == []


def test_a_save_that_began_from_an_older_revision_is_refused(journal: Journal) -> None:
    first = journal.writing.save(replace(journal.writing.blank(), text="one"))
    journal.writing.save(replace(first, text="two"))
    with pytest.raises(EntryChangedElsewhereError):
        journal.writing.save(replace(first, text="three"))
    entry = journal.writing.entry(first.id)
    assert entry is not None
    assert entry.text == "two"


def test_the_first_save_marks_the_prompt_as_written_about(
    journal: Journal, shown: ServedPrompt, announcements: Announcements
) -> None:
    entry = journal.writing.blank(shown)
    journal.writing.save(entry)
    assert journal.prompting.served(shown.id) == shown
    kept = journal.writing.save(replace(entry, text="An answer."))
    assert announcements.taken() == [Changed.ENTRIES, Changed.PROMPTS]
    assert kept.prompt == replace(shown, outcome=Outcome.WRITTEN)
    assert journal.prompting.todays() == kept.prompt
    assert journal.progress.progress()[shown.unit].written == 1
    journal.writing.save(replace(kept, text="A longer answer."))
    assert announcements.taken() == [Changed.ENTRIES]


def test_a_save_that_is_refused_leaves_the_prompt_as_it_was(
    journal: Journal, shown: ServedPrompt, announcements: Announcements
) -> None:
    other = journal.writing.save(replace(journal.writing.blank(), text="somebody else's"))
    announcements.taken()
    with pytest.raises(EntryChangedElsewhereError):
        journal.writing.save(replace(other, text="mine", revision=0, prompt=shown))
    with pytest.raises(TooLongError):
        journal.writing.save(replace(journal.writing.blank(shown), title="x" * 10_001))
    assert journal.prompting.served(shown.id) == shown
    assert announcements.taken() == []


def test_a_deleted_entry_can_be_brought_back(journal: Journal, announcements: Announcements) -> None:
    kept = journal.writing.save(replace(journal.writing.blank(), text="keep me", tags=("home",)))
    announcements.taken()
    journal.writing.delete(kept.id)
    assert journal.writing.entry(kept.id) is None
    assert journal.finding.search("keep") == ()
    back = journal.writing.undo_delete(kept.id)
    assert (back.text, back.tags) == (kept.text, kept.tags)
    assert [hit.summary.id for hit in journal.finding.search("keep")] == [kept.id]
    assert announcements.taken() == [Changed.ENTRIES, Changed.ENTRIES]
    assert journal.writing.save(replace(back, text="kept")).revision == back.revision + 1


def test_the_date_of_an_entry_can_be_changed(journal: Journal) -> None:
    entry = journal.writing.save(replace(journal.writing.blank(), text="yesterday's"))
    newer = journal.writing.save(replace(journal.writing.blank(), text="today's"))
    moved = Moment.on_the_wall(date(2026, 3, 9), time(22, 15), "Europe/Rome")
    journal.writing.save(replace(entry, moment=moved))
    assert [summary.id for summary in journal.finding.newest(5)] == [newer.id, entry.id]
    assert journal.finding.newest(5)[1].moment == moved
