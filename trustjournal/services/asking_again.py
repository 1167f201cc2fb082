"""“Ask me again”: a prompt that a person wants to come back to after some time."""

from __future__ import annotations

from datetime import date, timedelta

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.prompt import PlannedPrompt
from trustjournal.storage.planned_prompt_store import PlannedPromptStore

AFTER_DAYS = (30, 90)
"""What is offered."""


class AskingAgainService:
    """Plans, tells and cancels; what is due is served by the day's prompt."""

    def __init__(self, planned: PlannedPromptStore, *, clock: Clock, announce: Announce) -> None:
        self._planned = planned
        self._clock = clock
        self._announce = announce

    def ask(self, prompt_id: str, wording: str, unit: str, days: int) -> date:
        """Ask this prompt again in so many days, in place of an earlier plan for it; returns the day."""
        due = moment_now(self._clock).day + timedelta(days=days)
        self._planned.put(PlannedPrompt(prompt_id, unit, wording, due))
        self._announce(Changed.PROMPTS)
        return due

    def cancel(self, prompt_id: str) -> None:
        """Do not ask it again after all; does nothing where that was not planned."""
        if self._planned.remove(prompt_id):
            self._announce(Changed.PROMPTS)

    def undo_cancel(self, prompt_id: str) -> None:
        """Plan it again for the day it was planned for."""
        self._planned.undo_remove(prompt_id)
        self._announce(Changed.PROMPTS)

    def all_planned(self) -> tuple[PlannedPrompt, ...]:
        """Every plan, the first that is due first."""
        return self._planned.all()
