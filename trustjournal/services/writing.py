"""Writing: a new page, saving it, deleting it and bringing it back."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.prompt import Outcome, ServedPrompt
from trustjournal.errors import EntryGoneError
from trustjournal.storage.database import Database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.prompt_store import PromptStore


class WritingService:
    """Keeps entries. The first save of one that began from a prompt also marks that prompt as written about."""

    def __init__(
        self, database: Database, entries: EntryStore, prompts: PromptStore, *, clock: Clock, announce: Announce
    ) -> None:
        self._database = database
        self._entries = entries
        self._prompts = prompts
        self._clock = clock
        self._announce = announce

    def blank(self, prompt: ServedPrompt | None = None, day: date | None = None) -> Entry:
        """A new page of this moment, or of this time of another day; not stored."""
        moment = moment_now(self._clock)
        if day is not None and day != moment.day:
            moment = Moment.on_the_wall(day, moment.wall_time, moment.zone)
        return Entry(EntryId(uuid4()), moment, prompt=prompt)

    def save(self, entry: Entry) -> Entry:
        """Keep `entry` and return it as it is kept, with its new revision.

        A page nothing was ever written on is not kept, and comes back as it is; nor does anything happen where
        nothing differs. Raises EntryChangedElsewhereError, TooLongError, StorageFullError, StorageReadOnlyError,
        StorageFailedError; then nothing has changed.
        """
        is_new = entry.revision == 0
        if is_new and entry.is_blank and not entry.keeps_blank:
            return entry
        with self._database.transaction():
            if is_new and entry.prompt is not None:
                self._prompts.add(entry.prompt)
                self._prompts.set_outcome(entry.prompt.id, Outcome.WRITTEN)
            kept = self._entries.save(entry)
        if kept.revision != entry.revision:
            self._announce(Changed.ENTRIES)
            if is_new and entry.prompt is not None:
                self._announce(Changed.PROMPTS)
        return kept

    def entry(self, id_: EntryId) -> Entry | None:
        """The entry as it is kept; None where it is deleted or was never kept."""
        return self._entries.get(id_)

    def delete(self, id_: EntryId) -> None:
        """Delete an entry, so that it can be brought back."""
        self._entries.delete(id_)
        self._announce(Changed.ENTRIES)

    def undo_delete(self, id_: EntryId) -> Entry:
        """Bring a deleted entry back; raises EntryGoneError for one that was deleted for good, or never kept."""
        try:
            entry = self._entries.undo_delete(id_)
        except LookupError:
            raise EntryGoneError("nothing is left to bring back") from None
        self._announce(Changed.ENTRIES)
        return entry
