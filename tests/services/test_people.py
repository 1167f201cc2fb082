"""People can be added, renamed and archived; two never share a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.domain.person import Role
from trustjournal.errors import NameTakenError, TooLongError
from trustjournal.services.journal import Journal


def test_people_come_in_the_order_they_were_added(journal: Journal, announcements: Announcements) -> None:
    added = [journal.people.add(name, Role.FRIEND) for name in ("Zoë", " Alex  B ", "Mina")]
    assert journal.people.people() == tuple(added)
    assert added[1].name == "Alex B"
    assert announcements.taken() == [Changed.PEOPLE] * 3


def test_a_name_can_be_changed_but_not_into_somebody_elses(journal: Journal, announcements: Announcements) -> None:
    alex, mina = (journal.people.add(name, Role.FRIEND) for name in ("Alex", "Mina"))
    announcements.taken()
    for name in ("mina", "MINA "):
        with pytest.raises(NameTakenError):
            journal.people.change(replace(alex, name=name))
        with pytest.raises(NameTakenError):
            journal.people.add(name, Role.OTHER)
    assert announcements.taken() == []
    assert journal.people.change(replace(alex, name="Sascha", role=Role.EX)) in journal.people.people()
    assert mina in journal.people.people()


def test_a_name_written_otherwise_is_still_the_same_person(journal: Journal, announcements: Announcements) -> None:
    zoe = journal.people.add("Zoë  B", Role.FRIEND)
    archived = journal.people.change(replace(zoe, is_archived=True))
    announcements.taken()
    assert journal.people.named(" zoe\u0308   b", Role.OTHER) == archived
    assert announcements.taken() == []
    assert journal.people.named("Mina", Role.OTHER) in journal.people.people()
    assert announcements.taken() == [Changed.PEOPLE]


def test_somebody_archived_is_out_of_sight_and_not_gone(journal: Journal) -> None:
    alex = journal.people.add("Alex", Role.PARTNER)
    archived = journal.people.change(replace(alex, is_archived=True))
    assert journal.people.people() == ()
    assert journal.people.people(archived=True) == (archived,)


def test_a_name_is_neither_empty_nor_endless(journal: Journal) -> None:
    with pytest.raises(ValueError, match="name"):
        journal.people.add(" \n", Role.OTHER)
    with pytest.raises(TooLongError):
        journal.people.add("x" * 201, Role.OTHER)
