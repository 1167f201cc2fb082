"""Ranges of a text that move along while it is edited."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence


class Ranges:
    """Ranges as start and end, in order; one that overlaps an earlier one is left out.

    An edit moves what is behind it, and takes away what it touches.

    What lies behind the place of typing moves with every key, so how far it moved is kept once for all of it, and only
    worked into the single ranges when typing goes on somewhere else.
    """

    def __init__(self, ranges: Iterable[tuple[int, int]] = (), *, breaks_at_edges: bool = False) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if (self._ends[-1] if self._ends else 0) <= start < end:
                self._starts.append(start)
                self._ends.append(end)
        self._breaks_at_edges = breaks_at_edges
        """Whether writing right before or after a range takes it away too (a letter more makes it another word)."""
        self._moved_from = 0
        self._moved_by = 0

    def __len__(self) -> int:
        return len(self._starts)

    def between(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """The ranges of which something lies between two positions."""
        begin = bisect_right(range(len(self)), first, key=self._end)
        end = bisect_left(range(len(self)), last, key=self._start)
        return [(self._start(index), self._end(index)) for index in range(begin, end)]

    def edit(self, position: int, removed: int, added: int) -> bool:
        """Follow an edit; returns whether ranges were taken away by it."""
        if not self._starts:
            return False
        after = position + removed
        if self._breaks_at_edges:
            begin = bisect_left(range(len(self)), position, key=self._end)
            end = bisect_right(range(len(self)), after, key=self._start)
        else:
            begin = bisect_right(range(len(self)), position, key=self._end)
            end = bisect_left(range(len(self)), after, key=self._start)
        end = max(begin, end)
        self._begin_moving_at(begin, end)
        del self._starts[begin:end], self._ends[begin:end]
        self._moved_by += added - removed
        return end > begin

    def _start(self, index: int) -> int:
        return self._starts[index] + (self._moved_by if index >= self._moved_from else 0)

    def _end(self, index: int) -> int:
        return self._ends[index] + (self._moved_by if index >= self._moved_from else 0)

    def _begin_moving_at(self, begin: int, end: int) -> None:
        """Let what moved so far be what begins at `end`, which will be at `begin` once those between are gone."""
        low, high = sorted((self._moved_from, end))
        by = self._moved_by if end > self._moved_from else -self._moved_by
        if by:
            for index in range(low, high):
                self._starts[index] += by
                self._ends[index] += by
        self._moved_from = begin
