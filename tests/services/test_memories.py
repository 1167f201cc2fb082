"""What comes back from earlier years, and what never does."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date, time

import pytest

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.memory import OnThisDay, days_to_remember
from trustjournal.domain.moment import Moment
from trustjournal.domain.mood import Mood
from trustjournal.services.journal import Journal

TODAY = date(2026, 3, 10)


def write(journal: Journal, day: date, title: str = "", **fields: object) -> Entry:
    entry = replace(journal.writing.blank(), title=title or day.isoformat(), text="words")
    moment = Moment.on_the_wall(day, time(9), "Europe/Rome")
    return journal.writing.save(replace(entry, moment=moment, **fields))  # type: ignore[arg-type]  # fields of an entry


def felt(journal: Journal, day: date, pleasantness: int) -> None:
    journal.at(FakeClock(day), lambda _changed: None).checking_in.save(Mood(pleasantness, 0), (), {})


def wants(journal: Journal, choice: OnThisDay) -> None:
    journal.choices.change(replace(journal.choices.settings(), on_this_day=choice))


def came(journal: Journal, today: date = TODAY) -> list[tuple[str, int]]:
    return [(memory.entry.title, memory.years) for memory in journal.memories.on_this_day(today)]


def test_nothing_comes_back_until_it_is_switched_on(journal: Journal) -> None:
    write(journal, date(2025, 3, 10), is_starred=True)
    assert came(journal) == []
    wants(journal, OnThisDay.STARRED)
    assert came(journal) == [("2025-03-10", 1)]


def test_only_the_same_day_of_earlier_years_comes_back_last_year_first(journal: Journal) -> None:
    for day in (date(2026, 3, 10), date(2025, 3, 10), date(2023, 3, 10), date(2025, 3, 11), date(2027, 3, 10)):
        write(journal, day)
    wants(journal, OnThisDay.ANY)
    assert came(journal) == [("2025-03-10", 1), ("2023-03-10", 3)]


def test_only_starred_ones_come_back_if_so_chosen(journal: Journal) -> None:
    write(journal, date(2025, 3, 10), "plain")
    write(journal, date(2024, 3, 10), "starred", is_starred=True)
    wants(journal, OnThisDay.STARRED)
    assert came(journal) == [("starred", 2)]


def test_only_kind_days_come_back_if_so_chosen(journal: Journal) -> None:
    for year, moods in ((2025, (2, -1)), (2024, (3, 0)), (2023, ()), (2022, (-2,))):
        write(journal, date(year, 3, 10))
        for mood in moods:
            felt(journal, date(year, 3, 10), mood)
    wants(journal, OnThisDay.KIND)
    assert came(journal) == [("2024-03-10", 2)]


@pytest.mark.parametrize("choice", [OnThisDay.STARRED, OnThisDay.KIND, OnThisDay.ANY])
def test_what_stays_away_never_comes_back(journal: Journal, choice: OnThisDay) -> None:
    day = date(2025, 3, 10)
    entry = write(journal, day, is_starred=True)
    felt(journal, day, 3)
    wants(journal, choice)
    assert len(came(journal)) == 1
    journal.memories.keep_away(entry.id)
    assert came(journal) == []
    assert journal.memories.by_chance() is None
    journal.memories.keep_away(entry.id, away=False)
    assert len(came(journal)) == 1


def test_keeping_away_is_told_once_and_changes_nothing_else(journal: Journal, announcements: Announcements) -> None:
    entry = write(journal, date(2025, 3, 10), tags=("calm",))
    announcements.taken()
    journal.memories.keep_away(entry.id)
    journal.memories.keep_away(entry.id)
    assert announcements.taken() == [Changed.ENTRIES]
    assert journal.writing.entry(entry.id) == replace(entry, stays_away=True, revision=2)


def test_the_29th_of_february_comes_back_on_the_28th_where_it_has_no_day(journal: Journal) -> None:
    write(journal, date(2024, 2, 29), "leap")
    write(journal, date(2024, 2, 28), "the day before")
    wants(journal, OnThisDay.ANY)
    assert came(journal, date(2025, 2, 28)) == [("leap", 1), ("the day before", 1)]
    assert came(journal, date(2025, 3, 1)) == []
    assert came(journal, date(2028, 2, 28)) == [("the day before", 4)]
    assert came(journal, date(2028, 2, 29)) == [("leap", 4)]


def test_every_day_of_an_earlier_year_has_its_day_and_no_two() -> None:
    for today_year, year in ((2025, 2024), (2028, 2024), (2028, 2027), (2027, 2026)):
        days: list[date] = []
        for ordinal in range(date(today_year, 1, 1).toordinal(), date(today_year, 12, 31).toordinal() + 1):
            days += days_to_remember(date.fromordinal(ordinal), year)
        expected = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
        assert sorted(day.toordinal() for day in days) == list(expected)


def test_every_entry_is_as_likely_to_come_by_chance(journal: Journal) -> None:
    ids = [write(journal, date(2025, 1, 1 + number // 3), str(number)).id for number in range(9)]
    write(journal, date(2025, 1, 2), "away", stays_away=True)
    dice = random.Random(5)
    journal.memories._choose_below = dice.randrange
    drawn = Counter(journal.memories.by_chance() for _draw in range(1800))
    assert set(drawn) == set(ids)
    assert all(130 < count < 270 for count in drawn.values())


def test_an_empty_journal_has_nothing_to_come_by_chance(journal: Journal) -> None:
    assert journal.memories.by_chance() is None


def test_where_nearly_all_stay_away_the_one_left_comes(journal: Journal) -> None:
    for number in range(8):
        write(journal, date(2025, 1, 1 + number), stays_away=True)
    left = write(journal, date(2025, 2, 1))
    journal.memories._choose_below = lambda _below: 0
    write(journal, date(2025, 3, 1), stays_away=True)  # the newest: what number 0 means every time
    assert journal.memories.by_chance() == left.id
