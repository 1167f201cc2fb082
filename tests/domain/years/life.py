"""Somebody made up, who opens the journal on most days: writes, swaps, skips, goes deep, changes what is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Final
from uuid import UUID

from typing_extensions import override

from trustjournal.domain.ids import ServedPromptId
from trustjournal.domain.mood import Mood
from trustjournal.domain.prompt import Intensity, Outcome, PlannedPrompt, Prompt, ServedPrompt, Topic
from trustjournal.domain.prompt_past import swaps_left
from trustjournal.domain.selection import State, choose, choose_another, choose_lighter
from trustjournal.domain.settings import JournalSettings

Guide = Mapping[str, Sequence[Prompt]]

FIRST_DAY: Final = date(2024, 1, 1)
DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Drawn:
    """One draw: what it depended on, and what came of it."""

    state: State
    prompt: Prompt | None
    instead_of: Prompt | None = None
    """For a swap: the prompt that was given back."""
    lighter: bool = False

    @override
    def __str__(self) -> str:
        name = None if self.prompt is None else self.prompt.id
        return f"{self.state.day}: {name} {f'instead of {self.instead_of.id}' if self.instead_of else ''}"


@dataclass
class Life:
    """Days one after the other. `is_steady` is somebody who writes about every prompt and changes nothing."""

    guide: Guide
    settings: JournalSettings
    seed: int
    is_steady: bool = False
    draws: list[Drawn] = field(default_factory=list)
    served: list[ServedPrompt] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)
        self._by_id = {p.id: p for of_part in self.guide.values() for p in of_part}
        self._hidden: frozenset[str] = frozenset()
        self._planned: tuple[PlannedPrompt, ...] = ()
        self._mood: tuple[Mood, date] | None = None
        self._last_visit: date | None = None
        self._has_people = True
        self._days = 0

    def live(self, days: int = 365) -> Life:
        """Let this many more days go by."""
        start = away_until = FIRST_DAY + self._days * DAY
        self._days += days
        for day in (start + n * DAY for n in range(days)):
            if day < away_until:
                continue
            if not self.is_steady:
                self._change_what_is_on(day)
                if self._happens(0.03):
                    away_until = day + self._random.randint(2, 25) * DAY
            self._visit(day)
            self._last_visit = day
        return self

    def _visit(self, day: date) -> None:
        if self._happens(0.3):
            self._mood = (Mood(self._random.randint(-4, 4), self._random.randint(-4, 4)), day)
        if self._happens(0.05):
            self._go_deep(day)
        shown = self._draw(day, choose(self.guide, self._state(day)))
        while shown is not None and self._happens(0.15) and swaps_left(self.served, day):
            lighter = self._happens(0.3)
            swap = choose_lighter if lighter else choose_another
            before = self._state(day)
            found = swap(self.guide, before, instead_of=shown)
            self.draws.append(Drawn(before, found, shown, lighter))
            if found is None:
                break
            self._end_with(Outcome.SWAPPED)
            self._serve(found, day, Outcome.SHOWN)
            shown = found
        if shown is not None:
            self._end_with(self._outcome(shown))
            if self._happens(0.03):
                self._plan(shown, day)

    def _draw(self, day: date, found: Prompt | None) -> Prompt | None:
        self.draws.append(Drawn(self._state(day), found))
        if found is not None:
            self._serve(found, day, Outcome.SHOWN)
            self._planned = tuple(p for p in self._planned if p.prompt_id != found.id or p.due > day)
        return found

    def _outcome(self, shown: Prompt) -> Outcome:
        if self.is_steady:
            return Outcome.WRITTEN
        if self._happens(0.02):
            self._hidden |= {shown.id}
            return Outcome.NOT_FOR_ME
        return self._random.choices((Outcome.WRITTEN, Outcome.SHOWN, Outcome.SKIPPED), (6, 3, 1))[0]

    def _go_deep(self, day: date) -> None:
        """Write from a deep prompt on a page of the guide."""
        deep = [p for p in self._by_id.values() if p.intensity is Intensity.DEEP]
        if deep:
            found = self._random.choice(deep)
            self._serve(found, day, Outcome.WRITTEN)
            if self._happens(0.5):
                self._plan(found, day)

    def _plan(self, prompt: Prompt, day: date) -> None:
        others = [p for p in self._planned if p.prompt_id != prompt.id]
        due = day + self._random.choice((1, 30, 90)) * DAY
        self._planned = tuple(sorted((*others, PlannedPrompt(prompt.id, prompt.unit, "", due)), key=lambda p: p.due))

    def _change_what_is_on(self, day: date) -> None:
        if not self._happens(0.04):
            return
        now, random = self.settings, self._random
        match random.randrange(6):
            case 0:
                self.settings = replace(now, ceiling=random.choice(list(Intensity)))
            case 1:
                self.settings = replace(now, topics_off=now.topics_off ^ {random.choice(list(Topic))})
            case 2:
                self.settings = replace(now, past_pain_prompts=not now.past_pain_prompts)
            case 3:
                self.settings = replace(now, acute_until=random.choice((None, day + 28 * DAY)))
            case 4:
                self.settings = replace(now, parts_off=now.parts_off ^ {random.choice(list(self.guide))})
            case _:
                self._has_people = not self._has_people

    def _state(self, day: date) -> State:
        mood, mood_day = (None, None) if self._mood is None else self._mood
        return State(
            str(self.seed), day, self.settings, tuple(self.served), self._hidden, self._planned,
            mood, mood_day, self._last_visit, self._has_people,
        )  # fmt: skip

    def _serve(self, prompt: Prompt, day: date, outcome: Outcome) -> None:
        id_ = ServedPromptId(UUID(int=len(self.served)))
        self.served.append(ServedPrompt(id_, prompt.id, prompt.unit, prompt.intensity, day, prompt.text, outcome))

    def _end_with(self, outcome: Outcome) -> None:
        self.served[-1] = replace(self.served[-1], outcome=outcome)

    def _happens(self, chance: float) -> bool:
        return not self.is_steady and self._random.random() < chance
