"""Timing and the rows a benchmark gives back."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a stable name, and either times in milliseconds or a ratio of two medians."""

    name: str
    median: float
    p95: float | None = None
    runs: int | None = None
    unit: str = "ms"
    aim: str = ""


def timed(name: str, work: Callable[[], object], *, runs: int, warm_up: int = 1, aim: str = "") -> Row:
    """The median and 95th percentile of `runs` calls of `work`."""
    for _ in range(warm_up):
        work()
    times = []
    for _ in range(runs):
        begun = perf_counter()
        work()
        times.append((perf_counter() - begun) * 1000)
    return of_times(name, times, aim=aim)


def of_times(name: str, times_ms: Sequence[float], *, aim: str = "") -> Row:
    """A row from times that were taken elsewhere."""
    ordered = sorted(times_ms)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return Row(name, statistics.median(ordered), p95, len(ordered), aim=aim)


def ratio(name: str, first: Row, second: Row, *, aim: str = "") -> Row:
    """The first median over the second."""
    return Row(name, first.median / second.median, unit="×", aim=aim)
