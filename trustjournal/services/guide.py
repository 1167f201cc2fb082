"""How far somebody has been in the guide, what they wrote from it, and where they stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.prompt import Answer
from trustjournal.domain.settings import JournalSettings
from trustjournal.services.choices import ChoiceService
from trustjournal.storage.prompt_store import PromptStore
from trustjournal.storage.settings_store import SettingsStore

ACUTE_FOR = timedelta(weeks=4)
"""After something happened, prompts stay short and light for so long."""

_NOT_TODAY = "guide-not-today"
_STOPPED = "guide-stopped"


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """Whether a unit's text was visited, and how many of its prompts were written about. Both can only grow."""

    visited: bool = False
    written: int = 0


@dataclass(frozen=True, slots=True)
class PromptsNow:
    """What a person's choices and answers mean for the prompts of some units."""

    settings: JournalSettings
    hidden: frozenset[str] = frozenset()
    """Ids of prompts marked *not for me*."""
    not_today: frozenset[str] = frozenset()
    """Ids of prompts that were folded away for today."""
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    """The entries written from each prompt, by its id, oldest first."""
    acute_until: date | None = field(default=None, repr=False)
    """Something happened lately: the last day on which prompts stay short and light, where that is not over."""


class GuideService:
    """Remembers which units were visited, and what of the guide was put aside."""

    def __init__(
        self,
        prompts: PromptStore,
        notes: SettingsStore,
        choices: ChoiceService,
        *,
        clock: Clock,
        announce: Announce,
    ) -> None:
        self._prompts = prompts
        self._notes = notes
        self._choices = choices
        self._clock = clock
        self._announce = announce

    def visited(self, unit: str) -> None:
        """The text of this unit was on screen today."""
        is_new = unit not in self._prompts.visited()
        self._prompts.visit(unit, moment_now(self._clock).day)
        if is_new:
            self._announce(Changed.PROMPTS)

    def progress(self) -> Mapping[str, UnitProgress]:
        """The progress of every unit that was visited or written about, by its id."""
        visited, written = self._prompts.visited(), self._prompts.written_prompts()
        return {unit: UnitProgress(unit in visited, written.get(unit, 0)) for unit in visited | written.keys()}

    # Prompts ----------------------------------------------------------------------------------

    def prompts_now(self, units: Sequence[str]) -> PromptsNow:
        """What there is to know about the prompts of these units today."""
        settings = self._choices.settings()
        return PromptsNow(
            settings=settings,
            hidden=self._prompts.hidden(),
            not_today=self._not_today(),
            answers=self._prompts.answers(units),
            acute_until=settings.acute_until if settings.is_acute(moment_now(self._clock).day) else None,
        )

    def answers(self, prompt_id: str) -> tuple[Answer, ...]:
        """The entries that were written from this prompt, oldest first; those in the trash are not among them."""
        unit = prompt_id.partition(".")[0]
        return self._prompts.answers((unit,)).get(prompt_id, ())

    def fold_away(self, prompt_id: str) -> None:
        """Not today: the page of the guide keeps this prompt folded until the day is over."""
        self._keep_not_today(self._not_today() | {prompt_id})

    def bring_back(self, prompt_id: str) -> None:
        """After all it may be seen today."""
        self._keep_not_today(self._not_today() - {prompt_id})

    def set_acute(self, *, acute: bool) -> None:
        """Something happened in the last four weeks, or that is over: the day's prompts follow it."""
        until = moment_now(self._clock).day + ACUTE_FOR if acute else None
        self._choices.change(replace(self._choices.settings(), acute_until=until))

    def _not_today(self) -> frozenset[str]:
        kept = self._notes.get(_NOT_TODAY)
        if not isinstance(kept, dict) or kept.get("day") != moment_now(self._clock).day.isoformat():
            return frozenset()
        prompts = kept.get("prompts")
        return frozenset(map(str, prompts)) if isinstance(prompts, list) else frozenset()

    def _keep_not_today(self, prompts: frozenset[str]) -> None:
        day = moment_now(self._clock).day.isoformat()
        self._notes.put(_NOT_TODAY, {"day": day, "prompts": [*sorted(prompts)]})

    # Where one stopped ------------------------------------------------------------------------

    def stopped(self) -> Mapping[str, int]:
        """How far down somebody was in each part or article they left, in thousandths, by its id."""
        kept = self._notes.get(_STOPPED)
        if not isinstance(kept, dict):
            return {}
        return {id_: far for id_, far in kept.items() if isinstance(far, int) and 0 <= far <= 1000}

    def stop_at(self, places: Mapping[str, int]) -> None:
        """Remember how far down somebody is in some parts or articles; of the others nothing changes."""
        self._notes.put(_STOPPED, {**self.stopped(), **places})
