"""Keeps the words a person told the spelling check are right."""

from __future__ import annotations

from uuid import UUID, uuid4

from trustjournal.storage.database import Database
from trustjournal.storage.records import PERSONAL_WORD, Records
from trustjournal.storage.texts import storable


class WordStore:
    """Words, each once, as they were written."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def all(self) -> tuple[str, ...]:
        """Every word, in the order they were added."""
        return tuple(
            row[0] for row in self._db.rows("SELECT word FROM personal_word WHERE deleted_at IS NULL ORDER BY n")
        )

    def add(self, word: str) -> bool:
        """Keep a word; whether it was not kept before."""
        word = storable(word)
        with self._db.transaction():
            row = self._db.row("SELECT id, deleted_at IS NULL FROM personal_word WHERE word = ?", (word,))
            if row is None:
                self._records.add(PERSONAL_WORD, uuid4(), {"word": word})
            elif not row[1]:
                self._records.revive(PERSONAL_WORD, UUID(bytes=row[0]))
            return row is None or not row[1]

    def remove(self, word: str) -> bool:
        """Forget a word; whether it was kept before."""
        with self._db.transaction():
            row = self._db.row("SELECT id FROM personal_word WHERE word = ? AND deleted_at IS NULL", (storable(word),))
            if row is not None:
                self._records.bury(PERSONAL_WORD, UUID(bytes=row[0]))
            return row is not None
