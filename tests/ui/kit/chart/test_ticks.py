"""Words on the time axis: as fine as fits, never touching."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.kit.chart.made_up import MONTHS, EnglishNames
from trustjournal.ui.kit.chart.scales import DayScale
from trustjournal.ui.kit.chart.ticks import time_ticks


def _width(text: str) -> float:
    return 6 * len(text)


def _labels(first: date, last: date, width: float) -> list[str]:
    return [tick.label for tick in time_ticks(DayScale(first, last, 0, width), EnglishNames(), _width)]


GOLDEN = [
    (date(2026, 10, 25), date(2026, 11, 23), 800, ["26 Oct", "2 Nov", "9 Nov", "16 Nov", ""]),
    (
        date(2026, 5, 24),
        date(2026, 11, 23),
        800,
        ["June 2026", "July", "August", "September", "October", "November"],
    ),
    (
        date(2025, 11, 24),
        date(2026, 11, 23),
        800,
        ["Dec 2025", "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"],
    ),
    (
        date(2025, 5, 24),
        date(2026, 11, 23),
        800,
        ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "2026", *MONTHS[1:11]],
    ),
    (date(2016, 11, 24), date(2026, 11, 23), 800, [str(year) for year in range(2017, 2027)]),
    (date(2026, 11, 19), date(2026, 11, 23), 400, ["19 Nov", "20 Nov", "21 Nov", "22 Nov", "23 Nov"]),
    (date(2026, 11, 23), date(2026, 11, 23), 400, ["23 Nov"]),
]


@pytest.mark.parametrize(("first", "last", "width", "labels"), GOLDEN)
def test_a_span_gets_the_words_one_would_expect(first: date, last: date, width: float, labels: list[str]) -> None:
    assert _labels(first, last, width) == labels


def test_less_room_makes_coarser_words() -> None:
    assert _labels(date(2025, 6, 1), date(2026, 11, 23), 200) == ["Jul 2025", "Jan 2026", "Jul"]


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 20_000), st.integers(60, 2000), st.booleans())
def test_words_never_touch_and_lines_stay_on_the_axis(first: date, days: int, width: int, is_mirrored: bool) -> None:
    scale = DayScale(first, first + timedelta(days=days), 0, width, is_mirrored)
    ticks = time_ticks(scale, EnglishNames(), _width)
    assert all(first <= tick.day <= scale.last_day for tick in ticks)
    worded = [tick for tick in ticks if tick.label]
    for tick, after in pairwise(worded):
        assert abs(scale.start_of(after.day) - scale.start_of(tick.day)) > _width(tick.label)
