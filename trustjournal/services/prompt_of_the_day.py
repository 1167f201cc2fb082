"""Remembers inside the journal which prompt a day began with, so that a restart shows the same one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from trustjournal.domain.ids import ServedPromptId
from trustjournal.storage.settings_store import SettingsStore

_KEY = "prompt-of-the-day"


class PromptOfTheDay:
    """One note: a day, and what it shows; a blank page is something to show, too."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store

    def is_chosen(self, day: date) -> bool:
        """Whether anything, a blank page included, was chosen for this day."""
        return self._note(day) is not None

    def served(self, day: date) -> ServedPromptId | None:
        """What was chosen; None for a blank page, and for nothing."""
        note = self._note(day)
        return None if not note else ServedPromptId(UUID(note))

    def put(self, day: date, served: ServedPromptId | None) -> None:
        """Choose a prompt, or with None a blank page."""
        self._store.put(_KEY, {"day": day.isoformat(), "served": None if served is None else str(served)})

    def _note(self, day: date) -> str | None:
        """The id; empty for a blank page; None where the note is of another day."""
        kept = self._store.get(_KEY)
        if not isinstance(kept, dict) or kept.get("day") != day.isoformat():
            return None
        return str(kept.get("served") or "")
