"""The whole journal as lines of a list, of which only those near what can be seen are read.

How many entries each day has says which row is what, so that the list is as long as the journal from the beginning.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import overload

from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.domain.written_days import WrittenDays
from trustjournal.ui.parts.entry_line import EntryLine, ListLine, MonthLine, UnreadLine

DayLines = tuple[EntryLine | None, ...]
"""The entries of a day, newest first; None for one that is not read."""


class MonthRows:
    """Which row holds which entry, where each month has a heading."""

    def __init__(self, days: WrittenDays) -> None:
        self.days = days
        self.headings = [MonthLine(month.first_day, month.count) for month in days.months]
        self._first_ranks = [month.first_rank for month in days.months]
        self._heading_rows = [rank + at for at, rank in enumerate(self._first_ranks)]

    def __len__(self) -> int:
        return self.days.total + len(self.headings)

    def heading(self, row: int) -> MonthLine | None:
        """The heading in a row, if it holds one."""
        at = bisect_right(self._heading_rows, row) - 1
        return self.headings[at] if self._heading_rows[at] == row else None

    def heading_rows(self) -> Sequence[int]:
        """The rows that hold the headings, in order."""
        return self._heading_rows

    def rank(self, row: int) -> int:
        """The rank of the entry in a row, or of the first one under the heading in it."""
        at = bisect_right(self._heading_rows, row) - 1
        return row - at - (0 if self._heading_rows[at] == row else 1)

    def row(self, rank: int) -> int:
        """The row of the entry of a rank."""
        return rank + bisect_right(self._first_ranks, rank)

    def rows_of(self, day: date) -> range:
        """The rows of a day's entries."""
        first, end = self.days.ranks(day)
        return range(self.row(first), self.row(first) + end - first) if end > first else range(0)

    def count(self, rows: range) -> int:
        """How many entries are in some rows."""
        return 0 if not rows else self.rank(rows.stop - 1) + (not self.heading(rows.stop - 1)) - self.rank(rows.start)

    def row_near(self, day: date) -> int:
        """The row of a day's newest entry, or of the next older one, or of the oldest of all."""
        return self.row(min(self.days.ranks(day)[0], self.days.total - 1))


@dataclass(frozen=True, eq=False)
class WindowOfLines(Sequence[ListLine]):
    """The rows of the whole journal, and the lines of the days that are read."""

    rows: MonthRows = field(default_factory=lambda: MonthRows(WrittenDays()), repr=False)
    read: Mapping[date, DayLines] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    @override
    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> ListLine: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ListLine]: ...
    @override
    def __getitem__(self, index: int | slice) -> ListLine | Sequence[ListLine]:
        if isinstance(index, slice):
            return tuple(self[row] for row in range(*index.indices(len(self))))
        row = index + len(self) if index < 0 else index
        if not 0 <= row < len(self):
            raise IndexError("no such row")
        heading = self.rows.heading(row)
        if heading is not None:
            return heading
        day, place = self.rows.days.at(self.rows.rank(row))
        lines = self.read.get(day)
        return (lines[place] if lines is not None else None) or UnreadLine(day)

    def row_of(self, entry_id: EntryId) -> int | None:
        """The row of an entry, if it is read."""
        for day, lines in self.read.items():
            for place, line in enumerate(lines):
                if line is not None and line.summary.id == entry_id:
                    return self.rows.rows_of(day)[place]
        return None

    def entries(self) -> Iterator[EntryLine]:
        """The entries that are read."""
        return (line for lines in self.read.values() for line in lines if line is not None)

    def known_rows(self, rows: range) -> list[int]:
        """Those of some rows that hold a heading or belong to a day that is read."""
        headings = self.rows.heading_rows()
        known = set(headings[bisect_left(headings, rows.start) : bisect_left(headings, rows.stop)])
        for day in self.read:
            of_day = self.rows.rows_of(day)
            known.update(range(max(rows.start, of_day.start), min(rows.stop, of_day.stop)))
        return sorted(known)

    def unread(self, first_rank: int, end_rank: int) -> tuple[int, int] | None:
        """The stretch of ranks between two, the second not included, that holds all that is not read there."""
        unread = [
            rank for rank in range(max(0, first_rank), min(end_rank, self.rows.days.total)) if not self._has(rank)
        ]
        return (unread[0], unread[-1] + 1) if unread else None

    def _has(self, rank: int) -> bool:
        day, place = self.rows.days.at(rank)
        lines = self.read.get(day)
        return lines is not None and lines[place] is not None

    def with_read(self, first_rank: int, lines: Sequence[EntryLine]) -> WindowOfLines | None:
        """The same rows with more lines read; None where the lines do not belong into these rows."""
        days = self.rows.days
        if first_rank + len(lines) > days.total:
            return None
        changed: dict[date, list[EntryLine | None]] = {}
        for rank, line in enumerate(lines, first_rank):
            day, place = days.at(rank)
            if line.summary.moment.day != day:
                return None
            if day not in changed:
                changed[day] = list(self.read.get(day) or (None,) * days.count(day))
            changed[day][place] = line
        return WindowOfLines(self.rows, {**self.read, **{day: tuple(of_day) for day, of_day in changed.items()}})

    def near(self, first_rank: int, end_rank: int) -> WindowOfLines:
        """The same rows with only the days read that some ranks belong to."""
        if not self.rows.days.total:
            return WindowOfLines(self.rows)
        newest = self.rows.days.at(max(0, first_rank))[0]
        oldest = self.rows.days.at(min(end_rank, self.rows.days.total) - 1)[0]
        kept = {day: lines for day, lines in self.read.items() if oldest <= day <= newest}
        return WindowOfLines(self.rows, kept)
