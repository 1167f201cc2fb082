"""Which prompt a day begins with: the same day and the same state give the same prompt, on every computer.

Every part of the guide has a bag of its prompts, shuffled anew each time it has been emptied. The order comes from
SHA-256 over the journal's vault id, the part, the number of the bag and the prompt's id: no hidden state, nothing that
differs between processes or Python versions, and a prompt added to the guide later moves no other.

What a person has switched off is absolute, and so are the ceiling and *deep prompts are never served unasked*. When too
little is left the rules give way in this order: the mix of kinds, the balance of parts, then the 21 days (the prompt
shown longest ago comes back). After that there is no prompt: a blank page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from operator import itemgetter

from trustjournal.domain.mood import Mood
from trustjournal.domain.prompt import Intensity, Kind, Outcome, Prompt, ServedPrompt, Topic
from trustjournal.domain.settings import JournalSettings

FRESH_AFTER = timedelta(days=21)
"""A prompt does not come back sooner."""
SKIP_RESTS = timedelta(days=30)
SKIPS_UNTIL_REST = 3
SWAPS_A_DAY = 5
MEDIUM_OFFERED_FROM = 5
"""With so many entries somebody knows what writing here is like, and can be asked whether it may go deeper."""
AWAY_AFTER = timedelta(days=7)
"""Away for longer than this, the first prompt is an easy one."""
MOOD_COUNTS_FOR = timedelta(days=1)
"""A mood speaks for its own day and the next one; an older one says nothing about now."""

MIX_OVER = 6
LEAST_OF = {Kind.RESOURCE: 2, Kind.PROCESS: 2, Kind.ACTION: 1}
MOST_PAST_PAIN = 1

_NO_TURN = frozenset({Outcome.SWAPPED, Outcome.SKIPPED, Outcome.NOT_FOR_ME, Outcome.CHOSEN})
"""Given back, or never drawn: the mix and the turns of the parts go on as if it had not been there."""


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
    mood: Mood | None = None
    mood_day: date | None = None
    last_visit: date | None = None
    """The last day before `day` on which the journal was used."""
    has_people: bool = True
    """Whether there is anybody but the writer for a prompt to be about."""


def is_allowed(prompt: Prompt, settings: JournalSettings, hidden: frozenset[str] = frozenset()) -> bool:
    """Whether a person's choices let this prompt be offered at all, here or on a page of the guide."""
    if prompt.id in hidden or prompt.topics & settings.topics_off:
        return False
    return settings.past_pain_prompts or Topic.PAST_PAIN not in prompt.topics


def offers_medium(settings: JournalSettings, entries: int) -> bool:
    """Whether to ask, once, if prompts may go a little deeper than light."""
    return settings.ceiling is Intensity.LIGHT and not settings.medium_offered and entries >= MEDIUM_OFFERED_FROM


def choose(prompts: Mapping[str, Sequence[Prompt]], state: State) -> Prompt | None:
    """The day's prompt out of each part's `prompts` (by part id, in reading order); None for a blank page."""
    draw = _Draw(prompts, state)
    if draw.wants_an_easy_one:
        for easier in (_is_steadying, _is_light):
            if (found := draw.fresh(filter(easier, draw.pool))) is not None:
                return found
    return draw.fresh(draw.pool) or draw.shown_longest_ago(draw.pool)


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


def swaps_left(served: Iterable[ServedPrompt], day: date) -> int:
    """How many more times the day's prompt can be swapped."""
    done = sum(1 for s in served if s.day == day and s.outcome is Outcome.SWAPPED)
    return max(0, SWAPS_A_DAY - done)


def _is_light(prompt: Prompt) -> bool:
    return prompt.intensity is Intensity.LIGHT


def _is_steadying(prompt: Prompt) -> bool:
    return _is_light(prompt) and prompt.kind is Kind.RESOURCE and Topic.PAST_PAIN not in prompt.topics


