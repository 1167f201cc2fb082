"""Which days have something to show, and the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from trustjournal.ui.kit.chart.data import ChartData, Mark, MarkLane, Point, Series


@dataclass(frozen=True, slots=True)
class DayPoint:
    """A point of a day, and where it belongs."""

    lane: int
    series: Series
    point: Point


class DayIndex:
    """The days of a chart that have data, oldest first."""

    def __init__(self, data: ChartData) -> None:
        self._points: defaultdict[int, list[DayPoint]] = defaultdict(list)
        self._marks: defaultdict[int, list[tuple[int, Mark]]] = defaultdict(list)
        for number, lane in enumerate(data.lanes):
            if isinstance(lane, MarkLane):
                for mark in lane.marks:
                    self._marks[int(mark.at)].append((number, mark))
            else:
                for series in lane.series:
                    for run in series.runs:
                        for point in run:
                            self._points[int(point.at)].append(DayPoint(number, series, point))
        self._days = sorted(self._points.keys() | self._marks.keys())

    def __len__(self) -> int:
        return len(self._days)

    def __contains__(self, day: date) -> bool:
        return day.toordinal() in self._points or day.toordinal() in self._marks

    def first(self) -> date | None:
        """The oldest day with data."""
        return date.fromordinal(self._days[0]) if self._days else None

    def last(self) -> date | None:
        """The newest day with data."""
        return date.fromordinal(self._days[-1]) if self._days else None

    def before(self, day: date) -> date | None:
        """The next older day with data."""
        place = bisect_left(self._days, day.toordinal())
        return date.fromordinal(self._days[place - 1]) if place else None

    def after(self, day: date) -> date | None:
        """The next newer day with data."""
        place = bisect_right(self._days, day.toordinal())
        return date.fromordinal(self._days[place]) if place < len(self._days) else None

    def nearest(self, day: date) -> date | None:
        """The day with data that is nearest to `day`; the newer one of two that are equally near."""
        if day in self:
            return day
        around = [found for found in (self.after(day), self.before(day)) if found is not None]
        return min(around, key=lambda found: abs(found - day)) if around else None

    def points(self, day: date) -> tuple[DayPoint, ...]:
        """The points of `day`."""
        return tuple(self._points.get(day.toordinal(), ()))

    def marks(self, day: date) -> tuple[tuple[int, Mark], ...]:
        """(number of the lane, mark) of `day`, oldest first."""
        return tuple(sorted(self._marks.get(day.toordinal(), ()), key=lambda found: found[1].at))
