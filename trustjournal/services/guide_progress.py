"""How far somebody has been in the guide, and where they stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.storage.prompt_store import PromptStore
from trustjournal.storage.settings_store import SettingsStore

_STOPPED = "guide-stopped"


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """Whether a unit's text was visited, and how many of its prompts were written about. Both can only grow."""

    visited: bool = False
    written: int = 0


class GuideProgressService:
    """Remembers which units were visited, and how far down one was in each part."""

    def __init__(self, prompts: PromptStore, notes: SettingsStore, *, clock: Clock, announce: Announce) -> None:
        self._prompts = prompts
        self._notes = notes
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

    def stopped(self) -> Mapping[str, int]:
        """How far down somebody was in each part or article they left, in thousandths, by its id."""
        kept = self._notes.get(_STOPPED)
        if not isinstance(kept, dict):
            return {}
        return {id_: far for id_, far in kept.items() if isinstance(far, int) and 0 <= far <= 1000}

    def stop_at(self, places: Mapping[str, int]) -> None:
        """Remember how far down somebody is in some parts or articles; of the others nothing changes."""
        self._notes.put(_STOPPED, {**self.stopped(), **places})
