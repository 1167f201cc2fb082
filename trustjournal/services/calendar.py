"""The journal by days: which have entries, and the entries from a day on."""

from __future__ import annotations

from datetime import date

from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.written_days import WrittenDays
from trustjournal.storage import calendar_rows
from trustjournal.storage.database import Database


class CalendarService:
    """Reads the journal by days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self) -> WrittenDays:
        """The days with entries; a few milliseconds per ten thousand entries."""
        return calendar_rows.written_days(self._database)

    def entries_from(self, day: date, *, skip: int = 0, limit: int) -> tuple[EntrySummary, ...]:
        """The newest entries of `day` and before, without the first `skip` of them."""
        return calendar_rows.summaries_from(self._database, day, skip, limit)
