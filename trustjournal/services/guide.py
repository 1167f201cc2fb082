"""How far somebody has been in the guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.storage.prompt_store import PromptStore


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """Whether a unit's text was visited, and how many of its prompts were written about. Both can only grow."""

    visited: bool = False
    written: int = 0


class GuideService:
    """Remembers which units were visited."""

    def __init__(self, prompts: PromptStore, *, clock: Clock, announce: Announce) -> None:
        self._prompts = prompts
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
