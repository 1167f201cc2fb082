"""Decides which prompts of a unit stand on the page, and how. Knows no widgets.

What a person switched off is left out and counted. Deep prompts are folded behind their note, one at a time.
While something that happened is fresh, all but the light ones wait until they are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from trustjournal.domain.guide import Unit
from trustjournal.domain.prompt import Answer, Intensity, Prompt
from trustjournal.services.guide_prompts import PromptsNow

SHOWN_AT_FIRST = {Intensity.LIGHT: 3, Intensity.MEDIUM: 3, Intensity.DEEP: 1}


@dataclass(frozen=True, slots=True)
class PromptRow:
    """One line of the card: a prompt, in the place of the one whose id is `slot`."""

    slot: str
    prompt: Prompt
    is_folded: bool = False
    is_put_away: bool = False
    """Folded away for today."""
    can_swap: bool = False
    answers: tuple[Answer, ...] = ()
    planned: date | None = None
    """From when on it is to be asked again."""


@dataclass(frozen=True, slots=True)
class PromptGroup:
    """The prompts of one intensity; `more` of them come on request, or could go again where they are there."""

    unit: str
    intensity: Intensity
    rows: tuple[PromptRow, ...]
    more: int
    is_expanded: bool


@dataclass(frozen=True, slots=True)
class UnitPrompts:
    """What stands on the card *Write* of a unit."""

    unit: str
    groups: tuple[PromptGroup, ...]
    left_out: int
    """Prompts that the person's choices leave out."""
    spared: int = field(default=0, repr=False)
    """Prompts that are left out because they touch past pain."""
    is_fresh: bool = field(default=False, repr=False)
    """Something happened lately: nobody is asked to choose those now."""
    light_until: date | None = field(default=None, repr=False)
    """Something is fresh up to this day, and deeper prompts wait for it to be over."""
    is_beyond_light: bool = field(default=False, repr=False)
    """They were asked for all the same."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody asked for on the page since they turned to the part."""

    unfolded: frozenset[str] = frozenset()
    """Ids of the deep prompts that were opened."""
    expanded: frozenset[tuple[str, Intensity]] = frozenset()
    """Units and intensities of which all prompts are shown."""
    swapped: Mapping[str, str] = field(default_factory=dict)
    """The id of the prompt that stands in the place of another one's."""

    is_beyond_light: bool = field(default=False, repr=False)
    """Deeper prompts are wished for although something is fresh."""

    def showing(self, prompt: Prompt) -> Wishes:
        """The same, with this prompt on the page; it stays folded if it was."""
        return replace(self, expanded=self.expanded | {(prompt.unit, prompt.intensity)})


def prompts_of(unit: Unit, now: PromptsNow, wishes: Wishes, planned: Mapping[str, date]) -> UnitPrompts:
    """The prompts of a unit as they stand on the page."""
    of_unit, left = offered(unit, now), at_hand(unit, now, wishes)
    groups = []
    for intensity in Intensity:
        of_group = [prompt for prompt in left if prompt.intensity is intensity]
        if not of_group:
            continue
        is_expanded = (unit.id, intensity) in wishes.expanded
        at_first = SHOWN_AT_FIRST[intensity]
        shown = of_group if is_expanded else of_group[:at_first]
        rows = tuple(_row(slot, left, now, wishes, planned) for slot in shown)
        groups.append(PromptGroup(unit.id, intensity, rows, max(0, len(of_group) - at_first), is_expanded))
    spared = sum(map(now.spares, unit.prompts))
    has_waiting = any(now.waits(prompt) for prompt in of_unit)
    return UnitPrompts(
        unit.id,
        tuple(groups),
        left_out=len(unit.prompts) - len(of_unit) - spared,
        spared=spared,
        is_fresh=now.is_acute,
        light_until=now.settings.acute_until if has_waiting else None,
        is_beyond_light=has_waiting and wishes.is_beyond_light,
    )


def swap(unit: Unit, now: PromptsNow, wishes: Wishes, slot: str) -> Wishes:
    """Another prompt in the place of the one at `slot`: as intense as that one or less, and nowhere on the page yet."""
    found = _instead(slot, at_hand(unit, now, wishes), now, wishes)
    return wishes if found is None else replace(wishes, swapped={**wishes.swapped, slot: found.id})


def offered(unit: Unit, now: PromptsNow) -> list[Prompt]:
    """The prompts of a unit that the person's choices leave."""
    return [prompt for prompt in unit.prompts if now.offers(prompt)]


def at_hand(unit: Unit, now: PromptsNow, wishes: Wishes) -> list[Prompt]:
    """Those of them that do not wait for something fresh to be over."""
    return [prompt for prompt in offered(unit, now) if wishes.is_beyond_light or not now.waits(prompt)]


def _row(
    slot: Prompt, left: Sequence[Prompt], now: PromptsNow, wishes: Wishes, planned: Mapping[str, date]
) -> PromptRow:
    prompt = _standing_at(slot, left, wishes)
    return PromptRow(
        slot=slot.id,
        prompt=prompt,
        is_folded=prompt.intensity is Intensity.DEEP and prompt.id not in wishes.unfolded,
        is_put_away=prompt.id in now.not_today,
        can_swap=slot.intensity is Intensity.DEEP and _instead(slot.id, left, now, wishes) is not None,
        answers=now.answers.get(prompt.id, ()),
        planned=planned.get(prompt.id),
    )


def _standing_at(slot: Prompt, left: Sequence[Prompt], wishes: Wishes) -> Prompt:
    instead = wishes.swapped.get(slot.id)
    return next((prompt for prompt in left if prompt.id == instead), slot)


def _instead(slot_id: str, left: Sequence[Prompt], now: PromptsNow, wishes: Wishes) -> Prompt | None:
    """The next in turn: first those as intense as the one at the slot, then lighter ones, then from the start again."""
    slot = next((prompt for prompt in left if prompt.id == slot_id), None)
    if slot is None:
        return None
    here = _standing_at(slot, left, wishes)
    on_the_page = {
        _standing_at(prompt, left, wishes).id
        for intensity in Intensity
        for number, prompt in enumerate(one for one in left if one.intensity is intensity)
        if number < SHOWN_AT_FIRST[intensity] or (prompt.unit, intensity) in wishes.expanded
    }
    turn = sorted((one for one in left if one.intensity <= slot.intensity), key=lambda one: -one.intensity)
    place = turn.index(here)
    rest = (*turn[place + 1 :], *turn[:place])
    return next((one for one in rest if one.id not in on_the_page and one.id not in now.not_today), None)
