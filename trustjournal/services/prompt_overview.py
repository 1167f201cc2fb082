"""What the day's prompt can be drawn from, and what a person has set aside or planned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.prompt import Intensity, Prompt
from trustjournal.domain.prompt_past import Past
from trustjournal.domain.selection import State, can_come_up
from trustjournal.services.asking_again import AskingAgainService
from trustjournal.services.prompting import PromptService
from trustjournal.storage.prompt_store import PromptStore


@dataclass(frozen=True, slots=True)
class SetAside:
    """A prompt that is not in the draw. `day` is when it comes back; None: not before somebody asks for it."""

    prompt_id: str
    unit: str
    wording: str = field(repr=False)
    is_deep: bool
    day: date | None = None


@dataclass(frozen=True, slots=True)
class PromptOverview:
    """The day's prompt as the choices of now make it."""

    today: date
    prompts: int
    """So many can come up, on this day or a later one."""
    parts: int
    """Of so many parts."""
    hidden: tuple[SetAside, ...] = ()
    """Marked *not for me*."""
    resting: tuple[SetAside, ...] = ()
    """Skipped, and not asked for since."""
    planned: tuple[SetAside, ...] = ()
    """To be asked again; the first that is due first."""


class PromptOverviewService:
    """Tells it, and takes back what was set aside."""

    def __init__(
        self, prompting: PromptService, asking_again: AskingAgainService, prompts: PromptStore, *, announce: Announce
    ) -> None:
        self._prompting = prompting
        self._asking_again = asking_again
        self._prompts = prompts
        self._announce = announce

    def overview(self) -> PromptOverview:
        """Everything as it is now. What neither the guide nor a deck has any more is left out where it has no words."""
        by_part, state = self._prompting.by_part(), self._prompting.state()
        in_draw = can_come_up(by_part, state)
        known = {p.id: p for of_part in by_part.values() for p in of_part}
        return PromptOverview(
            state.day,
            prompts=sum(map(len, in_draw.values())),
            parts=len(in_draw),
            hidden=self._hidden(state, known),
            resting=self._resting(state, known),
            planned=tuple(
                SetAside(p.prompt_id, p.unit, p.wording, _is_deep(known.get(p.prompt_id)), p.due) for p in state.planned
            ),
        )

    def bring_back(self, prompt_id: str) -> None:
        """Let a hidden prompt come up again."""
        self._prompts.unhide(prompt_id)
        self._announce(Changed.PROMPTS)

    def hide(self, prompt_id: str) -> None:
        """Never let it come up again."""
        self._prompts.hide(prompt_id)
        self._announce(Changed.PROMPTS)

    def ask_for(self, prompt: SetAside) -> None:
        """Let a prompt that rests be the next day's."""
        self._asking_again.ask(prompt.prompt_id, prompt.wording, prompt.unit, 1)

    def _hidden(self, state: State, known: dict[str, Prompt]) -> tuple[SetAside, ...]:
        shown = {one.prompt_id: one for one in state.served if one.prompt_id in state.hidden}
        found = [
            SetAside(id_, shown[id_].unit, shown[id_].wording, shown[id_].intensity is Intensity.DEEP)
            for id_ in shown.keys() - known.keys()
        ]
        found += [_set_aside(p) for p in known.values() if p.id in state.hidden]
        return tuple(sorted(found, key=lambda one: one.prompt_id))

    def _resting(self, state: State, known: dict[str, Prompt]) -> tuple[SetAside, ...]:
        past = Past(state.served, state.day)
        others = state.hidden | {p.prompt_id for p in state.planned}
        found = (p for p in known.values() if p.id in past.resting and p.id not in others)
        return tuple(
            _set_aside(p, None if p.id in past.rests_until_asked_for else past.rests_until[p.id]) for p in found
        )


def _is_deep(prompt: Prompt | None) -> bool:
    """Of what is gone from the guide nobody knows; it is taken for deep."""
    return prompt is None or prompt.intensity is Intensity.DEEP


def _set_aside(prompt: Prompt, day: date | None = None) -> SetAside:
    return SetAside(prompt.id, prompt.unit, prompt.text, prompt.intensity is Intensity.DEEP, day)
