"""From what a journal holds to what a chart draws."""

from __future__ import annotations

from PySide6.QtCore import QObject

from trustjournal.domain.timeline import Timeline, TrustSeries, WritingMark
from trustjournal.ui.kit.chart.data import (
    AxisTick,
    ChartData,
    DotShape,
    Lane,
    LineStyle,
    Mark,
    MarkLane,
    Point,
    Series,
    ValueLane,
    moment_at,
)
from trustjournal.ui.pages.timeline.words import TimelineWords

LOOKS = (
    (DotShape.CIRCLE, LineStyle.SOLID),
    (DotShape.SQUARE, LineStyle.DASHED),
    (DotShape.DIAMOND, LineStyle.DOTTED),
    (DotShape.TRIANGLE, LineStyle.DASH_DOTTED),
)
"""Of the people that are drawn, in their order."""
LONG_ENTRY = 600
"""Words from which a stroke on the writing lane has its full length."""


class Lanes(QObject):
    """Makes the lanes: mood, a strip for each person, writing.

    Each person has a strip of their own. Ratings of two people are made with two measures in mind, so a shared scale
    would compare what cannot be compared; and equal numbers would hide each other.
    """

    def __init__(self, words: TimelineWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def chart(self, timeline: Timeline, drawn: tuple[TrustSeries, ...]) -> ChartData:
        """All lanes of `timeline`, with the people in `drawn`."""
        people = [self._trust(series, place) for place, series in enumerate(drawn)]
        lanes: tuple[Lane, ...] = (self._mood(timeline), *people, self._writing(timeline))
        return ChartData(timeline.first_day, timeline.last_day, lanes)

    def _mood(self, timeline: Timeline) -> ValueLane:
        runs = tuple(
            tuple(
                Point(moment_at(dot.moment.day, dot.moment.wall_time), dot.pleasantness, is_hollow=dot.energy < 0)
                for dot in run
            )
            for run in timeline.moods
        )
        title = self.tr("Mood")
        return ValueLane(
            title,
            -4,
            4,
            (AxisTick(4, self.tr("pleasant")), AxisTick(0, ""), AxisTick(-4, self.tr("unpleasant"))),
            (Series(title, runs, "mood"),),
            (self._words.moods(timeline), self.tr("○ low energy")),
            "mood_text",
            weight=1.5,
        )

    def _trust(self, series: TrustSeries, place: int) -> ValueLane:
        shape, line = LOOKS[place]
        runs = tuple(tuple(Point(moment_at(dot.day), dot.value) for dot in run) for run in series.runs)
        return ValueLane(
            series.name,
            0,
            10,
            tuple(AxisTick(value, self._words.number(value)) for value in (0, 5, 10)),
            (Series(series.name, runs, "trust", shape, line),),
            self._words.ratings(series),
            "trust_text",
        )

    def _writing(self, timeline: Timeline) -> MarkLane:
        marks = tuple(
            Mark(moment_at(mark.moment.day, mark.moment.wall_time), str(mark.entry), _length(mark))
            for mark in timeline.writing
        )
        return MarkLane(self.tr("Writing"), marks, (self._words.entries(timeline),))


def _length(mark: WritingMark) -> float:
    return min(1.0, mark.words / LONG_ENTRY)
