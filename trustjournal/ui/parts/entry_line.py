"""What a list says of an entry, and of a month of entries. Plain data: `entry_row` paints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from trustjournal.domain.entry import EntrySummary, TextRun
from trustjournal.domain.guide import Part


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry. `title` and `excerpt` are runs, so that what was searched for can stand out."""

    summary: EntrySummary
    title: tuple[TextRun, ...] = field(repr=False)
    excerpt: tuple[TextRun, ...] = field(repr=False)
    people: tuple[str, ...] = field(default=(), repr=False)
    """Names."""
    part: Part | None = None
    """The part of the guide whose prompt began the entry."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags, as the person wrote them."""
        return self.summary.tags


@dataclass(frozen=True, slots=True)
class MonthLine:
    """The heading over the entries of a month; `count` is None while it is not known that all of them are here."""

    first_day: date
    count: int | None


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """An entry of which only the day is known yet."""

    day: date


ListLine = EntryLine | MonthLine | UnreadLine


def plain_run(text: str) -> tuple[TextRun, ...]:
    """A text in which nothing stands out."""
    return (TextRun(text, is_hit=False),) if text.strip() else ()


def words_of(runs: tuple[TextRun, ...]) -> str:
    """The text of some runs, on one line."""
    return " ".join("".join(run.text for run in runs).split())
