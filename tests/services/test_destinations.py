"""Places are found by a piece of their name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trustjournal.domain.destination import DestinationKind
from trustjournal.domain.entry import Entry
from trustjournal.domain.person import Person, Role
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal


@pytest.fixture
def sam(journal: Journal) -> Person:
    return journal.people.add("Sam", Role.FRIEND)


@pytest.fixture
def entry(journal: Journal, sam: Person) -> Entry:
    blank = journal.writing.blank()
    return journal.writing.save(replace(blank, title="The same question", text="Sam's coat.", tags=("Samba night",)))


def names(journal: Journal, typed: str) -> list[tuple[DestinationKind, str]]:
    return [(one.kind, one.name) for one in journal.destinations.matching(typed)]


def test_people_and_tags_come_before_words_inside_entries(journal: Journal, sam: Person, entry: Entry) -> None:
    assert names(journal, "sam") == [
        (DestinationKind.PERSON, "Sam"),
        (DestinationKind.TAG, "Samba night"),
        (DestinationKind.ENTRY, "The same question"),
    ]


def test_each_leads_to_its_own_place(journal: Journal, sam: Person, entry: Entry) -> None:
    person, tag, page = (one.place for one in journal.destinations.matching("sam"))
    assert person == Place("people", str(sam.id))
    assert tag == Place("journal", None, {"search": 'tag:"Samba night"'})
    assert page == Place("journal", str(entry.id))


def test_units_of_the_guide_are_found_by_their_title(journal: Journal) -> None:
    unit = journal.guide.parts[0].units[0]
    found = journal.destinations.matching(unit.title)
    assert Place("guide", unit.id) in [one.place for one in found]


def test_where_nothing_is_typed_the_newest_entries_are_offered(journal: Journal, entry: Entry) -> None:
    assert names(journal, " ") == [(DestinationKind.ENTRY, "The same question")]


def test_an_entry_without_a_title_is_called_by_its_words(journal: Journal) -> None:
    journal.writing.save(replace(journal.writing.blank(), text="only words"))
    assert names(journal, "only") == [(DestinationKind.ENTRY, "only words")]


def test_no_name_of_a_place_shows_in_a_traceback(journal: Journal, entry: Entry) -> None:
    assert "Samba" not in repr(journal.destinations.matching("sam"))
