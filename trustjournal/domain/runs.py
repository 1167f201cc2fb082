"""Cutting dots into runs that a line may join, and spans of time into days.

A line joins two neighbours only when they are at most one and a half times the expected interval apart; a longer gap
stays open, because nothing is known about it. Distance is counted in calendar days: a person checks in *every day* or
*every week*, not every 24 or 168 hours, so Monday 8:00 and Tuesday 22:00 are neighbours.

- Trust is expected weekly: ratings up to ten days apart are joined.
- Mood is expected daily: moods of the same day or of two days in a row are joined; a day left out is a gap.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar

from trustjournal.domain.timeline import Span

T = TypeVar("T")

JOINED_UP_TO = 1.5
"""Times the expected interval."""

TRUST_EVERY_DAYS = 7
MOOD_EVERY_DAYS = 1

_MONTHS = {Span.MONTH: 1, Span.HALF_YEAR: 6, Span.YEAR: 12}


def cut_into_runs(dots: Iterable[T], *, day_of: Callable[[T], date], every_days: int) -> tuple[tuple[T, ...], ...]:
    """Cut `dots` (oldest first) wherever two neighbours are further apart than 1.5 × `every_days`."""
    longest = timedelta(days=int(every_days * JOINED_UP_TO))
    runs: list[list[T]] = []
    for dot in dots:
        if runs and day_of(dot) - day_of(runs[-1][-1]) <= longest:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return tuple(tuple(run) for run in runs)


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier; the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    if index < 12:
        return date.min
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def first_day_of(span: Span, *, last_day: date, first_ever: date | None) -> date:
    """The first day a span shows that ends on `last_day`, both included.

    `first_ever` is the first day anything was written or logged; without one, `Span.ALL` is a month, so that an empty
    chart still has an axis.
    """
    if span is Span.ALL:
        if first_ever is not None:
            return min(first_ever, last_day)
        span = Span.MONTH
    return months_before(last_day, _MONTHS[span]) + timedelta(days=1)
