"""Searches a person keeps under a name."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.found import SavedSearch
from trustjournal.domain.ids import SavedSearchId
from trustjournal.storage.saved_search_store import SavedSearchStore


class SavedSearchService:
    """Saves, renames and deletes searches."""

    def __init__(self, store: SavedSearchStore, *, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def all(self) -> tuple[SavedSearch, ...]:
        """Every saved search, by the alphabet."""
        return self._store.all()

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep a query; raises NameTakenError, TooLongError, and ValueError for an empty name."""
        return self._kept(SavedSearch(SavedSearchId(uuid4()), name, query))

    def rename(self, search: SavedSearch, name: str) -> SavedSearch:
        """Keep one under another name; raises as `save` does."""
        return self._kept(replace(search, name=name))

    def delete(self, search: SavedSearch) -> None:
        """Delete one, so that it can be brought back."""
        self._store.delete(search.id)
        self._announce(Changed.SAVED_SEARCHES)

    def undo_delete(self, search: SavedSearch) -> None:
        """Bring a deleted one back; raises NameTakenError where another has its name now."""
        self._store.undo_delete(search)
        self._announce(Changed.SAVED_SEARCHES)

    def _kept(self, search: SavedSearch) -> SavedSearch:
        if not search.name.strip():
            raise ValueError("a saved search needs a name")
        kept = self._store.save(search)
        self._announce(Changed.SAVED_SEARCHES)
        return kept
