"""What the timeline says: counts always, swings from four ratings, and never a verdict or a cause."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from trustjournal.domain.ids import EntryId, PersonId
from trustjournal.domain.moment import Moment
from trustjournal.domain.timeline import MoodDot, Timeline, TrustDot, TrustSeries, WritingMark
from trustjournal.ui.kit.chart.data import MarkLane, ValueLane
from trustjournal.ui.pages.timeline.lanes import Lanes
from trustjournal.ui.pages.timeline.table_model import TimelineTableModel, rows_of
from trustjournal.ui.pages.timeline.words import TimelineWords

FIRST = date(2026, 1, 1)
VERDICTS = re.compile(r"improv|declin|better|worse|because|caus|led to|should|score|normal range|usual", re.IGNORECASE)


@pytest.fixture
def words() -> TimelineWords:
    return TimelineWords(QLocale("en_GB"))


def _series(*values: int, not_sure: int = 0, name: str = "Alex") -> TrustSeries:
    run = tuple(TrustDot(FIRST + timedelta(days=7 * week), value) for week, value in enumerate(values))
    return TrustSeries(PersonId(UUID(int=len(name))), name, (run,) if run else (), not_sure)


def _at(day: date, wall: time) -> Moment:
    return Moment.on_the_wall(day, wall, "Europe/Rome")


def _timeline(*series: TrustSeries) -> Timeline:
    moods = ((MoodDot(_at(FIRST, time(8, 5)), 2, -1), MoodDot(_at(FIRST, time(20, 0)), 0, 0)),)
    writing = (
        WritingMark(EntryId(UUID(int=9)), _at(FIRST, time(21, 30)), 300),
        WritingMark(EntryId(UUID(int=8)), _at(FIRST, time(7, 0)), 9000),
    )
    return Timeline(FIRST, FIRST + timedelta(days=58), moods, series, writing)


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (_series(5), "1 rating"),
        (_series(5, 6, 8), "3 ratings"),
        (_series(5, 6, 8, not_sure=2), "3 ratings, 2 not sure"),
        (_series(5, 6, 8, 3), "4 ratings; between 3 and 8; too few to tell apart from normal ups and downs"),
        (_series(5, 6, 8, 3, 5, 5, 5), "7 ratings; between 3 and 8"),
        (_series(not_sure=1), "0 ratings, 1 not sure"),
    ],
)
def test_ratings_are_spoken_of_as_far_as_so_many_carry(words: TimelineWords, series: TrustSeries, said: str) -> None:
    assert words.about_ratings(series) == said


def test_nothing_that_is_said_is_a_verdict_or_a_cause(words: TimelineWords) -> None:
    series = (_series(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), _series(9, 4, 1, 0, name="Sam"))
    timeline = _timeline(*series)
    said = [words.summary(timeline, series), words.card(FIRST, timeline, series).spoken]
    said += [words.about_ratings(one) for one in series]
    assert [text for text in said if VERDICTS.search(text)] == []


def test_a_mood_is_said_by_its_sides(words: TimelineWords) -> None:
    moment = _at(FIRST, time(8))
    assert words.mood(MoodDot(moment, 2, -1)) == "pleasant 2, low energy 1"
    assert words.mood(MoodDot(moment, -4, 0)) == "unpleasant 4"
    assert words.mood(MoodDot(moment, 0, 3)) == "high energy 3"
    assert words.mood(MoodDot(moment, 0, 0)) == "in the middle"


def test_the_card_of_a_day_says_what_is_drawn_and_no_more(words: TimelineWords) -> None:
    drawn, hidden = _series(5), _series(7, name="Sam")
    card = words.card(FIRST, _timeline(drawn, hidden), (drawn,))
    assert card.title == "Thursday, 1 January 2026"
    assert card.lines == ("Mood at 08:05: pleasant 2, low energy 1", "Mood at 20:00: in the middle", "Alex: 5 of 10")
    assert card.mark_lines == ("Wrote 9000 words at 07:00", "Wrote 300 words at 21:30")
    assert card.action
    assert words.card(FIRST + timedelta(days=7), _timeline(drawn), (drawn,)).action == ""


def test_every_person_has_a_strip_with_a_fixed_scale_and_a_look_of_its_own(words: TimelineWords) -> None:
    drawn = (_series(5), _series(5, name="Sam"), _series(5, name="Noor B"), _series(5, name="Kim"))
    lanes = Lanes(words).chart(_timeline(*drawn), drawn).lanes
    strips = [lane for lane in lanes[1:-1] if isinstance(lane, ValueLane)]
    assert [strip.title for strip in strips] == ["Alex", "Sam", "Noor B", "Kim"]
    assert {(strip.low, strip.high) for strip in strips} == {(0, 10)}
    assert len({(strip.series[0].shape, strip.series[0].line) for strip in strips}) == 4
    assert {strip.series[0].colour for strip in strips} == {"trust"}
    assert isinstance(lanes[-1], MarkLane)
    assert {mark.size for mark in lanes[-1].marks} == {0.5, 1.0}


def test_low_energy_is_a_ring_and_runs_stay_apart(words: TimelineWords) -> None:
    timeline = _timeline()
    mood = Lanes(words).chart(timeline, ()).lanes[0]
    assert isinstance(mood, ValueLane)
    assert [point.is_hollow for point in mood.series[0].runs[0]] == [True, False]
    assert (mood.low, mood.high) == (-4, 4)


def test_the_table_holds_every_dot_and_stroke_of_the_chart_newest_first(words: TimelineWords) -> None:
    drawn = (_series(5, 6),)
    timeline = _timeline(*drawn)
    model = TimelineTableModel(words)
    model.set_rows(rows_of(timeline, drawn))
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert cells == [
        ["Thu 8 Jan 2026", "—", "Trust: Alex", "6 of 10"],
        ["Thu 1 Jan 2026", "21:30", "Writing", "300 words"],
        ["Thu 1 Jan 2026", "20:00", "Mood", "in the middle"],
        ["Thu 1 Jan 2026", "08:05", "Mood", "pleasant 2, low energy 1"],
        ["Thu 1 Jan 2026", "07:00", "Writing", "9000 words"],
        ["Thu 1 Jan 2026", "—", "Trust: Alex", "5 of 10"],
    ]
