"""What the prompts shown so far mean on a day: which rest, which were kept, what was shown when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from datetime import date, timedelta

from trustjournal.domain.prompt import Intensity, Outcome, ServedPrompt

FRESH_AFTER = timedelta(days=21)
"""A prompt does not come back sooner."""
SKIP_RESTS = timedelta(days=30)
SKIPS_UNTIL_REST = 3
SWAPS_A_DAY = 5

NO_TURN = frozenset({Outcome.SWAPPED, Outcome.SKIPPED, Outcome.NOT_FOR_ME, Outcome.CHOSEN})
"""Given back, or never drawn: the mix and the turns of the parts go on as if it had not been there."""


class Past:
    """Everything shown up to `day`, read once; `served` is oldest first."""

    def __init__(self, served: Iterable[ServedPrompt], day: date) -> None:
        self.last_shown: dict[str, date] = {}
        self.shown_today: set[str] = set()
        self.rests_until: dict[str, date] = {}
        """Skipped, and back on this day."""
        self.deep_lately = False
        """A deep prompt was written about today or yesterday."""
        self.kept: list[ServedPrompt] = []
        """Those that had their turn; one that was given back left its place to the next."""
        skips: dict[str, int] = defaultdict(int)
        yesterday = day - timedelta(days=1)
        for one in served:
            prompt_id, outcome = one.prompt_id, one.outcome
            self.last_shown[prompt_id] = max(one.day, self.last_shown.get(prompt_id, one.day))
            if one.day == day:
                self.shown_today.add(prompt_id)
            if outcome is Outcome.SKIPPED:
                skips[prompt_id] += 1
                if one.day > day - SKIP_RESTS:
                    self.rests_until[prompt_id] = one.day + SKIP_RESTS
            elif outcome is Outcome.WRITTEN or skips[prompt_id] >= SKIPS_UNTIL_REST:
                skips[prompt_id] = 0  # while it rests only a person can ask for it
            if outcome is Outcome.WRITTEN and one.intensity is Intensity.DEEP:
                self.deep_lately = self.deep_lately or yesterday <= one.day <= day
            if outcome not in NO_TURN:
                self.kept.append(one)
        self.rests_until_asked_for = {prompt_id for prompt_id, n in skips.items() if n >= SKIPS_UNTIL_REST}

    @property
    def resting(self) -> Set[str]:
        """Ids of the prompts that rest after a skip, for a time or until somebody asks for them."""
        return self.rests_until_asked_for | self.rests_until.keys()


def swaps_left(served: Iterable[ServedPrompt], day: date) -> int:
    """How many more times the day's prompt can be swapped."""
    done = sum(1 for one in served if one.day == day and one.outcome is Outcome.SWAPPED)
    return max(0, SWAPS_A_DAY - done)


def left_in_bag(served: Iterable[ServedPrompt], part_of: Mapping[str, str]) -> dict[str, tuple[int, set[str]]]:
    """Each part's bag, found by replaying what was shown against what it holds now, so that nothing needs to be kept.

    `part_of` has the part of each prompt the bags hold. Returned are the number of the bag and the ids still in it.
    Where a prompt came back in its time although others are left, the bag held less then, because somebody has switched
    something on since. What was drawn before it is back, or nothing but what is new would come up for weeks.
    """
    holds: dict[str, set[str]] = defaultdict(set)
    for prompt_id, part in part_of.items():
        holds[part].add(prompt_id)
    number = dict.fromkeys(holds, 0)
    drawn: dict[str, dict[str, date]] = {part: {} for part in holds}
    for one in served:
        if one.prompt_id not in part_of:
            continue
        part = part_of[one.prompt_id]
        in_order = drawn[part]
        before = in_order.get(one.prompt_id)
        if before is not None:
            if one.day - before < FRESH_AFTER:
                continue
            for prompt_id in list(in_order)[: list(in_order).index(one.prompt_id) + 1]:
                del in_order[prompt_id]
        in_order[one.prompt_id] = one.day
        if len(in_order) == len(holds[part]):
            in_order.clear()
            number[part] += 1
    return {part: (number[part], ids.difference(drawn[part])) for part, ids in holds.items()}
