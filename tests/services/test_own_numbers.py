"""Numbers of one's own: added, changed, deleted and brought back to their place; and never seen in a repr."""

from __future__ import annotations

import pytest

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.domain.help import LONGEST_OWN_NAME, LONGEST_OWN_NOTE, LONGEST_OWN_NUMBER
from trustjournal.errors import TooLongError
from trustjournal.services.journal import Journal


def kept(journal: Journal) -> list[tuple[str, str, str]]:
    return [(one.name, one.number, one.note) for one in journal.own_numbers.all()]


def test_numbers_are_listed_as_they_were_added_each_in_one_line(journal: Journal, announcements: Announcements) -> None:
    journal.own_numbers.add(" Zoë  (neighbour) ", "555 0101 ", "Evenings.\nRing twice.")
    journal.own_numbers.add("Ann", "+44 (0)20 555", "")

    assert kept(journal) == [
        ("Zoë (neighbour)", "555 0101", "Evenings. Ring twice."),
        ("Ann", "+44 (0)20 555", ""),
    ]
    assert Changed.OWN_NUMBERS in announcements.taken()


def test_a_number_is_changed_and_keeps_its_place(journal: Journal) -> None:
    first = journal.own_numbers.add("Ann", "1")
    journal.own_numbers.add("Bo", "2")
    journal.own_numbers.change(first, "Anna", "11", "Mornings.")

    assert kept(journal) == [("Anna", "11", "Mornings."), ("Bo", "2", "")]


def test_a_deleted_number_comes_back_to_its_place(journal: Journal) -> None:
    first = journal.own_numbers.add("Ann", "1")
    journal.own_numbers.add("Bo", "2")
    journal.own_numbers.delete(first)
    journal.own_numbers.delete(first)
    assert kept(journal) == [("Bo", "2", "")]

    journal.own_numbers.undo_delete(first)
    assert kept(journal) == [("Ann", "1", ""), ("Bo", "2", "")]


@pytest.mark.parametrize(("name", "number"), [("", "1"), ("Ann", " "), (" \n", "1"), ("Ann", "abc"), ("Ann", "+")])
def test_a_number_without_a_name_or_a_digit_is_not_kept(journal: Journal, name: str, number: str) -> None:
    with pytest.raises(ValueError, match="needs"):
        journal.own_numbers.add(name, number)
    assert kept(journal) == []


@pytest.mark.parametrize("long", [0, 1, 2])
def test_a_number_that_is_too_long_is_not_cut_but_refused(journal: Journal, long: int) -> None:
    texts = [
        "1" * (most + (place == long))
        for place, most in enumerate((LONGEST_OWN_NAME, LONGEST_OWN_NUMBER, LONGEST_OWN_NOTE))
    ]
    with pytest.raises(TooLongError):
        journal.own_numbers.add(*texts)
    assert kept(journal) == []


def test_nothing_of_a_number_shows_in_a_repr(journal: Journal) -> None:
    shown = repr(journal.own_numbers.add("quiet name", "55501", "quiet note"))
    assert "quiet" not in shown
    assert "55501" not in shown
