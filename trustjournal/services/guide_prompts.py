"""The prompts on the guide's page: what a person's choices leave of them, what was folded away, what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.prompt import Answer, Intensity, Prompt, Topic
from trustjournal.domain.prompt_choices import is_allowed
from trustjournal.domain.settings import ACUTE_FOR, JournalSettings
from trustjournal.services.choices import ChoiceService
from trustjournal.storage.prompt_store import PromptStore
from trustjournal.storage.settings_store import SettingsStore

_NOT_TODAY = "guide-not-today"


@dataclass(frozen=True, slots=True)
class PromptsNow:
    """What a person's choices and answers mean for the prompts of some units."""

    settings: JournalSettings
    is_acute: bool = field(default=False, repr=False)
    """Something happened lately, and that is not over today."""
    hidden: frozenset[str] = frozenset()
    """Ids of prompts marked *not for me*."""
    not_today: frozenset[str] = frozenset()
    """Ids of prompts that were folded away for today."""
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    """The entries written from each prompt, by its id, oldest first."""

    def offers(self, prompt: Prompt) -> bool:
        """Whether a person's choices leave this prompt; while something is fresh, none that touches past pain."""
        if self.is_acute and Topic.PAST_PAIN in prompt.topics:
            return False
        return is_allowed(prompt, self.settings, self.hidden)

    def spares(self, prompt: Prompt) -> bool:
        """Whether it is left out only because it touches past pain; until somebody chooses, that is nobody's choice."""
        if self.offers(prompt):
            return False
        return is_allowed(prompt, replace(self.settings, past_pain_prompts=True), self.hidden)

    def waits(self, prompt: Prompt) -> bool:
        """Whether it is deeper than light while something is fresh: then it comes only on request."""
        return self.is_acute and prompt.intensity > Intensity.LIGHT


class GuidePromptService:
    """Tells it, and keeps what is put aside until the day is over."""

    def __init__(self, prompts: PromptStore, notes: SettingsStore, choices: ChoiceService, *, clock: Clock) -> None:
        self._prompts = prompts
        self._notes = notes
        self._choices = choices
        self._clock = clock

    def prompts_now(self, units: Sequence[str]) -> PromptsNow:
        """What there is to know about the prompts of these units today."""
        settings = self._choices.settings()
        return PromptsNow(
            settings=settings,
            is_acute=settings.is_acute(moment_now(self._clock).day),
            hidden=self._prompts.hidden(),
            not_today=self._not_today(),
            answers=self._prompts.answers(units),
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
