"""The same change to several entries at once: all of them are changed, or none is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId, PersonId
from trustjournal.domain.written_days import WrittenDays
from trustjournal.storage import calendar_rows
from trustjournal.storage.database import Database
from trustjournal.storage.entry_store import EntryStore

Watch = Callable[[int], None]
"""Told how many entries are done; what it raises stops the work, and nothing has changed then."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Entries that stand below each other in the journal: so many, after `skip` of those of `day`."""

    day: date
    skip: int
    count: int


class ArrangingService:
    """Changes entries together, and says which of them it changed, so that just those can be changed back.

    Raises what saving raises, and CancelledError where `watch` does; then nothing has changed.
    """

    def __init__(self, database: Database, entries: EntryStore, *, announce: Announce) -> None:
        self._database = database
        self._entries = entries
        self._announce = announce

    def ids(self, stretches: Iterable[Stretch], days: WrittenDays) -> tuple[EntryId, ...] | None:
        """The entries of some stretches, from the top; None where the journal no longer has these `days`."""
        if calendar_rows.written_days(self._database) != days:
            return None
        return tuple(
            id_
            for stretch in stretches
            for id_ in calendar_rows.ids_from(self._database, stretch.day, stretch.skip, stretch.count)
        )

    def add_tag(self, ids: Sequence[EntryId], tag: str, watch: Watch) -> tuple[EntryId, ...]:
        """Give entries one more tag; one they know in other capitals is theirs already."""
        key = tag.strip().casefold()

        def with_tag(entry: Entry) -> Entry:
            has_it = key in {one.casefold() for one in entry.tags}
            return entry if has_it else replace(entry, tags=(*entry.tags, tag.strip()))

        return self._change(ids, with_tag, watch)

    def remove_tag(self, ids: Sequence[EntryId], tag: str, watch: Watch) -> tuple[EntryId, ...]:
        """Take a tag away from entries."""
        key = tag.strip().casefold()
        return self._change(
            ids, lambda entry: replace(entry, tags=tuple(one for one in entry.tags if one.casefold() != key)), watch
        )

    def add_person(self, ids: Sequence[EntryId], person: PersonId, watch: Watch) -> tuple[EntryId, ...]:
        """Link entries to one more person."""
        return self._change(
            ids,
            lambda entry: entry if person in entry.people else replace(entry, people=(*entry.people, person)),
            watch,
        )

    def remove_person(self, ids: Sequence[EntryId], person: PersonId, watch: Watch) -> tuple[EntryId, ...]:
        """Take the link to a person away from entries."""
        return self._change(
            ids, lambda entry: replace(entry, people=tuple(one for one in entry.people if one != person)), watch
        )

    def star(self, ids: Sequence[EntryId], watch: Watch, *, starred: bool = True) -> tuple[EntryId, ...]:
        """Star entries, or take their stars away."""
        return self._change(ids, lambda entry: replace(entry, is_starred=starred), watch)

    def delete(self, ids: Sequence[EntryId], watch: Watch) -> tuple[EntryId, ...]:
        """Move entries to the trash."""
        with self._database.transaction():
            there = tuple(id_ for id_ in ids if self._entries.summary(id_) is not None)
            for done, id_ in enumerate(there, 1):
                self._entries.delete(id_)
                watch(done)
        self._tell(there)
        return there

    def bring_back(self, ids: Sequence[EntryId], watch: Watch) -> tuple[EntryId, ...]:
        """Bring entries back from the trash."""
        with self._database.transaction():
            for done, id_ in enumerate(ids, 1):
                self._entries.undo_delete(id_)
                watch(done)
        self._tell(ids)
        return tuple(ids)

    def _change(self, ids: Sequence[EntryId], change: Callable[[Entry], Entry], watch: Watch) -> tuple[EntryId, ...]:
        changed = []
        with self._database.transaction():
            for done, id_ in enumerate(ids, 1):
                entry = self._entries.get(id_)
                if entry is not None and self._entries.save(change(entry)).revision != entry.revision:
                    changed.append(id_)
                watch(done)
        self._tell(changed)
        return tuple(changed)

    def _tell(self, changed: Sequence[EntryId]) -> None:
        if changed:
            self._announce(Changed.ENTRIES)
