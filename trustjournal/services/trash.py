"""The trash: what was deleted, read, brought back, or deleted for good."""

from __future__ import annotations

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.trash import TrashedEntry
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.trash_store import TrashStore


class TrashService:
    """What is deleted stays here until the person empties it."""

    def __init__(self, trash: TrashStore, entries: EntryStore, *, announce: Announce) -> None:
        self._trash = trash
        self._entries = entries
        self._announce = announce

    def entries(self, limit: int, after: int = 0) -> tuple[TrashedEntry, ...]:
        """At most `limit` deleted entries, the last deleted first, without the first `after`."""
        return self._trash.entries(limit, after)

    def count(self) -> int:
        """How many there are."""
        return self._trash.count()

    def entry(self, id_: EntryId) -> Entry | None:
        """A deleted entry to be read; None where it is not in the trash."""
        return self._entries.get_deleted(id_)

    def bring_back(self, id_: EntryId) -> Entry:
        """Put an entry back to its date; raises LookupError for one that is gone."""
        entry = self._entries.undo_delete(id_)
        self._announce(Changed.ENTRIES)
        return entry

    def delete_for_good(self, id_: EntryId) -> None:
        """Delete an entry of the trash with its versions, photos and files. Nothing brings it back."""
        self._trash.empty(id_)
        self._announce(Changed.ENTRIES)

    def tidy(self) -> bool:
        """Take away a little of what deleting for good has left in the file; whether there is more to take away."""
        return self._trash.tidy()
