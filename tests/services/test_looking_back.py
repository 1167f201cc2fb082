"""The timeline shows what was logged, joins near neighbours and leaves gaps open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.fakes.clock import FakeClock
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Role
from trustjournal.domain.timeline import Span
from trustjournal.services.journal import Journal

TODAY = date(2026, 3, 10)


def test_an_empty_journal_has_an_empty_timeline_of_a_month(journal: Journal) -> None:
    timeline = journal.looking_back.timeline(Span.ALL, today=TODAY)
    assert timeline.is_empty
    assert (timeline.first_day, timeline.last_day) == (date(2026, 2, 11), TODAY)


def test_ratings_and_moods_are_cut_where_a_gap_is_too_long(journal: Journal, clock: FakeClock) -> None:
    alex, mina = (journal.people.add(name, Role.FRIEND) for name in ("Alex", "Mina"))
    for days_ago, value in ((40, 3), (33, 4), (23, 5), (12, 6), (5, None)):
        clock.set(TODAY - timedelta(days=days_ago))
        journal.checking_in.save(Mood(days_ago % 4, 0), (), {alex.id: (value, None)})
    for days_ago in (4, 2, 1):
        clock.set(TODAY - timedelta(days=days_ago))
        journal.checking_in.save(Mood(-1, -1), (), {})
    timeline = journal.looking_back.timeline(Span.HALF_YEAR, today=TODAY)
    [series] = timeline.trust
    assert (series.person, series.name, series.not_sure, series.count) == (alex.id, "Alex", 1, 4)
    assert [[dot.value for dot in run] for run in series.runs] == [[3, 4, 5], [6]]
    assert [len(run) for run in timeline.moods] == [1, 1, 1, 1, 2, 2]
    assert mina.id not in {series.person for series in timeline.trust}


def test_somebody_archived_keeps_their_past(journal: Journal) -> None:
    alex = journal.people.add("Alex", Role.EX)
    journal.checking_in.save(None, (), {alex.id: (2, None)})
    journal.people.change(replace(alex, is_archived=True))
    assert [series.name for series in journal.looking_back.recent(today=TODAY).trust] == ["Alex"]


def test_spans_hold_the_days_they_say_and_can_be_moved_back(journal: Journal, clock: FakeClock) -> None:
    written = []
    for days_ago in (400, 200, 60, 59, 10, 0):
        clock.set(TODAY - timedelta(days=days_ago))
        entry = journal.writing.save(replace(journal.writing.blank(), text="four words of text"))
        written.append(entry.id)
    clock.set(TODAY - timedelta(days=500))
    journal.checking_in.save(Mood(0, 0), (), {})

    def marks(span: Span, until: date | None = None) -> list[int]:
        shown = journal.looking_back.timeline(span, today=TODAY, until=until)
        return [written.index(mark.entry) for mark in shown.writing]

    assert marks(Span.MONTH) == [4, 5]
    assert marks(Span.HALF_YEAR) == [2, 3, 4, 5]
    assert marks(Span.YEAR) == [1, 2, 3, 4, 5]
    assert marks(Span.ALL) == [0, 1, 2, 3, 4, 5]
    assert marks(Span.MONTH, until=TODAY - timedelta(days=50)) == [2, 3]
    assert marks(Span.MONTH, until=TODAY + timedelta(days=50)) == [4, 5]
    everything = journal.looking_back.timeline(Span.ALL, today=TODAY)
    assert everything.first_day == TODAY - timedelta(days=500)
    assert everything.writing[0].words == 4
    recent = journal.looking_back.recent(60, today=TODAY)
    assert (recent.first_day, [written.index(m.entry) for m in recent.writing]) == (
        TODAY - timedelta(days=59),
        [3, 4, 5],
    )


def test_the_same_is_told_in_the_same_way_as_long_as_nothing_was_logged(journal: Journal, clock: FakeClock) -> None:
    before = journal.looking_back.recent(today=TODAY)
    clock.move_on(hours=1)
    assert journal.looking_back.recent(today=TODAY) == before
    clock.set(TODAY)
    journal.checking_in.save(Mood(1, 1), (), {})
    assert journal.looking_back.recent(today=TODAY) != before
