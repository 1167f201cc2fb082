"""What may come back unasked from earlier years, and when."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trustjournal.domain.entry import EntrySummary


class OnThisDay(StrEnum):
    """Which entries of earlier years Today may show on their day."""

    NEVER = "never"
    STARRED = "starred"
    KIND = "kind"
    """Of days with a check-in that felt pleasant, and none that felt unpleasant."""
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Memory:
    """An entry of the same day of an earlier year."""

    entry: EntrySummary
    years: int
    """How many years ago it was."""


def days_to_remember(today: date, year: int) -> tuple[date, ...]:
    """The days of an earlier year that belong to `today`.

    The 29th of February has no day of its own in most years; in those it comes back on the 28th, with that day's own.
    """
    if (today.month, today.day) == (2, 29):
        return (date(year, 2, 29),) if calendar.isleap(year) else ()
    day = date(year, today.month, today.day)
    if (today.month, today.day) == (2, 28) and calendar.isleap(year) and not calendar.isleap(today.year):
        return (date(year, 2, 29), day)
    return (day,)
