"""Which prompt a day begins with: the same day and the same state give the same prompt, on every computer.

Every part of the guide has a bag of its prompts, shuffled anew each time it has been emptied. The order comes from
SHA-256 over the journal's vault id, the part, the number of the bag and the prompt's id: no hidden state, nothing that
differs between processes or Python versions, and a prompt added to the guide later moves no other.

What a person has switched off is absolute, and so are the ceiling and *deep prompts are never served unasked*. When too
little is left the rules give way in this order: the mix of kinds, the balance of parts, then the 21 days (the prompt
shown longest ago comes back). After that there is no prompt: a blank page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from trustjournal.domain.mood import Mood
from trustjournal.domain.prompt import Intensity, Kind, PlannedPrompt, Prompt, ServedPrompt, Topic
from trustjournal.domain.prompt_choices import may_come_up, may_come_up_again
from trustjournal.domain.prompt_past import FRESH_AFTER, NO_TURN, Past, left_in_bag
from trustjournal.domain.settings import JournalSettings

AWAY_AFTER = timedelta(days=7)
"""Away for longer than this, the first prompt is an easy one."""
MOOD_COUNTS_FOR = timedelta(days=1)
"""A mood speaks for its own day and the next one; an older one says nothing about now."""

MIX_OVER = 6
LEAST_OF = {Kind.RESOURCE: 2, Kind.PROCESS: 2, Kind.ACTION: 1}
MOST_PAST_PAIN = 1


@dataclass(frozen=True, slots=True)
class State:
    """Everything the choice depends on."""

    vault: str = field(repr=False)
    day: date
    settings: JournalSettings
    served: Sequence[ServedPrompt] = field(default=(), repr=False)
    """Every prompt shown or chosen so far, oldest first."""
    hidden: frozenset[str] = frozenset()
    """Ids of prompts marked *not for me*."""
    planned: Sequence[PlannedPrompt] = field(default=(), repr=False)
    """What the person wants to be asked again, the first that is due first."""
    mood: Mood | None = None
    mood_day: date | None = None
    last_visit: date | None = None
    """The last day before `day` on which the journal was used."""
    has_people: bool = True
    """Whether there is anybody but the writer for a prompt to be about."""


def choose(prompts: Mapping[str, Sequence[Prompt]], state: State) -> Prompt | None:
    """The day's prompt out of each part's `prompts` (by part id, in reading order); None for a blank page."""
    draw = _Draw(prompts, state)
    if (due := draw.due()) is not None:
        return due
    if draw.wants_an_easy_one:
        light = [p for p in draw.pool if _is_light(p)]
        easy = draw.fresh(filter(_is_steadying, light)) or draw.fresh(light) or draw.shown_longest_ago(light)
        if easy is not None:
            return easy
    return draw.fresh(draw.pool) or draw.shown_longest_ago(draw.pool)


def can_come_up(prompts: Mapping[str, Sequence[Prompt]], state: State) -> Mapping[str, Sequence[Prompt]]:
    """What the person's choices leave in the parts' bags, today or on a later day; parts without any are left out."""
    draw = _Draw(prompts, state)
    found = {part: [p for p in of_part if draw.part_of.get(p.id) == part] for part, of_part in prompts.items()}
    return {part: of_part for part, of_part in found.items() if of_part}


def choose_another(prompts: Mapping[str, Sequence[Prompt]], state: State, *, instead_of: Prompt) -> Prompt | None:
    """A swap: as intense as `instead_of` or less, and nothing that was shown today."""
    draw = _Draw(prompts, state)
    pool = [p for p in draw.pool if p.intensity <= instead_of.intensity and p.id != instead_of.id]
    if draw.wants_an_easy_one and (found := draw.fresh(filter(_is_steadying, pool))) is not None:
        return found
    return draw.fresh(pool) or draw.shown_longest_ago(pool)


def choose_lighter(prompts: Mapping[str, Sequence[Prompt]], state: State, *, instead_of: Prompt) -> Prompt | None:
    """A swap to something less intense; below a light prompt there are the light ones that strengthen or calm."""
    draw = _Draw(prompts, state)
    if instead_of.intensity > Intensity.LIGHT:
        pool = [p for p in draw.pool if p.intensity < instead_of.intensity]
    else:
        pool = [p for p in draw.pool if _is_steadying(p) and p.id != instead_of.id]
    return draw.fresh(pool) or draw.shown_longest_ago(pool)


def _is_light(prompt: Prompt) -> bool:
    return prompt.intensity is Intensity.LIGHT


def _is_easy(prompt: Prompt) -> bool:
    return _is_light(prompt) and Topic.PAST_PAIN not in prompt.topics


def _is_steadying(prompt: Prompt) -> bool:
    return _is_easy(prompt) and prompt.kind is Kind.RESOURCE


class _Draw:
    """One day's drawing: what is in the pool, and the rules that order it."""

    def __init__(self, prompts: Mapping[str, Sequence[Prompt]], state: State) -> None:
        self._state = state
        self._prompts = prompts
        self._past = past = Past(state.served, state.day)
        later = {one.prompt_id for one in state.planned if one.due > state.day}
        in_bags = {
            p.id: (p, part)
            for part, of_part in prompts.items()
            for p in of_part
            if may_come_up(p, part, state.settings, state.day, state.hidden)
            and self._has_its_person(p)
            and p.id not in past.resting
            and p.id not in later
        }
        self.part_of = {id_: part for id_, (_, part) in in_bags.items()}
        self.pool = [p for p, _ in in_bags.values() if self._fits_today(p)]
        self._in_turn = self._by_bag()
        self._parts = self._parts_by_turn()
        by_id = {p.id: p for of_part in prompts.values() for p in of_part}
        kept = [by_id[s.prompt_id] for s in past.kept if s.prompt_id in by_id]
        self._window = kept[-(MIX_OVER - 1) :]

    @property
    def wants_an_easy_one(self) -> bool:
        """On edge, or back after some time away."""
        state = self._state
        if state.last_visit is not None and state.day - state.last_visit > AWAY_AFTER:
            return True
        if state.mood is None or state.mood_day is None or state.day - state.mood_day > MOOD_COUNTS_FOR:
            return False
        return state.mood.is_unpleasant_and_high

    def due(self) -> Prompt | None:
        """What the person wanted to be asked again by now; on a day for something easy a light one, and others wait."""
        state = self._state
        by_id = {p.id: (p, part) for part, of_part in self._prompts.items() for p in of_part}
        for planned in state.planned:
            prompt, part = by_id.get(planned.prompt_id, (None, ""))
            if (
                prompt is not None
                and planned.due <= state.day
                and may_come_up_again(prompt, part, state.settings, state.day, state.hidden)
                and self._has_its_person(prompt)
                and self._fits_today(prompt)
                and (_is_easy(prompt) or not self.wants_an_easy_one)
            ):
                return prompt
        return None

    def fresh(self, pool: Iterable[Prompt]) -> Prompt | None:
        """The best of `pool` that is left in its part's bag and was not shown for 21 days.

        First the mix gives way, then the balance of parts.
        """
        recent = self._state.day - FRESH_AFTER
        ids = {p.id for p in pool if self._past.last_shown.get(p.id, date.min) <= recent}
        scarce = self._kinds_running_short(ids)
        # A part served only just now waits until half of the others have had their turn.
        waiting = (len(self._parts) - 1) // 2
        for parts in (self._parts[: len(self._parts) - waiting], self._parts):
            found = [prompt for part in parts for prompt in self._in_turn[part] if prompt.id in ids]
            if found:  # `min` keeps the first of equals: the part served longest ago, then the order of its bag
                return min(found, key=lambda p: (self._breaks_of_the_mix(p), p.kind in scarce))
        return None

    def shown_longest_ago(self, pool: Iterable[Prompt]) -> Prompt | None:
        """The last resort before a blank page: a prompt comes back before its 21 days are over."""
        last_shown = self._past.last_shown
        return min(pool, key=lambda p: (last_shown.get(p.id, date.min), self._key("", 0, p.id)), default=None)

    def _has_its_person(self, prompt: Prompt) -> bool:
        return self._state.has_people or not prompt.needs_person

    def _fits_today(self, prompt: Prompt) -> bool:
        """Not shown today, and light on the day of a deep page and on the next."""
        return prompt.id not in self._past.shown_today and (_is_light(prompt) or not self._past.deep_lately)

    def _key(self, part: str, bag: int, prompt_id: str) -> bytes:
        return sha256("\0".join((self._state.vault, part, str(bag), prompt_id)).encode()).digest()

    def _by_bag(self) -> dict[str, list[Prompt]]:
        """What can be drawn from each part's bag today, in the bag's order."""
        in_turn = {}
        for part, (number, left) in left_in_bag(self._state.served, self.part_of).items():
            ready = ((self._key(part, number, p.id), p) for p in self.pool if p.id in left)
            in_turn[part] = [p for _, p in sorted(ready, key=lambda placed: placed[0])]
        return in_turn

    def _kinds_running_short(self, ids: set[str]) -> set[Kind]:
        """Kinds of which the bags hold only as much as the mix will need before they are empty: not spent freely."""
        left = Counter(p.kind for of_part in self._in_turn.values() for p in of_part if p.id in ids)
        return {kind for kind, least in LEAST_OF.items() if left[kind] * MIX_OVER <= (left.total() + MIX_OVER) * least}

    def _breaks_of_the_mix(self, prompt: Prompt) -> int:
        """By how much the last six would miss the mix with this prompt; 0 where it is kept or can still be."""
        six = [*self._window, prompt]
        missing = sum(max(0, least - sum(1 for p in six if p.kind is kind)) for kind, least in LEAST_OF.items())
        too_painful = max(0, sum(1 for p in six if Topic.PAST_PAIN in p.topics) - MOST_PAST_PAIN)
        return max(0, missing - (MIX_OVER - len(six))) + too_painful

    def _parts_by_turn(self) -> list[str]:
        """Parts that have anything, the one served longest ago first."""
        part_of = {p.id: part for part, of_part in self._prompts.items() for p in of_part}
        last: dict[str, int] = {}
        for turn, served in enumerate(self._state.served):
            if served.outcome not in NO_TURN and served.prompt_id in part_of:
                last[part_of[served.prompt_id]] = turn
        return sorted(set(self.part_of.values()), key=lambda part: (last.get(part, -1), self._key(part, 0, "")))
