"""Keeps earlier words of entries, and lets those go again that the rule keeps no longer."""

from __future__ import annotations

import zlib
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from trustjournal.domain.ids import EntryId, VersionId
from trustjournal.domain.version import Stored, Version, VersionSummary, kept
from trustjournal.domain.word_count import count_words
from trustjournal.errors import JournalDamagedError
from trustjournal.storage.database import Database
from trustjournal.storage.moments import from_ms, to_ms
from trustjournal.storage.records import ENTRY_VERSION, Records

_QUICK: Final = 1
"""zlib's quickest level: a third larger than its best, in a fifth of the time."""


class VersionStore:
    """Versions are added and go; none is ever changed."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def of_entry(self, entry: EntryId) -> tuple[VersionSummary, ...]:
        """Those of an entry, the newest words first."""
        rows = self._db.rows(
            "SELECT id, saved_at, words FROM entry_version WHERE entry = ? AND deleted_at IS NULL"
            " ORDER BY saved_at DESC, n DESC",
            (entry.bytes,),
        )
        return tuple(VersionSummary(VersionId(UUID(bytes=id_)), from_ms(at), words) for id_, at, words in rows)

    def get(self, id_: VersionId) -> Version | None:
        """One of them; None where it is gone."""
        row = self._db.row("SELECT entry, saved_at, title, text FROM entry_version WHERE id = ?", (id_.bytes,))
        if row is None:
            return None
        entry, saved_at, title, packed = row
        return Version(id_, EntryId(UUID(bytes=entry)), from_ms(saved_at), title, _unpacked(packed))

    def latest(self, entry: EntryId) -> Version | None:
        """The one that was kept last."""
        row = self._db.row("SELECT id FROM entry_version WHERE entry = ? ORDER BY n DESC LIMIT 1", (entry.bytes,))
        return None if row is None else self.get(VersionId(UUID(bytes=row[0])))

    def last_made(self, entry: EntryId) -> datetime | None:
        """When a version of an entry was kept last."""
        row = self._db.row(
            "SELECT created_at FROM entry_version WHERE entry = ? ORDER BY n DESC LIMIT 1", (entry.bytes,)
        )
        return None if row is None else from_ms(row[0])

    def keep(self, entry: EntryId, title: str, text: str, saved_at: datetime) -> None:
        """Keep words of an entry that is stored, unless the very same are kept already or there are none."""
        if not (title.strip() or text.strip()):
            return
        words = count_words(text)
        with self._db.transaction():
            if self._has(entry, title, text, words):
                return
            self._records.add(
                ENTRY_VERSION,
                uuid4(),
                {
                    "entry": entry.bytes,
                    "saved_at": to_ms(saved_at),
                    "title": title,
                    "text": zlib.compress(text.encode(), _QUICK),
                },
                {"words": words},
            )
            self._thin(entry)

    def forget(self, entry: EntryId) -> None:
        """Delete for good what an entry said before."""
        with self._db.transaction():
            self._db.write("DELETE FROM entry_version WHERE entry = ?", (entry.bytes,))

    def _has(self, entry: EntryId, title: str, text: str, words: int) -> bool:
        rows = self._db.rows(
            "SELECT text FROM entry_version WHERE entry = ? AND words = ? AND title = ?", (entry.bytes, words, title)
        )
        return any(_unpacked(packed) == text for (packed,) in rows)

    def _thin(self, entry: EntryId) -> None:
        rows = self._db.rows(
            "SELECT n, saved_at, length(text) FROM entry_version WHERE entry = ? ORDER BY n", (entry.bytes,)
        )
        stay = set(kept([Stored(from_ms(at), size) for _, at, size in rows], from_ms(self._db.now_ms())))
        for place, (n, _, _) in enumerate(rows):
            if place not in stay:
                self._db.write("DELETE FROM entry_version WHERE n = ?", (n,))


def _unpacked(packed: bytes) -> str:
    try:
        return zlib.decompress(packed).decode()
    except (zlib.error, UnicodeDecodeError):
        raise JournalDamagedError("earlier words cannot be read") from None
