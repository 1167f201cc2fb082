"""Which days have entries, and how many: what the calendar and the list of the whole journal stand on."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class MonthOfDays:
    """A month that has entries. `first_rank` is how many entries are newer than all of it."""

    first_day: date
    count: int
    first_rank: int


class WrittenDays:
    """The days with entries from the newest, each with how many it has. Never changes once it is made.

    A rank is an entry's place in the whole journal, 0 for the newest one. Kept in two arrays, so that a hundred
    thousand days take less than two megabytes.
    """

    __slots__ = ("_before", "_days", "_months")

    def __init__(self, counts: Iterable[tuple[date, int]] = ()) -> None:
        """`counts` are days and how many entries each has (at least one), newest day first."""
        self._fill([(day.toordinal(), count) for day, count in counts])

    @classmethod
    def of_ordinals(cls, counts: Sequence[tuple[int, int]]) -> WrittenDays:
        """The same from days that are counted as Python counts them, which is quicker for many."""
        days = cls.__new__(cls)
        days._fill(counts)
        return days

    def _fill(self, counts: Sequence[tuple[int, int]]) -> None:
        self._days = array("q", [-ordinal for ordinal, _count in counts])  # negative, so that it ascends
        self._before = array("q", accumulate((count for _ordinal, count in counts), initial=0))
        self._months: list[MonthOfDays] = []
        at = 0
        while at < len(self._days):
            month = date.fromordinal(-self._days[at]).replace(day=1)
            end = bisect_right(self._days, -month.toordinal())
            self._months.append(MonthOfDays(month, self._before[end] - self._before[at], self._before[at]))
            at = end

    @property
    def total(self) -> int:
        """How many entries there are."""
        return self._before[-1]

    @property
    def months(self) -> Sequence[MonthOfDays]:
        """The months that have entries, from the newest."""
        return self._months

    @property
    def newest(self) -> date | None:
        """The newest day with an entry."""
        return date.fromordinal(-self._days[0]) if self._days else None

    @property
    def oldest(self) -> date | None:
        """The oldest day with an entry."""
        return date.fromordinal(-self._days[-1]) if self._days else None

    def __iter__(self) -> Iterator[tuple[date, int]]:
        return self.between(date.min, date.max)

    def between(self, first: date, last: date) -> Iterator[tuple[date, int]]:
        """The days with entries from `first` to `last`, newest first, each with how many it has."""
        for at in range(bisect_left(self._days, -last.toordinal()), bisect_right(self._days, -first.toordinal())):
            yield date.fromordinal(-self._days[at]), self._before[at + 1] - self._before[at]

    def count(self, day: date) -> int:
        """How many entries a day has."""
        return self.ranks(day)[1] - self.ranks(day)[0]

    def ranks(self, day: date) -> tuple[int, int]:
        """The rank of a day's newest entry, and one more than that of its oldest; both alike where it has none."""
        at = bisect_left(self._days, -day.toordinal())
        has_any = at < len(self._days) and self._days[at] == -day.toordinal()
        return self._before[at], self._before[at + 1 if has_any else at]

    def at(self, rank: int) -> tuple[date, int]:
        """The day of the entry of a rank, and how many entries of that day are newer."""
        at = bisect_right(self._before, rank) - 1
        return date.fromordinal(-self._days[at]), rank - self._before[at]

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WrittenDays):
            return NotImplemented
        return self._days == other._days and self._before == other._before

    __hash__ = None  # type: ignore[assignment]  # equal by what it holds, and no key of anything

    @override
    def __repr__(self) -> str:
        return f"WrittenDays({len(self._days)} days)"  # when somebody wrote is private
