"""The rules of the daily prompt, written down again as what must hold of every draw; nothing here is the code's own.

Only the bags are asked of the code, because a rule about what was switched on since is how they are defined;
`test_years.py` has a test of the bags alone.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from tests.domain.years.life import Drawn, Guide
from trustjournal.domain.prompt import Intensity, Kind, Outcome, Prompt, ServedPrompt, Topic
from trustjournal.domain.prompt_past import left_in_bag
from trustjournal.domain.selection import State

DAY = timedelta(days=1)
GIVEN_BACK = {Outcome.SWAPPED, Outcome.SKIPPED, Outcome.NOT_FOR_ME, Outcome.CHOSEN}


class Day:
    """What a draw could choose from, and how the rules order it."""

    def __init__(self, guide: Guide, state: State) -> None:
        self.state, self.guide = state, guide
        self.part_of = {p.id: part for part, of_part in guide.items() for p in of_part}
        self.by_id = {p.id: p for of_part in guide.values() for p in of_part}
        self.is_acute = state.settings.acute_until is not None and state.settings.acute_until >= state.day

    @cached_property
    def shown(self) -> dict[str, list[ServedPrompt]]:
        """The times each prompt was shown."""
        found: dict[str, list[ServedPrompt]] = {}
        for one in self.state.served:
            found.setdefault(one.prompt_id, []).append(one)
        return found

    @cached_property
    def in_bags(self) -> list[Prompt]:
        """What can be drawn, on this day or another."""
        return [p for p in self.by_id.values() if self.may_be_drawn(p) and not self.rests(p)]

    @cached_property
    def pool(self) -> list[Prompt]:
        """What can be drawn today."""
        return [p for p in self.in_bags if self.fits_today(p)]

    @cached_property
    def left(self) -> set[str]:
        """Ids of what is in the bags still."""
        bags = left_in_bag(self.state.served, {p.id: self.part_of[p.id] for p in self.in_bags})
        return {prompt_id for _, ids in bags.values() for prompt_id in ids}

    def last(self, prompt: Prompt) -> date:
        """When it was shown last."""
        return self.shown[prompt.id][-1].day if prompt.id in self.shown else date.min

    def is_on(self, prompt: Prompt) -> bool:
        """No choice of the person is against it."""
        settings = self.state.settings
        return (
            self.part_of[prompt.id] not in settings.parts_off
            and not prompt.topics & settings.topics_off
            and (settings.past_pain_prompts or Topic.PAST_PAIN not in prompt.topics)
            and prompt.id not in self.state.hidden
            and (self.state.has_people or not prompt.needs_person)
            and not (self.is_acute and (prompt.intensity > Intensity.LIGHT or Topic.PAST_PAIN in prompt.topics))
        )

    def may_be_drawn(self, prompt: Prompt) -> bool:
        """The same, and nobody has to ask for it."""
        return self.is_on(prompt) and prompt.intensity <= min(self.state.settings.ceiling, Intensity.MEDIUM)

    def is_due(self, prompt: Prompt) -> bool:
        """The person wanted to be asked it again by now."""
        return any(p.prompt_id == prompt.id and p.due <= self.state.day for p in self.state.planned)

    def rests(self, prompt: Prompt) -> bool:
        """Skipped lately, or three times since it was last asked for; or the person named a later day for it."""
        skips = 0
        for one in self.shown.get(prompt.id, ()):
            if one.outcome is Outcome.SKIPPED:
                skips += 1
                if self.state.day - one.day < timedelta(days=30):
                    return True
            elif one.outcome is Outcome.WRITTEN or skips >= 3:
                skips = 0
        return skips >= 3 or any(p.prompt_id == prompt.id and p.due > self.state.day for p in self.state.planned)

    def fits_today(self, prompt: Prompt) -> bool:
        """Not shown today; light after a deep page of today or yesterday."""
        return self.last(prompt) != self.state.day and not (self.was_deep and prompt.intensity > Intensity.LIGHT)

    @cached_property
    def was_deep(self) -> bool:
        """A deep page was written today or yesterday."""
        return any(
            s.outcome is Outcome.WRITTEN and s.intensity is Intensity.DEEP and s.day >= self.state.day - DAY
            for s in self.state.served
        )

    @property
    def is_for_something_easy(self) -> bool:
        """On edge today or yesterday, or away for more than a week."""
        state = self.state
        away = state.last_visit is not None and (state.day - state.last_visit).days > 7
        if state.mood is None or state.mood_day is None or (state.day - state.mood_day).days > 1:
            return away
        return away or (state.mood.pleasantness < 0 < state.mood.energy)

    def fresh(self, pool: list[Prompt]) -> list[Prompt]:
        """In its bag, and not shown for 21 days."""
        return [p for p in pool if p.id in self.left and (self.state.day - self.last(p)).days >= 21]

    def in_their_turn(self, pool: list[Prompt]) -> list[Prompt]:
        """Of the parts that were not served only just now, which is the half of them that waits."""
        turns: dict[str, int] = {}
        for turn, one in enumerate(self.state.served):
            if one.outcome not in GIVEN_BACK and one.prompt_id in self.part_of:
                turns[self.part_of[one.prompt_id]] = turn
        parts = {self.part_of[p.id] for p in self.in_bags}
        latest_first = sorted(parts, key=lambda part: turns.get(part, -1), reverse=True)
        waiting = {part for part in latest_first[: (len(parts) - 1) // 2] if part in turns}
        return [p for p in pool if self.part_of[p.id] not in waiting]

    def breaks(self, prompt: Prompt) -> int:
        """By how much the last six prompts would miss: two that strengthen, two that notice, one act, one past pain."""
        had = [
            self.by_id[s.prompt_id]
            for s in self.state.served
            if s.outcome not in GIVEN_BACK and s.prompt_id in self.by_id
        ]
        six = [*had[-5:], prompt]
        least = {Kind.RESOURCE: 2, Kind.PROCESS: 2, Kind.ACTION: 1}
        missing = sum(max(0, n - [p.kind for p in six].count(kind)) for kind, n in least.items())
        painful = max(0, sum(Topic.PAST_PAIN in p.topics for p in six) - 1)
        return max(0, missing - (6 - len(six))) + painful


def check(drawn: Drawn, guide: Guide) -> None:
    """Hold one draw against every rule."""
    day, found = Day(guide, drawn.state), drawn.prompt
    if drawn.instead_of is not None:
        _check_swap(drawn, day, drawn.instead_of)
        return
    if found is None:
        assert not day.pool, f"{drawn}: a blank page, and there was {day.pool[0].id}"
        return
    assert day.is_on(found), f"{drawn}: switched off"
    assert day.fits_today(found), f"{drawn}: not for today"
    if day.is_due(found) and (_is_easy(found) or not day.is_for_something_easy):
        return
    assert day.may_be_drawn(found), f"{drawn}: deeper than was asked for"
    assert not day.rests(found), f"{drawn}: it rests"
    due = [p for p in day.by_id.values() if day.is_due(p) and day.is_on(p) and day.fits_today(p)]
    if day.is_for_something_easy:
        due = [p for p in due if _is_easy(p)]
    assert not due, f"{drawn}: {due[0].id} was to be asked again"
    _check_order(drawn, day, found, _easiest(day))


def _is_easy(prompt: Prompt) -> bool:
    return prompt.intensity is Intensity.LIGHT and Topic.PAST_PAIN not in prompt.topics


def _easiest(day: Day) -> list[Prompt]:
    """On a day for something easy the light ones, and of them those that strengthen or calm."""
    if not day.is_for_something_easy:
        return day.pool
    light = [p for p in day.pool if p.intensity is Intensity.LIGHT]
    steadying = [p for p in light if p.kind is Kind.RESOURCE and _is_easy(p)]
    return (steadying if day.fresh(steadying) else light) or day.pool


def _check_order(drawn: Drawn, day: Day, found: Prompt, pool: list[Prompt]) -> None:
    """First the mix gives way, then the balance of parts, then bags and the 21 days."""
    fresh = day.fresh(pool)
    if not fresh:
        assert day.last(found) == min(day.last(p) for p in pool), f"{drawn}: not the oldest"
        return
    assert found in fresh, f"{drawn}: it came too soon"
    choice = day.in_their_turn(fresh) or fresh
    assert found in choice, f"{drawn}: another part has its turn"
    least = min(day.breaks(p) for p in choice)
    assert day.breaks(found) == least, f"{drawn}: the mix could be kept"


def _check_swap(drawn: Drawn, day: Day, instead_of: Prompt) -> None:
    found = drawn.prompt
    if drawn.lighter and instead_of.intensity > Intensity.LIGHT:
        pool = [p for p in day.pool if p.intensity < instead_of.intensity]
    elif drawn.lighter:
        pool = [p for p in day.pool if p.kind is Kind.RESOURCE and _is_easy(p)]
    else:
        pool = [p for p in day.pool if p.intensity <= instead_of.intensity]
    if found is None:
        assert not pool, f"{drawn}: nothing, and there was {pool[0].id}"
        return
    assert found in pool, f"{drawn}: not as light as it was asked for"
    assert sum(s.outcome is Outcome.SWAPPED and s.day == day.state.day for s in day.state.served) < 5, str(drawn)


def gaps(served: list[ServedPrompt]) -> list[int]:
    """Days between the times one prompt came."""
    days: dict[str, list[date]] = {}
    for one in served:
        days.setdefault(one.prompt_id, []).append(one.day)
    return [(b - a).days for of_one in days.values() for a, b in pairwise(of_one)]
