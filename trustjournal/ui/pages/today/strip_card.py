"""The last sixty days as a small strip: mood, and trust in a few people, each on its own fixed scale, with how many."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustjournal.domain.timeline import Timeline, TrustSeries
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chart.data import (
    AxisTick,
    ChartData,
    DotShape,
    LineStyle,
    Point,
    Series,
    ValueLane,
    moment_at,
)
from trustjournal.ui.kit.chart.strip_chart import StripChart
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme

MOST_PEOPLE = 3
_LOOKS = (
    (DotShape.CIRCLE, LineStyle.SOLID),
    (DotShape.SQUARE, LineStyle.DASHED),
    (DotShape.TRIANGLE, LineStyle.DOTTED),
)


class StripCard(Card):
    """Shows a `Timeline`; while it is empty, one sentence says what will be here."""

    open_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Last 60 days"))
        self._timeline: Timeline | None = None
        self._chart = StripChart(theme, name=self.tr("Mood and trust in the last 60 days"))
        self._count = SoftLabel(small=True)
        self._empty = SoftLabel(self.tr("Moods and ratings from your check-ins will be drawn here, as dots over time."))
        self._open = Button(self.tr("Open timeline"), "quiet", flush=True)
        self._open.clicked.connect(self.open_requested)
        self.body.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._chart, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._open, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(foot)
        self.show_timeline(None)

    def show_timeline(self, timeline: Timeline | None) -> None:
        """Draw it; None while it is not read yet."""
        if timeline is not None and timeline == self._timeline:
            return
        self._timeline = timeline
        moods = sum(len(run) for run in timeline.moods) if timeline is not None else 0
        series = _shown(timeline) if timeline is not None else ()
        is_empty = not moods and not series
        self._chart.setVisible(not is_empty)
        self._count.setVisible(not is_empty)
        self._open.setVisible(not is_empty)
        self._empty.setVisible(is_empty and timeline is not None)
        if timeline is None or is_empty:
            return
        counts = self._counts(moods, series)
        self._count.setText(self.tr("{counts}. Shows what you noted, not every day.").format(counts=counts))
        self._chart.set_data(self._data(timeline, series), counts)

    def _counts(self, moods: int, series: tuple[TrustSeries, ...]) -> str:
        words = [self.tr("%n mood(s)", "", moods)] if moods else []
        for one in series:
            ratings = self.tr("%n rating(s)", "", one.count)
            words.append(self.tr("{name}: {ratings}").format(name=one.name, ratings=ratings))
        return " · ".join(words)

    def _data(self, timeline: Timeline, series: tuple[TrustSeries, ...]) -> ChartData:
        lanes = []
        if timeline.moods:
            lanes.append(self._mood_lane(timeline))
        if series:
            lanes.append(self._trust_lane(series))
        return ChartData(timeline.first_day, timeline.last_day, tuple(lanes))

    def _mood_lane(self, timeline: Timeline) -> ValueLane:
        runs = tuple(
            tuple(Point(moment_at(dot.moment.day, dot.moment.wall_time), dot.pleasantness) for dot in run)
            for run in timeline.moods
        )
        ticks = (AxisTick(4, self.tr("pleasant")), AxisTick(0, ""), AxisTick(-4, self.tr("unpleasant")))
        return ValueLane(self.tr("Mood"), -4, 4, ticks, (Series("", runs, "mood"),), colour="mood_text")

    def _trust_lane(self, series: tuple[TrustSeries, ...]) -> ValueLane:
        lines = tuple(
            Series(
                one.name,
                tuple(tuple(Point(moment_at(dot.day), dot.value) for dot in run) for run in one.runs),
                "trust",
                shape,
                line,
            )
            for one, (shape, line) in zip(series, _LOOKS, strict=False)
        )
        numbers = QLocale()
        ticks = tuple(AxisTick(value, numbers.toString(value)) for value in (0, 5, 10))
        return ValueLane(self.tr("Trust"), 0, 10, ticks, lines, colour="trust_text")


def _shown(timeline: Timeline) -> tuple[TrustSeries, ...]:
    """The first few people who were rated: the order is the person's own list, not a ranking."""
    return tuple(series for series in timeline.trust if series.runs)[:MOST_PEOPLE]
