"""Which days have entries, and the entries from a day on."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.ids import EntryId
from trustjournal.domain.written_days import WrittenDays
from trustjournal.storage.database import Database
from trustjournal.storage.entry_rows import summaries_where
from trustjournal.storage.moments import last_position


def written_days(db: Database) -> WrittenDays:
    """The days with entries, newest first, each with how many it has."""
    return WrittenDays.of_ordinals(db.rows("SELECT ordinal, entries FROM entry_day ORDER BY ordinal DESC"))


def summaries_from(db: Database, day: date, skip: int, limit: int) -> tuple[EntrySummary, ...]:
    """The newest `limit` entries of `day` and before, without the first `skip` of them."""
    return summaries_where(
        db, "e.position <= ? ORDER BY e.position DESC LIMIT ? OFFSET ?", (last_position(day), limit, skip)
    )


def ids_from(db: Database, day: date, skip: int, limit: int) -> tuple[EntryId, ...]:
    """The ids of the newest `limit` entries of `day` and before, without the first `skip` of them."""
    rows = db.rows(
        "SELECT id FROM entry WHERE position <= ? ORDER BY position DESC LIMIT ? OFFSET ?",
        (last_position(day), limit, skip),
    )
    return tuple(EntryId(UUID(bytes=row[0])) for row in rows)
