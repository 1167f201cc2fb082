"""Keeps the numbers somebody wants at hand when they need help."""

from __future__ import annotations

from uuid import UUID

from trustjournal.domain.help import LONGEST_OWN_NAME, LONGEST_OWN_NOTE, LONGEST_OWN_NUMBER, OwnNumber
from trustjournal.domain.ids import OwnNumberId
from trustjournal.errors import TooLongError
from trustjournal.storage.database import Database
from trustjournal.storage.records import OWN_NUMBER, Records
from trustjournal.storage.texts import storable


class OwnNumberStore:
    """Own numbers, in the order they were added."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def all(self) -> tuple[OwnNumber, ...]:
        """Every number."""
        rows = self._db.rows("SELECT id, name, number, note FROM own_number WHERE deleted_at IS NULL ORDER BY n")
        return tuple(OwnNumber(OwnNumberId(UUID(bytes=id_)), *texts) for id_, *texts in rows)

    def save(self, number: OwnNumber) -> OwnNumber:
        """Keep a new one, or one that was changed, as kept: each text in one line; raises TooLongError."""
        name, digits, note = (" ".join(storable(text).split()) for text in (number.name, number.number, number.note))
        lengths = ((name, LONGEST_OWN_NAME), (digits, LONGEST_OWN_NUMBER), (note, LONGEST_OWN_NOTE))
        if any(len(text) > longest for text, longest in lengths):
            raise TooLongError("a number of one's own is too long")
        kept = OwnNumber(number.id, name, digits, note)
        content = {"name": kept.name, "number": kept.number, "note": kept.note}
        with self._db.transaction():
            if self._records.head(OWN_NUMBER, kept.id) is None:
                self._records.add(OWN_NUMBER, kept.id, content)
            else:
                self._records.change(OWN_NUMBER, kept.id, content)
        return kept

    def delete(self, id_: OwnNumberId) -> None:
        """Delete one so that it can be brought back; deleting what is not there does nothing."""
        with self._db.transaction():
            head = self._records.head(OWN_NUMBER, id_)
            if head is not None and not head.is_deleted:
                self._records.bury(OWN_NUMBER, id_)

    def undo_delete(self, id_: OwnNumberId) -> None:
        """Bring a deleted one back to its place."""
        with self._db.transaction():
            self._records.revive(OWN_NUMBER, id_)
