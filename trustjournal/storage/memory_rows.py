"""Reads what may come back unasked: never an entry that is to stay away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.ids import EntryId
from trustjournal.storage.database import Database
from trustjournal.storage.entry_rows import summaries_where
from trustjournal.storage.moments import first_position, last_position


def summaries_on(db: Database, day: date, *, starred: bool) -> tuple[EntrySummary, ...]:
    """The entries of a day that may come back, newest first; only those with a star if `starred`."""
    only = "AND e.is_starred = 1 " if starred else ""
    return summaries_where(
        db,
        f"e.position BETWEEN ? AND ? AND e.stays_away = 0 {only}ORDER BY e.position DESC",
        (first_position(day), last_position(day)),
    )


def is_kind(db: Database, day: date) -> bool:
    """Whether a check-in of the day felt pleasant, and none of it unpleasant."""
    row = db.row(
        "SELECT max(pleasantness) > 0 AND min(pleasantness) >= 0 FROM check_in WHERE day = ? AND deleted_at IS NULL",
        (day.isoformat(),),
    )
    return row is not None and row[0] == 1


def stays_away(db: Database, ids: Sequence[EntryId]) -> bool:
    """Whether none of some entries may come back unasked."""
    marks = ", ".join("?" * len(ids))
    row = db.row(
        f"SELECT count(*) FROM entry WHERE id IN ({marks}) AND stays_away = 0",  # noqa: S608 - only marks
        tuple(id_.bytes for id_ in ids),
    )
    return row is None or row[0] == 0


def all_that_may_come(db: Database) -> tuple[EntryId, ...]:
    """Every entry that may come back unasked."""
    rows = db.rows("SELECT id FROM entry WHERE position IS NOT NULL AND stays_away = 0 ORDER BY position")
    return tuple(EntryId(UUID(bytes=row[0])) for row in rows)
