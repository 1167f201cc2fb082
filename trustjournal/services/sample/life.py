"""Fills a journal with the sample life, through the same services a person uses, at a clock that is set to the past.

It is the same life every time: chance comes from a seeded generator. Only ids, and what follows from the journal's own
vault id, differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar

from trustjournal.domain.change import Changed
from trustjournal.domain.moment import Moment
from trustjournal.domain.mood import HIGHEST, LOWEST, Mood, words_for
from trustjournal.domain.person import Person
from trustjournal.domain.prompt import Intensity, Prompt
from trustjournal.domain.runs import TRUST_EVERY_DAYS, months_before
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.trust import Basis
from trustjournal.domain.word_count import count_words
from trustjournal.services.journal import Journal
from trustjournal.services.sample.course import (
    ENERGY,
    PEOPLE,
    PLEASANTNESS,
    TRUST,
    days_with_the_journal,
    value_at,
)
from trustjournal.services.sample.everyday import ANSWERS, CLOSING_LINES, GOOD_THINGS, LIST_TITLES, NOTES
from trustjournal.services.sample.long_pages import LONG_PAGES
from trustjournal.services.sample.marks import FEELINGS, FOR_THERAPY, STARRED, UNFINISHED
from trustjournal.services.sample.page import Page
from trustjournal.services.sample.story_early import FINDING_A_PACE, FINDING_OUT, FIRST_MONTHS
from trustjournal.services.sample.story_late import A_FRIENDS_MISTAKE, A_SETBACK, GROUND_THAT_HOLDS

WHOLE_STORY_MONTHS = 18

_STORY = (FINDING_OUT, FIRST_MONTHS, FINDING_A_PACE, A_FRIENDS_MISTAKE, A_SETBACK, GROUND_THAT_HOLDS)
_LISTS = 36
_LEAST_WORDS = 30
_OWN_WORDS = ("foggy", "braced", "like a full kettle")
T = TypeVar("T")

_BASES = (Basis.SAW, Basis.SAW, Basis.SAW, Basis.TOLD, Basis.FEELING, Basis.FEELING, Basis.OLD_MEMORY, Basis.HEARD)


def fill_with_sample_life(
    journal: Journal, *, until: date, months: int = WHOLE_STORY_MONTHS, zone: str = "UTC"
) -> None:
    """Fill an empty journal with the `months` that end the day before `until`; a shorter time holds fewer pages.

    All of it is kept at once. The day `until` itself is left to whoever opens the journal.
    """
    first, last = months_before(until, months), until - timedelta(days=1)
    clock = _SetClock(zone)
    with journal.all_at_once():
        _Life(journal.at(clock, _nobody_listens), clock, first, last).live(share=min(1.0, months / WHOLE_STORY_MONTHS))


class _SetClock:
    """Shows the time it was set to."""

    def __init__(self, zone: str) -> None:
        self._zone = zone
        self._now = datetime(2000, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def zone(self) -> str:
        return self._zone

    def set(self, day: date, wall_time: time) -> None:
        self._now = Moment.on_the_wall(day, wall_time, self._zone).instant


def _nobody_listens(_: Changed) -> None:
    """Nothing is shown yet that could change."""


class _Life:
    """One run through the days."""

    def __init__(self, journal: Journal, clock: _SetClock, first: date, last: date) -> None:
        self._journal = journal
        self._clock = clock
        self._days = days_with_the_journal(first, last)
        self._first = first
        self._length = max(1, (last - first).days)
        self._chance = Random(18)  # noqa: S311 - a made-up life, no secret
        self._swing = 0.0

    def live(self, share: float) -> None:
        self._clock.set(self._first, time(19, 0))
        people = {name: self._journal.people.add(name, role) for name, role in PEOPLE.items()}
        self._journal.choices.change(JournalSettings(ceiling=Intensity.MEDIUM))
        pages = self._pages_by_day(share)
        prompts = {prompt.id: prompt for prompt in self._journal.guide.prompts}
        for day in self._days:
            self._check_in(day, people)
            if day in pages:
                prompt_id, page = pages[day]
                self._write(day, page, people, prompts.get(prompt_id))

    def _check_in(self, day: date, people: dict[str, Person]) -> None:
        """Most days once, now and then twice; each person is rated on a weekday of their own."""
        asked = {
            person: self._rating(name, day)
            for place, (name, person) in enumerate(people.items())
            if (day.toordinal() + 2 * place) % TRUST_EVERY_DAYS == 0 and self._chance.random() < 0.93
        }
        times = [time(20, 40)] if asked or self._chance.random() < 0.72 else []
        if self._chance.random() < 0.08:
            times.insert(0, time(7, 50))
        for number, wall_time in enumerate(times, start=1):
            self._clock.set(day, _around(wall_time, self._chance))
            mood = self._mood(day)
            ratings = {person.id: rating for person, rating in asked.items()} if number == len(times) else {}
            self._journal.checking_in.save(mood, self._words(mood), ratings)

    def _mood(self, day: date) -> Mood:
        self._swing = 0.55 * self._swing + self._chance.gauss(0, 1.1)
        share = self._share(day)
        return Mood(
            _on_axis(value_at(PLEASANTNESS, share) + self._swing),
            _on_axis(value_at(ENERGY, share) - 0.3 * self._swing + self._chance.gauss(0, 1.3)),
        )

    def _words(self, mood: Mood) -> Sequence[str]:
        """The first words of a corner come to mind more often, and sometimes none does."""
        offered = words_for(mood)
        words = dict.fromkeys(
            offered[min(len(offered) - 1, int(self._chance.expovariate(0.3)))]
            for _ in range(self._chance.choice((0, 1, 1, 2, 2, 3)))
        )
        if self._chance.random() < 0.04:
            words[self._chance.choice(_OWN_WORDS)] = None
        return tuple(words)

    def _rating(self, name: str, day: date) -> tuple[int | None, Basis | None]:
        if self._chance.random() < 0.05:
            return None, None
        value = round(value_at(TRUST[name], self._share(day)) + self._chance.gauss(0, 0.75))
        return max(0, min(10, value)), self._chance.choice(_BASES) if self._chance.random() < 0.8 else None

    def _write(self, day: date, page: Page, people: dict[str, Person], prompt: Prompt | None) -> None:
        self._clock.set(day, _around(time(21, 15), self._chance))
        served = None
        if prompt is not None:
            self._journal.progress.visited(prompt.unit)
            served = self._journal.prompting.serve(prompt)
        self._journal.writing.save(
            replace(
                self._journal.writing.blank(served),
                title=page.title,
                text=page.text,
                people=tuple(people[name].id for name in page.people),
                tags=page.labels,
                feelings=FEELINGS.get(page.title, ()),
                is_starred=page.title in STARRED,
                is_for_therapy=page.title in FOR_THERAPY,
                is_draft=page.title in UNFINISHED,
            )
        )

    def _pages_by_day(self, share: float) -> dict[date, tuple[str, Page]]:
        """The story in its order, a sixth of the time for each chapter; ordinary pages on days in between."""
        pages: dict[date, tuple[str, Page]] = {}
        for number, (chapter, long_page) in enumerate(zip(_STORY, LONG_PAGES, strict=True)):
            begins, ends = (self._first + timedelta(days=self._length * n // len(_STORY)) for n in (number, number + 1))
            days = [day for day in self._days if begins <= day < ends]
            told = _thinned((*chapter, long_page), share)
            for day, page in zip(sorted(self._chance.sample(days, min(len(told), len(days)))), told, strict=False):
                pages[day] = ("", page)
        ordinary = [("", page) for page in NOTES] + [("", page) for page in self._lists()]
        ordinary += [(prompt_id, page) for prompt_id, page in ANSWERS.items() if prompt_id in self._prompt_ids]
        self._chance.shuffle(ordinary)
        kept = _thinned(ordinary, share)
        free = [day for day in self._days if day not in pages]
        for day, page_and_prompt in zip(self._chance.sample(free, min(len(kept), len(free))), kept, strict=False):
            pages[day] = page_and_prompt
        return pages

    @property
    def _prompt_ids(self) -> frozenset[str]:
        return frozenset(prompt.id for prompt in self._journal.guide.prompts)

    def _lists(self) -> list[Page]:
        """Evenings on which somebody noted a few good things; a thing comes back only when all have had their turn."""
        lists: list[Page] = []
        left: list[str] = []
        for _ in range(_LISTS):
            lines = [self._chance.choice(CLOSING_LINES)]
            while len(lines) < 4 or count_words(" ".join(lines)) < _LEAST_WORDS:
                left = left or self._chance.sample(GOOD_THINGS, len(GOOD_THINGS))
                lines.insert(len(lines) - 1, f"– {left.pop()}")
            lists.append(Page(self._chance.choice(LIST_TITLES), "", "good things", "\n\n".join(lines)))
        return lists

    def _share(self, day: date) -> float:
        return (day - self._first).days / self._length


def _thinned(items: Sequence[T], share: float) -> list[T]:
    """Every so many of `items`, in their order."""
    count = round(len(items) * share)
    return [items[n * len(items) // count] for n in range(count)]


def _on_axis(value: float) -> int:
    return max(LOWEST, min(HIGHEST, round(value)))


def _around(wall_time: time, chance: Random) -> time:
    minutes = wall_time.hour * 60 + wall_time.minute + round(chance.gauss(0, 35))
    return time(minutes // 60 % 24, minutes % 60, chance.randrange(60))