class _Draw:
    """One day's drawing: what is in the pool, and the rules that order it."""

    def __init__(self, prompts: Mapping[str, Sequence[Prompt]], state: State) -> None:
        self._state = state
        self._part_of = {p.id: part for part, of_part in prompts.items() for p in of_part}
        by_id = {p.id: p for of_part in prompts.values() for p in of_part}
        past = _Past(state)
        self._last_shown = past.last_shown
        highest = min(state.settings.ceiling, Intensity.MEDIUM)
        standing = [
            p
            for p in by_id.values()
            if p.intensity <= highest
            and is_allowed(p, state.settings, state.hidden)
            and (state.has_people or not p.needs_person)
            and p.id not in past.resting_until_asked_for
        ]
        self.pool = [
            p
            for p in standing
            if p.id not in past.shown_today
            and p.id not in past.resting_after_a_skip
            and (p.intensity is Intensity.LIGHT or not past.deep_lately)
        ]
        self._in_turn = self._by_bag(standing)
        self._parts = self._parts_by_turn(standing)
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

    def fresh(self, pool: Iterable[Prompt]) -> Prompt | None:
        """The best of `pool` that is left in its part's bag and was not shown for 21 days.

        First the mix gives way, then the balance of parts.
        """
        recent = self._state.day - FRESH_AFTER
        ids = {p.id for p in pool if self._last_shown.get(p.id, date.min) <= recent}
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
        return min(pool, key=lambda p: (self._last_shown.get(p.id, date.min), self._key("", 0, p.id)), default=None)

    def _key(self, part: str, bag: int, prompt_id: str) -> bytes:
        return sha256("\0".join((self._state.vault, part, str(bag), prompt_id)).encode()).digest()

    def _by_bag(self, standing: Iterable[Prompt]) -> dict[str, list[Prompt]]:
        """What can be drawn from each part's bag today, in the bag's order.

        The bag is found by replaying what was shown against what the part holds now, so nothing needs to be stored.
        A bag in which only resting prompts are left counts as empty.
        """
        in_part: dict[str, set[str]] = defaultdict(set)
        for prompt in standing:
            in_part[self._part_of[prompt.id]].add(prompt.id)
        drawn: dict[str, set[str]] = defaultdict(set)
        bag: dict[str, int] = defaultdict(int)
        for served in self._state.served:
            part = self._part_of.get(served.prompt_id, "")
            if served.prompt_id in in_part[part]:
                drawn[part].add(served.prompt_id)
                if drawn[part] == in_part[part]:
                    drawn[part] = set()
                    bag[part] += 1
        ready: dict[str, list[Prompt]] = defaultdict(list)
        for prompt in self.pool:
            ready[self._part_of[prompt.id]].append(prompt)
        in_turn = {}
        for part in in_part:
            left = [p for p in ready[part] if p.id not in drawn[part]] or ready[part]
            places = [(self._key(part, bag[part], p.id), p) for p in left]
            in_turn[part] = [p for _, p in sorted(places, key=itemgetter(0))]
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

    def _parts_by_turn(self, standing: Iterable[Prompt]) -> list[str]:
        """Parts that have anything, the one served longest ago first."""
        last: dict[str, int] = {}
        for turn, served in enumerate(self._state.served):
            if served.outcome not in _NO_TURN:
                last[self._part_of.get(served.prompt_id, "")] = turn
        parts = {self._part_of[p.id] for p in standing}
        return sorted(parts, key=lambda part: (last.get(part, -1), self._key(part, 0, "")))


class _Past:
    """What the prompts shown so far mean today."""

    def __init__(self, state: State) -> None:
        self.last_shown: dict[str, date] = {}
        self.shown_today: set[str] = set()
        self.resting_after_a_skip: set[str] = set()
        self.deep_lately = False
        """A deep prompt was written about today or yesterday."""
        self.kept: list[ServedPrompt] = []
        """Those that had their turn; one that was given back left its place to the next."""
        skips: dict[str, int] = defaultdict(int)
        yesterday = state.day - timedelta(days=1)
        for served in state.served:
            prompt_id, outcome = served.prompt_id, served.outcome
            self.last_shown[prompt_id] = max(served.day, self.last_shown.get(prompt_id, served.day))
            if served.day == state.day:
                self.shown_today.add(prompt_id)
            if outcome is Outcome.SKIPPED:
                skips[prompt_id] += 1
                if served.day > state.day - SKIP_RESTS:
                    self.resting_after_a_skip.add(prompt_id)
            elif outcome is Outcome.WRITTEN or skips[prompt_id] >= SKIPS_UNTIL_REST:
                skips[prompt_id] = 0  # while it rests only a person can ask for it
            if outcome is Outcome.WRITTEN and served.intensity is Intensity.DEEP:
                self.deep_lately = self.deep_lately or yesterday <= served.day <= state.day
            if outcome not in _NO_TURN:
                self.kept.append(served)
        self.resting_until_asked_for = {prompt_id for prompt_id, n in skips.items() if n >= SKIPS_UNTIL_REST}
