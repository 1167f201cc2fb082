"""Sees every save that replaces words, and keeps the words it replaces where the rule says so.

It remembers the entry that was saved last, because the next save is nearly always of the same: what it replaces need
not be read again, and much that goes away little by little is seen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from trustjournal.domain.ids import EntryId
from trustjournal.domain.version import is_due, is_much, lost_characters
from trustjournal.storage.database import Database
from trustjournal.storage.moments import from_ms
from trustjournal.storage.version_store import VersionStore


@dataclass(frozen=True, slots=True)
class _Words:
    title: str = field(repr=False)
    text: str = field(repr=False)
    saved_at: datetime

    @property
    def whole(self) -> str:
        return f"{self.title}\n{self.text}"


@dataclass(slots=True)
class _Remembered:
    entry: EntryId
    revision: int
    """The one that is stored: any other means that somebody else wrote."""
    stored: _Words
    fullest: _Words
    """The longest words since the last version: from them it is seen what is going little by little."""
    last_made: datetime


class Sitting:
    """What was written since a version was kept."""

    def __init__(self, db: Database, versions: VersionStore) -> None:
        self._db = db
        self._versions = versions
        self._last: _Remembered | None = None

    def before_save(self, entry: EntryId, revision: int, title: str, text: str) -> None:
        """Other words are about to replace what is stored as `revision`; in the transaction that does it."""
        last = self._remembered(entry, revision)
        new = _Words(title, text, from_ms(self._db.now_ms()))
        if (title, text) != (last.stored.title, last.stored.text):
            self._keep_what_goes(last, new)
            last.stored = new
        last.revision = revision + 1

    def _keep_what_goes(self, last: _Remembered, new: _Words) -> None:
        if is_due(new.saved_at, last.last_made):
            self._keep(last, last.stored)
            last.fullest = new
            return
        fullest = last.fullest
        if is_much(lost_characters(fullest.whole, new.whole), fullest.whole):
            latest = self._versions.latest(last.entry)
            kept_before = f"{latest.title}\n{latest.text}" if latest is not None else ""
            if is_much(lost_characters(fullest.whole, new.whole, kept_before), fullest.whole):
                self._keep(last, fullest)
            last.fullest = new
        elif len(new.whole) >= len(fullest.whole):
            last.fullest = new

    def _keep(self, last: _Remembered, words: _Words) -> None:
        self._versions.keep(last.entry, words.title, words.text, words.saved_at)
        last.last_made = from_ms(self._db.now_ms())

    def _remembered(self, entry: EntryId, revision: int) -> _Remembered:
        if self._last is None or (self._last.entry, self._last.revision) != (entry, revision):
            row = self._db.row("SELECT title, text, changed_at, created_at FROM entry WHERE id = ?", (entry.bytes,))
            assert row is not None
            stored = _Words(row[0], row[1], from_ms(row[2]))
            last_made = self._versions.last_made(entry) or from_ms(row[3])
            self._last = _Remembered(entry, revision, stored, stored, last_made)
        return self._last
