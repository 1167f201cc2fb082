"""Days with entries, and which entry stands where among all of them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.written_days import MonthOfDays, WrittenDays

DAYS = WrittenDays([(date(2026, 3, 10), 2), (date(2026, 3, 1), 1), (date(2024, 2, 29), 3)])


def test_an_entrys_rank_and_its_place_in_its_day_are_the_same_thing() -> None:
    assert [DAYS.at(rank) for rank in range(DAYS.total)] == [
        (date(2026, 3, 10), 0), (date(2026, 3, 10), 1), (date(2026, 3, 1), 0),
        (date(2024, 2, 29), 0), (date(2024, 2, 29), 1), (date(2024, 2, 29), 2),
    ]  # fmt: skip
    assert DAYS.ranks(date(2024, 2, 29)) == (3, 6)


def test_a_day_without_entries_stands_between_its_neighbours() -> None:
    assert DAYS.ranks(date(2025, 6, 1)) == (3, 3)
    assert DAYS.count(date(2025, 6, 1)) == 0
    assert DAYS.ranks(date(2030, 1, 1)) == (0, 0)
    assert DAYS.ranks(date(2001, 1, 1)) == (6, 6)


def test_months_know_how_many_entries_they_have_and_how_many_are_newer() -> None:
    assert list(DAYS.months) == [MonthOfDays(date(2026, 3, 1), 3, 0), MonthOfDays(date(2024, 2, 1), 3, 3)]


def test_the_days_between_two_days_are_those_with_both_ends() -> None:
    assert list(DAYS.between(date(2026, 3, 1), date(2026, 3, 10))) == [(date(2026, 3, 10), 2), (date(2026, 3, 1), 1)]
    assert list(DAYS.between(date(2026, 3, 2), date(2026, 3, 9))) == []


def test_a_journal_without_entries_has_no_days() -> None:
    nothing = WrittenDays()
    assert (nothing.total, list(nothing), list(nothing.months), nothing.newest, nothing.oldest) == (
        0,
        [],
        [],
        None,
        None,
    )


def test_when_somebody_wrote_is_not_shown_by_accident() -> None:
    assert "2026" not in repr(DAYS)


@given(st.dictionaries(st.dates(), st.integers(1, 5)))
def test_what_was_put_in_comes_out(counts: dict[date, int]) -> None:
    days = WrittenDays(sorted(counts.items(), reverse=True))
    assert dict(days) == counts
    assert days.total == sum(counts.values())
    assert sum(month.count for month in days.months) == days.total
    assert all(days.count(day) == count for day, count in counts.items())
