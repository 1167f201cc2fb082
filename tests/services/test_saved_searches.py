"""Searches under a name: kept, renamed, deleted and brought back, and never two of one name."""

from __future__ import annotations

import pytest

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.domain.found import LONGEST_SAVED_NAME
from trustjournal.errors import NameTakenError, TooLongError
from trustjournal.services.journal import Journal


def names(journal: Journal) -> list[str]:
    return [search.name for search in journal.saved_searches.all()]


def test_searches_are_listed_by_the_alphabet_with_what_they_look_for(
    journal: Journal, announcements: Announcements
) -> None:
    journal.saved_searches.save("  Work  days ", "tag:work")
    journal.saved_searches.save("anna", "person:Anna")
    assert [(one.name, one.query) for one in journal.saved_searches.all()] == [
        ("anna", "person:Anna"), ("Work days", "tag:work"),
    ]  # fmt: skip
    assert Changed.SAVED_SEARCHES in announcements.taken()


def test_two_searches_never_have_one_name(journal: Journal) -> None:
    first = journal.saved_searches.save("Doors", "door")
    with pytest.raises(NameTakenError):
        journal.saved_searches.save("DOORS", "gate")
    journal.saved_searches.rename(first, "doors")
    assert names(journal) == ["doors"]
    for name, error in (("  ", ValueError), ("x" * (LONGEST_SAVED_NAME + 1), TooLongError)):
        with pytest.raises(error):
            journal.saved_searches.save(name, "door")


def test_a_deleted_search_comes_back_unless_its_name_went_to_another(journal: Journal) -> None:
    first = journal.saved_searches.save("Doors", "door")
    journal.saved_searches.delete(first)
    journal.saved_searches.delete(first)
    assert names(journal) == []
    journal.saved_searches.undo_delete(first)
    assert [one.query for one in journal.saved_searches.all()] == ["door"]
    journal.saved_searches.delete(first)
    journal.saved_searches.save("doors", "gate")
    with pytest.raises(NameTakenError):
        journal.saved_searches.undo_delete(first)


def test_no_name_and_no_query_shows_in_a_repr(journal: Journal) -> None:
    assert "quiet" not in repr(journal.saved_searches.save("quiet name", "quiet words"))
