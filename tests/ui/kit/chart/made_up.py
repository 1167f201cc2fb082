"""Chart data and text sizes for tests: every letter is six pixels wide."""

from __future__ import annotations

from datetime import date, time, timedelta

from trustjournal.ui.kit.chart.data import (
    AxisTick,
    ChartData,
    DotShape,
    Mark,
    MarkLane,
    Point,
    Series,
    ValueLane,
    moment_at,
)
from trustjournal.ui.kit.chart.layout import TextMetrics

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
LONG_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]

METRICS = TextMetrics(
    title_height=16, small_height=14, title_width=lambda text: 7 * len(text), small_width=lambda text: 6 * len(text)
)


class EnglishNames:
    """`TickNames` without Qt."""

    first_weekday = 0

    def day(self, day: date) -> str:
        return f"{day.day} {MONTHS[day.month - 1]}"

    def month(self, day: date) -> str:
        return LONG_MONTHS[day.month - 1]

    def short_month(self, day: date) -> str:
        return MONTHS[day.month - 1]

    def month_and_year(self, day: date) -> str:
        return f"{self.month(day)} {day.year}"

    def short_month_and_year(self, day: date) -> str:
        return f"{self.short_month(day)} {day.year}"

    def year(self, day: date) -> str:
        return str(day.year)


def a_chart(first: date = date(2026, 1, 1), days: int = 31) -> ChartData:
    """A lane with two lines and a lane with three marks, two of them on one day."""
    at = [moment_at(first + timedelta(days=number)) for number in (2, 3, 9)]
    line = Series("One", ((Point(at[0], 4), Point(at[1], 5)), (Point(at[2], 6),)), "trust")
    other = Series("Other", ((Point(at[2], 6),),), "trust", DotShape.SQUARE)
    lane = ValueLane("Lines", 0, 10, (AxisTick(0, "0"), AxisTick(10, "10")), (line, other), ("4 ratings",))
    twentieth = first + timedelta(days=20)
    marks = (
        Mark(moment_at(first + timedelta(days=3), time(9)), "a"),
        Mark(moment_at(twentieth, time(8)), "b", 0.5),
        Mark(moment_at(twentieth, time(21)), "c", 0.2),
    )
    return ChartData(first, first + timedelta(days=days - 1), (lane, MarkLane("Marks", marks)))
