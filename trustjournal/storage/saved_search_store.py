"""Keeps searches under names."""

from __future__ import annotations

from uuid import UUID

from trustjournal.domain.found import LONGEST_SAVED_NAME, SavedSearch
from trustjournal.domain.ids import SavedSearchId
from trustjournal.errors import NameTakenError, TooLongError
from trustjournal.storage.database import Database
from trustjournal.storage.records import SAVED_SEARCH, Records
from trustjournal.storage.texts import name_key, storable


class SavedSearchStore:
    """Searches by names that differ in more than case and accents' encoding."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def all(self) -> tuple[SavedSearch, ...]:
        """Every saved search, by the alphabet."""
        rows = self._db.rows("SELECT id, name, query FROM saved_search WHERE deleted_at IS NULL ORDER BY name_key")
        return tuple(SavedSearch(SavedSearchId(UUID(bytes=id_)), name, query) for id_, name, query in rows)

    def save(self, search: SavedSearch) -> SavedSearch:
        """Keep a new one, or one with another name or query, as kept; raises NameTakenError, TooLongError."""
        kept = SavedSearch(search.id, " ".join(storable(search.name).split()), storable(search.query))
        if len(kept.name) > LONGEST_SAVED_NAME:
            raise TooLongError("the name is too long")
        content, key = {"name": kept.name, "query": kept.query}, {"name_key": name_key(kept.name)}
        with self._db.transaction():
            self._prove_free(kept)
            if self._records.head(SAVED_SEARCH, kept.id) is None:
                self._records.add(SAVED_SEARCH, kept.id, content, key)
            else:
                self._records.change(SAVED_SEARCH, kept.id, content, key)
        return kept

    def delete(self, id_: SavedSearchId) -> None:
        """Delete one so that it can be brought back; deleting what is not there does nothing."""
        with self._db.transaction():
            head = self._records.head(SAVED_SEARCH, id_)
            if head is not None and not head.is_deleted:
                self._records.bury(SAVED_SEARCH, id_)

    def undo_delete(self, search: SavedSearch) -> None:
        """Bring a deleted one back; raises NameTakenError where another has its name now."""
        with self._db.transaction():
            self._prove_free(search)
            self._records.revive(SAVED_SEARCH, search.id)

    def _prove_free(self, search: SavedSearch) -> None:
        namesake = self._db.row(
            "SELECT 1 FROM saved_search WHERE name_key = ? AND deleted_at IS NULL AND id <> ?",
            (name_key(search.name), search.id.bytes),
        )
        if namesake is not None:
            raise NameTakenError("a search has that name already")
