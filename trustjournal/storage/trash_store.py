"""Keeps what was deleted until it is brought back or deleted for good."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from trustjournal.domain.ids import EntryId
from trustjournal.domain.trash import TrashedEntry
from trustjournal.storage.attachment_store import AttachmentStore
from trustjournal.storage.database import Database
from trustjournal.storage.leftovers import Leftovers
from trustjournal.storage.moments import from_columns, from_ms
from trustjournal.storage.records import ENTRY, Content, Records, Scalar
from trustjournal.storage.version_store import VersionStore

_IN_TRASH: Final = "deleted_at IS NOT NULL AND is_emptied = 0"
_NOTHING: Final[Content] = {
    "day": "1970-01-01",
    "wall_time": "00:00:00",
    "zone": "UTC",
    "instant": 0,
    "prompt": None,
    "title": "",
    "text": "",
    "people": [],
    "tags": [],
    "feelings": [],
    "is_starred": 0,
    "is_draft": 0,
    "is_for_therapy": 0,
    "stays_away": 0,
}


class TrashStore:
    """Deleted entries, the last deleted first."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)
        self._versions = VersionStore(db)
        self._attachments = AttachmentStore(db)
        self._leftovers = Leftovers(db)

    def entries(self, limit: int, after: int = 0) -> tuple[TrashedEntry, ...]:
        """At most `limit` of them, without the first `after`."""
        rows = self._db.rows(
            "SELECT id, day, wall_time, zone, instant, deleted_at, title, excerpt FROM entry"  # noqa: S608 - a literal
            f" WHERE {_IN_TRASH} ORDER BY deleted_at DESC, n DESC LIMIT ? OFFSET ?",
            (limit, after),
        )
        return tuple(
            TrashedEntry(EntryId(UUID(bytes=id_)), from_columns(*moment), from_ms(deleted_at), title, excerpt)
            for id_, *moment, deleted_at, title, excerpt in rows
        )

    def count(self) -> int:
        """How many there are."""
        row = self._db.row(f"SELECT count(*) FROM entry WHERE {_IN_TRASH}")  # noqa: S608 - a literal
        return 0 if row is None else int(row[0])

    def empty(self, id_: EntryId) -> None:
        """Delete for good what a deleted entry holds, its versions, photos and files.

        A tombstone with nothing in it stays, so that whoever merges another copy of the journal knows. What is not in
        the trash stays as it is.
        """
        with self._db.transaction():
            row = self._db.row(f"SELECT deleted_at FROM entry WHERE id = ? AND {_IN_TRASH}", (id_.bytes,))  # noqa: S608
            if row is None:
                return
            tags = [tag for (tag,) in self._db.rows("SELECT tag FROM entry_tag WHERE entry = ?", (id_.bytes,))]
            self._attachments.purge(id_)
            self._versions.forget(id_)
            self._leftovers.expect()
            worked_out: dict[str, Scalar] = {
                "deleted_at": row[0],  # it stays deleted
                "is_emptied": 1,
                "position_before": None,
                "words": 0,
                "excerpt": "",
                "photos": 0,
            }
            self._records.change(ENTRY, id_, _NOTHING, worked_out)
            for tag in tags:  # a name that is on nothing any more would be left of it
                self._db.write(
                    "DELETE FROM tag WHERE id = ? AND NOT EXISTS (SELECT 1 FROM entry_tag WHERE tag = ?)", (tag, tag)
                )

    def tidy(self) -> bool:
        """Take away a little of what deleting for good has left behind; whether there is more."""
        return self._leftovers.step()
