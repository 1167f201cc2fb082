"""Which earlier words are kept, and which go again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.version import (
    ALL_KEPT,
    MOST_BYTES,
    MOST_VERSIONS,
    Stored,
    is_due,
    is_much,
    kept,
    lost_characters,
)

NOW = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)
ages = st.floats(0, 3000, allow_nan=False).map(lambda days: timedelta(days=days))
small = st.builds(lambda age, size: Stored(NOW - age, size), ages, st.integers(1, 10_000))
any_size = st.builds(lambda age, size: Stored(NOW - age, size), ages, st.integers(1, MOST_BYTES))
texts = st.lists(st.sampled_from(["one", "two", "three four", "\n", "five\nsix", " "]), max_size=12).map(" ".join)


def _kept(versions: list[Stored], now: datetime = NOW) -> list[Stored]:
    return [versions[place] for place in kept(versions, now)]


def _days_ago(*days: float) -> list[Stored]:
    return [Stored(NOW - timedelta(days=ago), 100) for ago in days]


# When one is made -----------------------------------------------------------------------------


def test_a_version_is_due_ten_minutes_after_the_last_and_not_before() -> None:
    assert not is_due(NOW + timedelta(minutes=9, seconds=59), NOW)
    assert is_due(NOW + timedelta(minutes=10), NOW)


def test_a_clock_that_was_put_back_does_not_make_anybody_wait() -> None:
    assert is_due(NOW - timedelta(days=1), NOW)


@pytest.mark.parametrize(
    ("lost", "of", "much"),
    [(200, 5000, False), (201, 5000, True), (30, 100, False), (34, 100, True), (19, 19, False), (20, 20, True)],
)
def test_more_than_200_characters_or_a_third_are_much_unless_it_is_very_little(lost: int, of: int, much: bool) -> None:
    assert is_much(lost, "x" * of) is much


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("one two three", "one two three four", 0),
        ("one two three", "one three", 3),
        ("one two three", "one twofold three", 3),
        ("one two three", "", 11),
        ("one\ntwo\nthree", "three\none\ntwo", 0),  # moved
        ("one two\nthree", "three two\none", 0),
        ("one one one", "one", 6),
        ("same", "same", 0),
        ("", "something", 0),
        ("cannot", "can not", 6),
    ],
)
def test_lost_is_what_stands_nowhere_any_more(old: str, new: str, lost: int) -> None:
    assert lost_characters(old, new) == lost


def test_what_is_kept_elsewhere_is_not_lost() -> None:
    assert lost_characters("one two three", "one", "three and more") == 3


@given(texts, texts)
def test_nothing_is_lost_of_a_text_that_is_there_as_a_whole(old: str, more: str) -> None:
    assert lost_characters(old, f"{more} {old} {more}") == 0


@given(texts, texts)
def test_lost_is_never_more_than_there_was_and_everything_where_nothing_is_left(old: str, new: str) -> None:
    whole = len("".join(old.split()))
    assert 0 <= lost_characters(old, new) <= whole
    assert lost_characters(old, "") == whole


# Which stay -----------------------------------------------------------------------------------


def test_of_the_last_day_all_stay() -> None:
    versions = _days_ago(*(hour / 24 for hour in range(23, 0, -1)))
    assert _kept(versions) == versions


def test_of_a_month_one_a_day_stays_and_it_is_the_last_of_the_day() -> None:
    versions = _days_ago(40, *(day - hour / 24 for day in range(20, 2, -1) for hour in (0, 4, 8)), 0)
    assert _kept(versions)[1:-1] == _days_ago(*(day - 8 / 24 for day in range(20, 2, -1)))


def test_of_a_year_one_a_week_stays_and_of_the_time_before_one_in_four_weeks() -> None:
    daily = _days_ago(*range(2000, -1, -1))
    ages_kept = [(NOW - version.saved_at).days for version in _kept(daily)]
    assert len([age for age in ages_kept if 30 <= age < 364]) in (48, 49)
    assert len([age for age in ages_kept if 364 <= age < 2000]) in (58, 59)


@given(st.lists(any_size, max_size=40))
def test_the_oldest_and_the_newest_always_stay(versions: list[Stored]) -> None:
    stay = kept(versions, NOW)
    if versions:
        assert stay[0] == 0
        assert stay[-1] == len(versions) - 1


@given(st.lists(any_size, max_size=40))
def test_what_stays_is_never_too_much(versions: list[Stored]) -> None:
    stay = _kept(versions)
    assert len(stay) <= MOST_VERSIONS
    assert len(stay) <= 2 or sum(version.size for version in stay) <= MOST_BYTES


@given(st.integers(0, 700), st.integers(1, 200_000))
def test_a_long_day_is_never_too_much_either(count: int, size: int) -> None:
    versions = [Stored(NOW - ALL_KEPT * (count - place) / (count + 1), size) for place in range(count)]
    stay = _kept(versions)
    assert len(stay) == min(count, MOST_VERSIONS, max(2, MOST_BYTES // size))


@given(st.lists(any_size, max_size=40))
def test_thinning_twice_takes_away_no_more_than_once(versions: list[Stored]) -> None:
    once = _kept(versions)
    assert _kept(once) == once


@given(st.lists(small, max_size=60), ages)
def test_what_stays_later_is_among_what_stayed_before(versions: list[Stored], later: timedelta) -> None:
    assert set(kept(versions, NOW + later)) <= set(kept(versions, NOW))


@given(st.lists(small, min_size=1, max_size=60), ages)
def test_thinning_at_each_step_ends_where_thinning_once_does(versions: list[Stored], later: timedelta) -> None:
    assert _kept(_kept(versions), NOW + later) == _kept(versions, NOW + later)


def test_where_there_are_too_many_those_go_that_stand_close() -> None:
    close = [Stored(NOW - timedelta(minutes=600 - minute), MOST_BYTES // 10) for minute in (0, 1, 2, 3)]
    apart = [Stored(NOW - timedelta(minutes=500 - 60 * hour), MOST_BYTES // 10) for hour in range(8)]
    stay = _kept(close + apart)
    assert len(stay) == 10
    assert set(apart) <= set(stay)
