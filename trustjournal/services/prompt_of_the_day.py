"""Remembers inside the journal which prompt a day began with, so that a restart shows the same one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from trustjournal.domain.ids import ServedPromptId
from trustjournal.storage.canonical import JsonValue
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

    def is_asked_again(self, day: date) -> bool:
        """Whether what was chosen for this day is a prompt the person had asked to be asked again."""
        return self._of(day).get("asked-again") is True

    def put(self, day: date, served: ServedPromptId | None, *, is_asked_again: bool = False) -> None:
        """Choose a prompt, or with None a blank page."""
        note: dict[str, JsonValue] = {"day": day.isoformat(), "served": None if served is None else str(served)}
        if is_asked_again:
            note["asked-again"] = True
        self._store.put(_KEY, note)

    def _note(self, day: date) -> str | None:
        """The id; empty for a blank page; None where the note is of another day."""
        kept = self._of(day)
        return str(kept.get("served") or "") if kept else None

    def _of(self, day: date) -> Mapping[str, JsonValue]:
        """The whole note; empty where it is of another day."""
        kept = self._store.get(_KEY)
        return kept if isinstance(kept, dict) and kept.get("day") == day.isoformat() else {}
