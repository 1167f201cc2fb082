"""The sample life is believable, the same every time, and filled in quickly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.journals import cheap_vaults, opened
from trustjournal.domain.mood import FEELING_WORDS
from trustjournal.domain.timeline import Span, Timeline
from trustjournal.domain.word_count import count_words
from trustjournal.services.guide_reader import read_guide
from trustjournal.services.journal import Journal
from trustjournal.services.sample import fill_with_sample_life
from trustjournal.services.sample.marks import FEELINGS, FOR_THERAPY, STARRED, UNFINISHED

UNTIL = date(2026, 11, 23)
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "guide"


def sample(folder: Path, months: int = 18) -> Journal:
    """A journal with a sample life in it."""
    clock = FakeClock(UNTIL)
    journal = opened(cheap_vaults(clock).create(folder, "words"), clock=clock, guide=read_guide(SHIPPED, "en"))
    fill_with_sample_life(journal, until=UNTIL, months=months)
    return journal


def timeline_of(journal: Journal) -> Timeline:
    """All of it."""
    return journal.looking_back.timeline(Span.ALL, today=UNTIL)


def texts_of(journal: Journal) -> list[tuple[date, str, str]]:
    """Every page as it is read, newest first."""
    entries = [journal.writing.entry(summary.id) for summary in journal.finding.newest(1000)]
    return [(entry.moment.day, entry.title, entry.text) for entry in entries if entry is not None]


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Eighteen months."""
    journal = sample(tmp_path_factory.mktemp("sample") / "journal")
    yield journal
    journal.close()


def test_it_fills_eighteen_months_and_leaves_today_alone(life: Journal) -> None:
    timeline = timeline_of(life)
    assert date(2025, 5, 23) <= timeline.first_day <= date(2025, 5, 30)
    newest = max(timeline.moods[-1][-1].moment.day, timeline.writing[-1].moment.day)
    assert UNTIL - timedelta(days=4) <= newest < UNTIL


def test_pages_are_of_many_lengths_and_none_is_told_twice(life: Journal) -> None:
    pages = texts_of(life)
    assert 120 <= len(pages) <= 180
    words = sorted(count_words(text) for _, _, text in pages)
    assert words[0] >= 30
    assert 200 <= words[-1] <= 250
    assert len({text for _, _, text in pages}) == len(pages)


def test_people_are_rated_weekly_with_gaps_and_not_sure_answers(life: Journal) -> None:
    series = {found.name: found for found in timeline_of(life).trust}
    assert set(series) == {"Alex", "Sam", "Mina", "Myself"}
    for found in series.values():
        assert 45 <= found.count <= 80
        assert found.not_sure >= 1
        assert len(found.runs) >= 4
        assert all(2 <= (right.day - left.day).days <= 10 for run in found.runs for left, right in pairwise(run))
    alex = [dot.value for run in series["Alex"].runs for dot in run]
    assert sum(alex[:6]) < sum(alex[-6:])


def test_most_days_have_a_mood_and_some_weeks_have_nothing(life: Journal) -> None:
    days = sorted({dot.moment.day for run in timeline_of(life).moods for dot in run})
    assert len(days) > 350
    gaps = sorted((right - left).days for left, right in pairwise(days))
    assert gaps[-1] >= 21
    assert sum(gap > 7 for gap in gaps) == 4


def test_some_pages_began_from_the_guide_and_link_people_and_tags(life: Journal) -> None:
    summaries = life.finding.newest(1000)
    assert 8 <= sum(summary.unit is not None for summary in summaries) <= 20
    assert sum(bool(summary.people) for summary in summaries) > 60
    assert "money" in life.finding.tags()
    assert all(progress.visited and progress.written for progress in life.progress.progress().values())


def test_its_words_are_calm(life: Journal) -> None:
    for _, title, text in texts_of(life):
        assert "!" not in title + text
        assert not re.search(r"\b(you must|you should|toxic|victim|crazy|paranoid|cheat\w*|husband|wife)\b", text)


def test_it_is_the_same_life_every_time(life: Journal, tmp_path: Path) -> None:
    other = sample(tmp_path / "journal")
    assert texts_of(other) == texts_of(life)
    assert timeline_of(other).moods == timeline_of(life).moods
    assert [found.runs for found in timeline_of(other).trust] == [found.runs for found in timeline_of(life).trust]
    other.close()


def test_it_is_filled_in_within_five_seconds(tmp_path: Path) -> None:
    start = perf_counter()
    sample(tmp_path / "journal").close()
    assert perf_counter() - start < 5


@pytest.mark.parametrize("months", [1, 3, 7])
def test_a_shorter_life_holds_fewer_pages(tmp_path: Path, months: int) -> None:
    journal = sample(tmp_path / "journal", months)
    assert 0 < journal.finding.count() < 10 * months + 10
    assert timeline_of(journal).first_day >= UNTIL - timedelta(days=31 * months)
    journal.close()


def test_some_pages_say_how_they_felt_and_every_title_that_is_marked_is_there(life: Journal) -> None:
    summaries = life.finding.newest(1000)
    titles = {summary.title for summary in summaries}
    assert set(FEELINGS) | STARRED | FOR_THERAPY | UNFINISHED <= titles
    shipped = {word for words in FEELING_WORDS.values() for word in words}
    assert {word for words in FEELINGS.values() for word in words} <= shipped
    assert {summary.title for summary in summaries if summary.is_starred} == STARRED
    assert {summary.title for summary in summaries if summary.is_draft} == UNFINISHED
