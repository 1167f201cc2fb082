"""What was deleted can be read, brought back, or deleted for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.services.journal import Journal


@pytest.fixture
def deleted(journal: Journal, announcements: Announcements) -> Entry:
    entry = journal.writing.save(replace(journal.writing.blank(), title="Rain", text="It rained."))
    journal.writing.delete(entry.id)
    announcements.taken()
    return entry


def test_a_deleted_entry_is_in_the_trash_and_can_be_read(journal: Journal, deleted: Entry, clock: FakeClock) -> None:
    (shown,) = journal.trash.entries(10)
    assert (shown.id, shown.title, shown.excerpt, shown.deleted_at) == (deleted.id, "Rain", "It rained.", clock.now())
    assert journal.trash.count() == 1
    entry = journal.trash.entry(deleted.id)
    assert entry is not None
    assert entry.text == "It rained."


def test_what_is_brought_back_is_an_entry_again(journal: Journal, deleted: Entry, announcements: Announcements) -> None:
    back = journal.trash.bring_back(deleted.id)
    assert (back.text, back.moment) == (deleted.text, deleted.moment)
    assert journal.writing.entry(deleted.id) == back
    assert journal.trash.count() == 0
    assert announcements.taken() == [Changed.ENTRIES]


def test_history_is_still_there_when_an_entry_comes_back(journal: Journal, clock: FakeClock) -> None:
    entry = journal.writing.save(replace(journal.writing.blank(), text="Before."))
    clock.move_on(days=1)
    journal.writing.save(replace(entry, text="After."))
    journal.writing.delete(entry.id)
    journal.trash.bring_back(entry.id)
    assert len(journal.history.versions(entry.id)) == 1


def test_deleted_for_good_is_gone(journal: Journal, deleted: Entry, announcements: Announcements) -> None:
    journal.trash.delete_for_good(deleted.id)
    assert journal.trash.entry(deleted.id) is None
    assert journal.trash.count() == 0
    assert announcements.taken() == [Changed.ENTRIES]
    with pytest.raises(LookupError):
        journal.trash.bring_back(deleted.id)
    while journal.trash.tidy():
        pass
    assert journal.trash.tidy() is False


def test_an_entry_that_is_not_deleted_is_not_in_the_trash(journal: Journal) -> None:
    entry = journal.writing.save(replace(journal.writing.blank(), text="Here."))
    assert journal.trash.entry(entry.id) is None
    journal.trash.delete_for_good(entry.id)
    assert journal.writing.entry(entry.id) == entry
