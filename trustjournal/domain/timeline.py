"""Mood and trust over time, ready to draw: dots are the data, lines join neighbours only, gaps stay open."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from trustjournal.domain.ids import EntryId, PersonId
from trustjournal.domain.moment import Moment


class Span(StrEnum):
    """How far back the timeline looks."""

    MONTH = "month"
    HALF_YEAR = "half-year"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class MoodDot:
    """One logged mood: −4 … +4 on both axes."""

    moment: Moment
    pleasantness: int
    energy: int


@dataclass(frozen=True, slots=True)
class TrustDot:
    """One kept rating, 0 … 10, on its day."""

    day: date
    value: int


@dataclass(frozen=True, slots=True)
class TrustSeries:
    """Ratings of one person, oldest first, cut into runs whose neighbours are near enough to be joined by a line.

    `not_sure` counts the ratings answered *not sure*: they are no dots, and they are not hidden either.
    """

    person: PersonId
    name: str = field(repr=False)
    runs: tuple[tuple[TrustDot, ...], ...]
    not_sure: int

    @property
    def count(self) -> int:
        """How many ratings have a number (n)."""
        return sum(len(run) for run in self.runs)


@dataclass(frozen=True, slots=True)
class WritingMark:
    """An entry on the writing lane."""

    entry: EntryId
    moment: Moment
    words: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything one view of the timeline shows, between two days, both included."""

    first_day: date
    last_day: date
    moods: tuple[tuple[MoodDot, ...], ...]
    """Runs, as in `TrustSeries.runs`."""
    trust: tuple[TrustSeries, ...]
    writing: tuple[WritingMark, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing was logged or written in this time."""
        return not (self.moods or self.writing or any(series.runs for series in self.trust))
