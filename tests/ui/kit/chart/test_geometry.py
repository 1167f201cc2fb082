"""Scales, thinning, labels at line ends, and the way from day to day."""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.kit.chart.made_up import a_chart
from trustjournal.ui.kit.chart.data import day_at, moment_at
from trustjournal.ui.kit.chart.days import DayIndex
from trustjournal.ui.kit.chart.end_labels import spread
from trustjournal.ui.kit.chart.scales import DayScale, ValueScale
from trustjournal.ui.kit.chart.thinning import distinct, joined, strokes

JANUARY = (date(2026, 1, 1), date(2026, 1, 31))


def test_a_fixed_scale_puts_its_ends_on_its_edges() -> None:
    scale = ValueScale(-4, 4, top=10, bottom=90)
    assert [scale.y(value) for value in (-4, 0, 4)] == [90, 50, 10]


def test_days_share_the_width_evenly_and_are_found_again() -> None:
    scale = DayScale(*JANUARY, left=100, right=410)
    assert scale.day_width == 10
    assert scale.start_of(date(2026, 1, 1)) == 100
    assert scale.middle_of(date(2026, 1, 31)) == 405
    assert scale.x(moment_at(date(2026, 1, 2), time(6))) == pytest.approx(112.5)
    assert [scale.day_at(x).day for x in (-50, 100, 109.9, 110, 409, 9999)] == [1, 1, 1, 2, 31, 31]


def test_a_mirrored_axis_runs_the_other_way_and_finds_the_same_days() -> None:
    scale = DayScale(*JANUARY, left=100, right=410, is_mirrored=True)
    assert scale.start_of(date(2026, 1, 1)) == 410
    assert [scale.day_at(scale.middle_of(date(2026, 1, day))).day for day in range(1, 32)] == list(range(1, 32))


def test_a_moment_and_its_day_belong_together() -> None:
    for wall in (None, time(0), time(23, 59)):
        assert day_at(moment_at(date(2024, 2, 29), wall)) == date(2024, 2, 29)


def test_dots_on_one_place_become_one() -> None:
    assert distinct([(10, 6), (10.2, 6.1), (14, 6)], 2) == [(10, 6), (14, 6)]


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 100)), min_size=1, max_size=300))
def test_a_thinned_line_keeps_every_columns_extremes_and_at_most_four_points(spots: list[tuple[float, float]]) -> None:
    run = sorted(spots, key=lambda spot: spot[0])
    thin = joined(run)
    for column in {int(x) for x, _ in run}:
        whole = [y for x, y in run if int(x) == column]
        kept = [y for x, y in thin if int(x) == column]
        assert (min(kept), max(kept)) == (min(whole), max(whole))
        assert (kept[0], kept[-1]) == (whole[0], whole[-1])
        assert len(kept) <= 4
    assert [spot for spot in thin if spot not in run] == []


def test_strokes_that_share_a_place_leave_the_longest() -> None:
    assert strokes([(10, 0.2), (10.4, 0.9), (20, 0.1)], 3) == [(10.4, 0.9), (20, 0.1)]


def test_labels_with_room_stay_where_they_want_to_be() -> None:
    assert spread([20, 60], 10, 0, 100) == [20, 60]


def test_labels_that_would_meet_move_apart_in_order() -> None:
    assert spread([52, 50, 50], 10, 0, 100) == [70, 50, 60]
    assert spread([99, 98], 10, 0, 100) == [95, 85]


@given(st.lists(st.floats(-50, 150), min_size=1, max_size=9))
def test_labels_never_overlap_and_never_leave_the_lane(wanted: list[float]) -> None:
    placed = spread(wanted, 10, 0, 100)
    ordered = sorted(placed)
    assert ordered[0] >= 5
    assert ordered[-1] <= 95
    assert all(later - earlier >= 9.999 for earlier, later in pairwise(ordered))


def test_too_many_labels_are_set_at_equal_distances() -> None:
    assert spread([0, 0, 0], 50, 0, 100) == [25, 50, 75]


def test_the_next_day_is_the_next_day_with_something_on_it() -> None:
    index = DayIndex(a_chart())
    assert (index.first(), index.last()) == (date(2026, 1, 3), date(2026, 1, 21))
    assert index.after(date(2026, 1, 4)) == date(2026, 1, 10)
    assert index.before(date(2026, 1, 10)) == date(2026, 1, 4)
    assert index.before(date(2026, 1, 3)) is None
    assert index.after(date(2026, 1, 21)) is None
    assert index.nearest(date(2026, 1, 8)) == date(2026, 1, 10)
    assert index.nearest(date(2026, 1, 31)) == date(2026, 1, 21)
    assert [mark.key for _, mark in index.marks(date(2026, 1, 21))] == ["b", "c"]
    assert [found.series.label for found in index.points(date(2026, 1, 10))] == ["One", "Other"]
