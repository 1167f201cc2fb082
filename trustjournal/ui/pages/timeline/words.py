"""The timeline in words: counts, days, and what happened on one. Nothing here says why, better or worse."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QLocale, QObject, QTime

from trustjournal.domain.timeline import MoodDot, Timeline, TrustSeries, WritingMark
from trustjournal.ui.kit.as_qdate import as_qdate
from trustjournal.ui.kit.chart.data import CardText

DOTS_ONLY_UNDER = 4
"""Ratings under which nothing is said about them but how many there are (small-sample rule)."""
TOO_FEW_UNDER = 7


class TimelineWords(QObject):
    """Sentences of the timeline page, in the language and the customs of `locale`."""

    def __init__(self, locale: QLocale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale

    # -- numbers and days ----------------------------------------------------------------------------------------

    def number(self, value: int) -> str:
        """A whole number as the locale writes it."""
        return self._locale.toString(value)

    def long_day(self, day: date) -> str:
        """A day with its weekday and year."""
        return self._locale.toString(as_qdate(day), QLocale.FormatType.LongFormat)

    def short_day(self, day: date) -> str:
        """A day in few letters, with its weekday."""
        name = self._locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        when = self._locale.toString(as_qdate(day), "d MMM yyyy")
        return self.tr("{weekday} {day}").format(weekday=name, day=when)

    def clock(self, wall_time: time) -> str:
        """A time of day."""
        return self._locale.toString(QTime(wall_time.hour, wall_time.minute), QLocale.FormatType.ShortFormat)

    def stretch(self, timeline: Timeline) -> str:
        """From when to when."""
        first, last = timeline.first_day, timeline.last_day
        pattern = "d MMMM yyyy"
        return self.tr("{first} – {last}").format(
            first=self._locale.toString(as_qdate(first), pattern),
            last=self._locale.toString(as_qdate(last), pattern),
        )

    # -- counts --------------------------------------------------------------------------------------------------

    def moods(self, timeline: Timeline) -> str:
        """How many moods."""
        return self.tr("%n mood(s)", "", sum(len(run) for run in timeline.moods))

    def ratings(self, series: TrustSeries) -> tuple[str, ...]:
        """How many ratings, and how many *not sure* where there are any."""
        words = [self.tr("%n rating(s)", "", series.count)]
        if series.not_sure:
            words.append(self.tr("%n not sure", "", series.not_sure))
        return tuple(words)

    def entries(self, timeline: Timeline) -> str:
        """How many entries."""
        return self.tr("%n entry(s)", "", len(timeline.writing))

    def about_ratings(self, series: TrustSeries) -> str:
        """How many, and between which numbers, as far as so many ratings carry it."""
        words = [", ".join(self.ratings(series))]
        values = [dot.value for run in series.runs for dot in run]
        if len(values) >= DOTS_ONLY_UNDER:
            words.append(
                self.tr("between {low} and {high}").format(low=self.number(min(values)), high=self.number(max(values)))
            )
        if DOTS_ONLY_UNDER <= len(values) < TOO_FEW_UNDER:
            words.append(self.tr("too few to tell apart from normal ups and downs"))
        return "; ".join(words)

    def summary(self, timeline: Timeline, drawn: tuple[TrustSeries, ...]) -> str:
        """All that is drawn, for those who hear the chart."""
        parts = [self.stretch(timeline), self.moods(timeline)]
        parts.extend(
            self.tr("{name}: {ratings}").format(name=series.name, ratings=self.about_ratings(series))
            for series in drawn
        )
        parts.append(self.entries(timeline))
        parts.append(self.tr("Use the arrow keys to go from day to day"))
        return ". ".join(parts) + "."

    # -- single things -------------------------------------------------------------------------------------------

    def mood(self, dot: MoodDot) -> str:
        """A place on the mood pad."""
        if dot.pleasantness == 0 and dot.energy == 0:
            return self.tr("in the middle")
        words = []
        if dot.pleasantness:
            side = self.tr("pleasant {steps}") if dot.pleasantness > 0 else self.tr("unpleasant {steps}")
            words.append(side.format(steps=self.number(abs(dot.pleasantness))))
        if dot.energy:
            side = self.tr("high energy {steps}") if dot.energy > 0 else self.tr("low energy {steps}")
            words.append(side.format(steps=self.number(abs(dot.energy))))
        return self.tr(", ").join(words)

    def rating(self, value: int) -> str:
        """A rating on its scale."""
        return self.tr("{value} of 10").format(value=self.number(value))

    def writing(self, mark: WritingMark) -> str:
        """An entry, without a word of it."""
        return self.tr("%n word(s)", "", mark.words)

    def card(self, day: date, timeline: Timeline, drawn: tuple[TrustSeries, ...]) -> CardText:
        """What is there on `day`: only what is drawn."""
        lines = [
            self.tr("Mood at {time}: {mood}").format(time=self.clock(dot.moment.wall_time), mood=self.mood(dot))
            for run in timeline.moods
            for dot in run
            if dot.moment.day == day
        ]
        lines.extend(
            self.tr("{name}: {rating}").format(name=series.name, rating=self.rating(dot.value))
            for series in drawn
            for run in series.runs
            for dot in run
            if dot.day == day
        )
        marks = sorted((mark for mark in timeline.writing if mark.moment.day == day), key=_when)
        written = tuple(
            self.tr("Wrote {words} at {time}").format(words=self.writing(mark), time=self.clock(mark.moment.wall_time))
            for mark in marks
        )
        action = self.tr("Enter to open") if written else ""
        return CardText(self.long_day(day), tuple(lines), written, action)


def _when(mark: WritingMark) -> time:
    return mark.moment.wall_time
