"""Finding entries again: newest first, by what is searched for, or by the guide unit they began from."""

from __future__ import annotations

from trustjournal.domain.entry import EntrySummary, SearchHit
from trustjournal.domain.ids import EntryId
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.search_index import SearchIndex


class FindingService:
    """Lists and searches; pages of a list go on `before` the position of the last one shown."""

    def __init__(self, entries: EntryStore, search: SearchIndex) -> None:
        self._entries = entries
        self._search = search

    def newest(self, limit: int, before: int | None = None) -> tuple[EntrySummary, ...]:
        """The newest entries, by their date."""
        return self._entries.newest(limit, before)

    def count(self) -> int:
        """How many entries there are."""
        return self._entries.count()

    def search(self, query: str, limit: int = 50, before: int | None = None) -> tuple[SearchHit, ...]:
        """Entries that have every word of `query`, newest first; any text is a query."""
        return self._search.find(query, limit, before)

    def for_unit(self, unit: str, limit: int) -> tuple[EntrySummary, ...]:
        """The newest entries that began from a prompt of a unit."""
        return self._entries.for_unit(unit, limit)

    def tags(self) -> tuple[str, ...]:
        """Every tag in use."""
        return self._entries.tags()

    def summary(self, id_: EntryId) -> EntrySummary | None:
        """What lists show of one entry; None where it is deleted."""
        return self._entries.summary(id_)
