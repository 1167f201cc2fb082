"""Where the time axis gets its lines and words: days, weeks, months or years, as fine as fits without touching."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

from trustjournal.ui.kit.chart.scales import DayScale

_LONGEST_IN_WEEKS = 62
"""Days up to which weeks are the natural ticks; beyond, months."""
_LONGEST_IN_DAYS = 12
_LONGEST_IN_MONTHS = 4 * 366


class TickNames(Protocol):
    """The words of a language for dates on the axis."""

    @property
    def first_weekday(self) -> int:
        """Monday is 0."""

    def day(self, day: date) -> str:
        """A day and its month, short."""

    def month(self, day: date) -> str:
        """The month's name."""

    def short_month(self, day: date) -> str:
        """The month's short name."""

    def month_and_year(self, day: date) -> str:
        """The month's name with the year."""

    def short_month_and_year(self, day: date) -> str:
        """The month's short name with the year."""

    def year(self, day: date) -> str:
        """The year."""


@dataclass(frozen=True, slots=True)
class TimeTick:
    """A line at the start of `day`; without words where they would run over the end of the axis."""

    day: date
    label: str


_Namer = Callable[[date, bool], str]
"""The words for a tick, told whether it is the first one."""


def time_ticks(
    scale: DayScale, names: TickNames, measure: Callable[[str], float], *, gap: float = 14.0
) -> tuple[TimeTick, ...]:
    """The finest ticks whose words do not touch; words begin at their line and `gap` pixels stay between them."""
    best: tuple[TimeTick, ...] = ()
    for days, namer in _choices(scale, names):
        ticks = tuple(TimeTick(day, namer(day, number == 0)) for number, day in enumerate(days))
        if not ticks:
            continue
        if _fits(ticks, scale, measure, gap):
            return _without_overhang(ticks, scale, measure, gap)
        best = (TimeTick(ticks[0].day, ticks[0].label),)
    return _without_overhang(best, scale, measure, gap)


def _choices(scale: DayScale, names: TickNames) -> Iterator[tuple[list[date], _Namer]]:
    """Ways to tick the axis, finest first, wordiest first."""
    if scale.days <= _LONGEST_IN_DAYS:
        yield _days(scale, 1, 0), _plainly(names.day)
    if scale.days <= _LONGEST_IN_WEEKS:
        yield _days(scale, 7, names.first_weekday), _plainly(names.day)
        yield _days(scale, 14, names.first_weekday), _plainly(names.day)

    def with_year(long: Callable[[date], str], plain: Callable[[date], str]) -> _Namer:
        return lambda day, is_first: long(day) if is_first or day.month == 1 else plain(day)

    def short(day: date, is_first: bool) -> str:
        return names.year(day) if day.month == 1 else names.short_month(day)

    for step in (1, 3, 6) if scale.days <= _LONGEST_IN_MONTHS else ():
        months = list(_months(scale, step))
        yield months, with_year(names.month_and_year, names.month)
        yield months, with_year(names.short_month_and_year, names.short_month)
        yield months, short
    for step in (1, 2, 5, 10, 20, 50):
        yield list(_years(scale, step)), _plainly(names.year)
    yield [scale.first_day], _plainly(names.day)


def _plainly(name: Callable[[date], str]) -> _Namer:
    return lambda day, _is_first: name(day)


def _days(scale: DayScale, step: int, first_weekday: int) -> list[date]:
    # Ordinal 1 is a Monday, so (ordinal − 1) counts days since one.
    offset = (scale.first_day.toordinal() - 1 - first_weekday) % step
    start = scale.first_day + timedelta(days=(step - offset) % step)
    return [start + timedelta(days=number) for number in range(0, (scale.last_day - start).days + 1, step)]


def _months(scale: DayScale, step: int) -> Iterator[date]:
    number = scale.first_day.year * 12 + scale.first_day.month - 1
    number += scale.first_day.day > 1
    number += -number % step
    while (day := date(number // 12, number % 12 + 1, 1)) <= scale.last_day:
        yield day
        number += step


def _years(scale: DayScale, step: int) -> Iterator[date]:
    year = scale.first_day.year + (scale.first_day > date(scale.first_day.year, 1, 1))
    year += -year % step
    while year <= scale.last_day.year:
        yield date(year, 1, 1)
        year += step


def _fits(ticks: tuple[TimeTick, ...], scale: DayScale, measure: Callable[[str], float], gap: float) -> bool:
    for tick, after in pairwise(ticks):
        room = abs(scale.start_of(after.day) - scale.start_of(tick.day))
        if measure(tick.label) + gap > room:
            return False
    return True


def _without_overhang(
    ticks: tuple[TimeTick, ...], scale: DayScale, measure: Callable[[str], float], gap: float
) -> tuple[TimeTick, ...]:
    """The last words are left out where the axis ends before they do; its line stays."""
    if not ticks:
        return ticks
    last = ticks[-1]
    end = scale.left if scale.is_mirrored else scale.right
    if measure(last.label) + gap / 2 > abs(end - scale.start_of(last.day)) and len(ticks) > 1:
        last = TimeTick(last.day, "")
    return (*ticks[:-1], last)
