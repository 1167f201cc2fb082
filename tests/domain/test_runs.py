"""A line joins near neighbours only; a gap stays open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.runs import (
    MOOD_EVERY_DAYS,
    TRUST_EVERY_DAYS,
    cut_into_runs,
    first_day_of,
    months_before,
)
from trustjournal.domain.timeline import Span

DAY = date(2026, 3, 31)


def run_lengths(gaps: list[int], every_days: int) -> list[int]:
    """The lengths of the runs of dots that are `gaps` days apart."""
    days = [DAY]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return [len(run) for run in cut_into_runs(days, day_of=lambda day: day, every_days=every_days)]


def test_weekly_ratings_are_joined_up_to_ten_days_apart() -> None:
    assert run_lengths([7, 10, 11, 7], TRUST_EVERY_DAYS) == [3, 2]


def test_moods_of_one_day_and_of_the_next_are_joined_and_a_day_left_out_is_a_gap() -> None:
    assert run_lengths([0, 1, 1, 2, 0], MOOD_EVERY_DAYS) == [4, 2]


def test_nothing_logged_is_no_run() -> None:
    assert cut_into_runs([], day_of=lambda day: day, every_days=7) == ()


@given(st.lists(st.integers(0, 40)), st.sampled_from([1, 7]))
def test_no_dot_is_lost_and_no_run_holds_a_gap(gaps: list[int], every_days: int) -> None:
    lengths = run_lengths(gaps, every_days)
    assert sum(lengths) == len(gaps) + 1
    assert len(lengths) == 1 + sum(gap > 1.5 * every_days for gap in gaps)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (DAY, 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (DAY, 3, date(2025, 12, 31)),
        (DAY, 12, date(2025, 3, 31)),
        (date(2026, 1, 15), 13, date(2024, 12, 15)),
        (date(1, 1, 5), 6, date.min),
    ],
)
def test_months_are_counted_as_on_a_calendar(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_a_span_ends_on_its_last_day_and_is_as_long_as_it_says() -> None:
    first = {span: first_day_of(span, last_day=DAY, first_ever=date(2020, 5, 6)) for span in Span}
    assert first[Span.MONTH] == date(2026, 3, 1)
    assert first[Span.HALF_YEAR] == date(2025, 10, 1)
    assert first[Span.YEAR] == date(2025, 4, 1)
    assert first[Span.ALL] == date(2020, 5, 6)


def test_all_of_an_empty_journal_is_a_month_and_never_ends_before_it_begins() -> None:
    assert first_day_of(Span.ALL, last_day=DAY, first_ever=None) == date(2026, 3, 1)
    assert first_day_of(Span.ALL, last_day=DAY, first_ever=DAY + timedelta(days=9)) == DAY
