"""An open journal: its services share one database and one clock, and show nothing private."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from tests.fakes.journals import opened
from trustjournal.domain.guide import Guide
from trustjournal.domain.person import Role
from trustjournal.services.journal import Journal
from trustjournal.storage.journal_keys import JournalKeys


def test_what_was_kept_is_there_after_closing_and_opening(keys: JournalKeys, clock: FakeClock, guide: Guide) -> None:
    first = opened(keys, clock=clock, guide=guide)
    alex = first.people.add("Alex", Role.PARTNER)
    entry = first.writing.save(replace(first.writing.blank(), text="words", people=(alex.id,)))
    first.close()
    first.close()
    again = opened(keys, clock=clock, guide=guide)
    assert again.writing.entry(entry.id) == entry
    assert again.people.people() == (alex,)
    again.close()


def test_all_at_once_keeps_everything_or_nothing(journal: Journal) -> None:
    def interrupted() -> None:
        with journal.all_at_once():
            journal.people.add("Alex", Role.PARTNER)
            journal.writing.save(replace(journal.writing.blank(), text="words"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert journal.people.people() == ()
    assert journal.finding.count() == 0


def test_the_same_journal_can_be_used_at_another_time(journal: Journal, announcements: Announcements) -> None:
    past = journal.at(FakeClock(date(2020, 1, 2)), Announcements())
    past.writing.save(replace(past.writing.blank(), text="long ago"))
    assert [summary.moment.day for summary in journal.finding.newest(1)] == [date(2020, 1, 2)]
    assert announcements.taken() == []


def test_nothing_that_was_written_shows_in_what_a_developer_prints(journal: Journal, keys: JournalKeys) -> None:
    alex = journal.people.add("Alexandrine", Role.PARTNER)
    entry = replace(
        journal.writing.blank(), title="CanaryTitle", text="CanaryText", tags=("CanaryTag",), people=(alex.id,)
    )
    kept = journal.writing.save(entry)
    check_in = journal.checking_in.save(None, ("CanaryWord",), {alex.id: (3, None)})
    shown = repr(
        [
            journal,
            keys,
            alex,
            kept,
            check_in,
            journal.finding.newest(5),
            journal.finding.search("Canary"),
            journal.prompting.todays(),
            journal.looking_back.recent(today=date(2026, 3, 10)),
        ]
    )
    for private in ("Canary", "Alexandrine", "question", keys.sqlcipher_key.hex(), repr(bytes(keys.sqlcipher_key))):
        assert private not in shown
