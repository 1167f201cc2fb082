"""What fits a piece of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.destination import OF_EACH_KIND, Destination, DestinationKind, best, fit
from trustjournal.domain.place import Place


@pytest.mark.parametrize(
    ("name", "typed", "how"),
    [
        ("Early years", "ear", 0),
        ("Early years", "EARLY Y", 0),
        ("Causes: early years", "ear", 1),
        ("Causes: early years", "years caus", 1),
        ("Causes: early years", "arly", 2),
        ("Causes: early years", "late", None),
        ("Causes: early years", "  ", None),
        ("Ömer", "öm", 0),
    ],
)
def test_the_beginning_of_a_name_fits_best(name: str, typed: str, how: int | None) -> None:
    assert fit(name, typed) == how


@given(st.text(), st.text())
def test_any_two_texts_fit_or_do_not(name: str, typed: str) -> None:
    assert fit(name, typed) in {None, 0, 1, 2}


def test_the_best_come_first_and_only_so_many() -> None:
    def place(name: str) -> Destination:
        return Destination(DestinationKind.TAG, name, Place("journal"))

    found = best([place("at work"), place("homework"), place("work"), *(place(f"work {n}") for n in range(9))], "work")
    assert [one.name for one in found][:2] == ["work", "work 0"]
    assert len(found) == OF_EACH_KIND
