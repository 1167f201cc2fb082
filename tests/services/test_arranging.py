"""The same change to several entries: all or none, and what it changed can be changed back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.person import Role
from trustjournal.errors import CancelledError
from trustjournal.services.arranging import Stretch
from trustjournal.services.journal import Journal

DAY = date(2026, 3, 10)


def watched(_done: int) -> None:
    """Nobody stops it."""


def write(journal: Journal, number: int, **fields: object) -> Entry:
    moment = Moment.on_the_wall(DAY - timedelta(days=number // 2), time(9 - number % 2), "UTC")
    entry = replace(journal.writing.blank(), title=str(number), text="words", moment=moment)
    return journal.writing.save(replace(entry, **fields))  # type: ignore[arg-type]  # fields of an entry


def kept(journal: Journal, id_: EntryId) -> Entry:
    entry = journal.writing.entry(id_)
    assert entry is not None
    return entry


def test_a_tag_is_given_to_those_that_do_not_have_it_and_taken_from_just_those(journal: Journal) -> None:
    has, has_not = write(journal, 0, tags=("Work",)), write(journal, 1, tags=("calm",))
    changed = journal.arranging.add_tag([has.id, has_not.id], "work", watched)
    assert changed == (has_not.id,)
    assert kept(journal, has_not.id).tags == ("calm", "Work")
    journal.arranging.remove_tag(changed, "work", watched)
    assert kept(journal, has.id).tags == ("Work",)
    assert kept(journal, has_not.id).tags == ("calm",)


def test_people_and_stars_come_and_go_in_the_same_way(journal: Journal) -> None:
    sam = journal.people.add("Sam", Role.WORK)
    one, two = write(journal, 0, people=(sam.id,)), write(journal, 1, is_starred=True)
    assert journal.arranging.add_person([one.id, two.id], sam.id, watched) == (two.id,)
    assert journal.arranging.star([one.id, two.id], watched) == (one.id,)
    assert kept(journal, one.id).is_starred
    assert kept(journal, two.id).people == (sam.id,)
    journal.arranging.remove_person([two.id], sam.id, watched)
    journal.arranging.star([one.id], watched, starred=False)
    assert not kept(journal, one.id).is_starred
    assert kept(journal, two.id).people == ()


def test_what_is_deleted_together_comes_back_together(journal: Journal, announcements: Announcements) -> None:
    ids = [write(journal, number).id for number in range(3)]
    announcements.taken()
    gone = journal.arranging.delete(ids, watched)
    assert set(gone) == set(ids)
    assert journal.finding.count() == 0
    assert announcements.taken() == [Changed.ENTRIES]
    journal.arranging.bring_back(gone, watched)
    assert journal.finding.count() == 3
    assert kept(journal, ids[1]).text == "words"


def test_stopping_it_halfway_changes_nothing(journal: Journal, announcements: Announcements) -> None:
    ids = [write(journal, number).id for number in range(4)]
    announcements.taken()

    def stopped(done: int) -> None:
        if done == 2:
            raise CancelledError("enough")

    with pytest.raises(CancelledError):
        journal.arranging.add_tag(ids, "work", stopped)
    with pytest.raises(CancelledError):
        journal.arranging.delete(ids, stopped)
    assert all(kept(journal, id_).tags == () for id_ in ids)
    assert all(kept(journal, id_).revision == 1 for id_ in ids)
    assert announcements.taken() == []


def test_an_entry_that_is_gone_is_passed_over(journal: Journal) -> None:
    there, gone = write(journal, 0), write(journal, 1)
    journal.writing.delete(gone.id)
    assert journal.arranging.add_tag([gone.id, there.id], "work", watched) == (there.id,)
    assert journal.arranging.delete([gone.id, there.id], watched) == (there.id,)


def test_stretches_of_the_journal_are_its_entries_as_long_as_it_is_the_same_journal(journal: Journal) -> None:
    ids = [write(journal, number).id for number in range(6)]
    days = journal.calendar.days()
    stretches = [Stretch(DAY, 1, 2), Stretch(DAY - timedelta(days=2), 0, 2)]
    assert journal.arranging.ids(stretches, days) == (ids[1], ids[2], ids[4], ids[5])
    write(journal, 0)
    assert journal.arranging.ids(stretches, days) is None
