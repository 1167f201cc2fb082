"""Keeps every written word until it is stored.

Saves belong to the session, not to a page: a page hands each version of an entry to the keeper and forgets about it.
The keeper writes one version at a time, the newest of each entry, says *saved* only after the commit has returned,
and holds on to whatever could not be stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.errors import EntryChangedElsewhereError

if TYPE_CHECKING:
    from trustjournal.ui.kit.tasks import Tasks


class SavePhase(Enum):
    """How far the newest words are on their way to the disk."""

    IDLE = auto()
    """Nothing was handed over yet."""
    SAVING = auto()
    SAVED = auto()
    FAILED = auto()
    """At least one entry could not be stored; the keeper holds its text."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """What can honestly be said about saving. `error` is set when failed."""

    phase: SavePhase
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class KeptBoth:
    """An entry had changed elsewhere, so the words that were to be saved became a new entry of their own."""

    original: EntryId
    copy: EntryId


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where versions of an entry go that began from `last_revision` or an earlier one."""

    last_revision: int
    copy: EntryId
    copy_revision: int = 0


@dataclass(frozen=True, slots=True)
class _Waiter:
    """Somebody who may go on once nothing is unsaved."""

    done: Callable[[], None]
    failed: Callable[[Exception], None]


class SaveKeeper(QObject):
    """Stores entries in the background; the newest version of each wins, and none is dropped before it is stored.

    `save` is the service's method: it runs on the journal's thread and returns the entry as stored.
    """

    state_changed = Signal(object)
    """A `SaveState`."""
    stored = Signal(object)
    """The `Entry` as it was stored, with its new revision. A page that shows this entry must take over the revision."""
    kept_both = Signal(object)
    """A `KeptBoth`. A page that shows the original and still has the unsaved words must go on with the copy."""

    def __init__(
        self,
        save: Callable[[Entry], Entry],
        tasks: Tasks,
        *,
        new_id: Callable[[], EntryId] = lambda: EntryId(uuid4()),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._tasks = tasks
        self._new_id = new_id
        self._state = SaveState(SavePhase.IDLE)
        self._next: dict[EntryId, Entry] = {}
        self._running: Entry | None = None
        self._unsaved: dict[EntryId, Entry] = {}
        self._error: Exception | None = None
        self._moved: dict[EntryId, _Moved] = {}
        self._is_running_forgotten = False
        self._waiters: list[_Waiter] = []
        self._has_saved = False

    @property
    def state(self) -> SaveState:
        """The latest state, as last signalled."""
        return self._state

    @property
    def unsaved(self) -> tuple[Entry, ...]:
        """Entries that could not be stored, oldest failure first."""
        return tuple(self._unsaved.values())

    @property
    def held(self) -> tuple[Entry, ...]:
        """The newest version of each entry that is not on the disk yet: what *copy the text* and *show it* offer."""
        running = {self._running.id: self._running} if self._running and not self._is_running_forgotten else {}
        return tuple((self._unsaved | running | self._next).values())

    def is_stored(self, entry_id: EntryId) -> bool:
        """Whether every word of this entry that was handed over is on the disk."""
        is_running = self._running is not None and self._running.id == entry_id
        return not is_running and not any(entry_id in held for held in (self._next, self._unsaved))

    def put(self, entry: Entry) -> None:
        """Store this version now; it replaces any earlier one of the same entry that is not stored yet."""
        self._accept(entry)
        self._write()

    def retry(self) -> None:
        """Try again to store everything that could not be stored."""
        self._take_back_failures()
        self._write()

    def forget(self, entry_id: EntryId) -> None:
        """Drop versions of an entry that wait to be stored, because the person has just deleted the entry."""
        for held in (self._next, self._unsaved):
            held.pop(entry_id, None)
        if self._running is not None and self._running.id == entry_id:
            self._is_running_forgotten = True
        self._write()

    def flush(self, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Store everything now, then call exactly one of the two; at once where nothing is unsaved."""
        self._waiters.append(_Waiter(done, failed))
        self._take_back_failures()
        self._write()

    # How a version travels: next -> running -> stored, or unsaved -------------------------

    def _accept(self, entry: Entry) -> None:
        entry = self._on_its_way(entry)
        self._next[entry.id] = entry
        self._take_back_failures()

    def _on_its_way(self, entry: Entry) -> Entry:
        """The entry under the id it goes by since it was kept apart from a version changed elsewhere."""
        while (moved := self._moved.get(entry.id)) and entry.revision <= moved.last_revision:
            entry = replace(entry, id=moved.copy, revision=moved.copy_revision)
        return entry

    def _take_back_failures(self) -> None:
        for entry_id, entry in self._unsaved.items():
            self._next.setdefault(entry_id, entry)
        self._unsaved.clear()
        self._error = None

    def _write(self) -> None:
        if self._running is None and self._next:
            entry = self._next.pop(next(iter(self._next)))
            self._running, self._is_running_forgotten = entry, False
            self._tell()
            save = self._save
            self._tasks.run(lambda: save(entry), owner=self, done=self._on_saved, failed=self._on_save_failed)
            return
        self._tell()
        self._let_waiters_go()

    def _on_saved(self, entry: Entry) -> None:
        self._running = None
        newer = self._next.get(entry.id)
        if newer is not None and newer.revision < entry.revision:
            # It was typed on top of the version just stored, whose revision nobody could know then.
            self._next[entry.id] = replace(newer, revision=entry.revision)
        if entry.revision > 0:  # a blank page is not stored
            self._has_saved = True
            for original, moved in self._moved.items():
                if moved.copy == entry.id:
                    self._moved[original] = replace(moved, copy_revision=entry.revision)
            self.stored.emit(entry)
        self._write()

    def _on_save_failed(self, error: Exception) -> None:
        entry, self._running = self._running, None
        assert entry is not None
        if self._is_running_forgotten:
            self._write()
            return
        is_fresh_copy = any(moved.copy == entry.id and moved.copy_revision == 0 for moved in self._moved.values())
        if isinstance(error, EntryChangedElsewhereError) and not is_fresh_copy:
            self._keep_both(entry)
        else:
            if entry.id not in self._next:
                self._unsaved[entry.id] = entry
            self._error = error
        self._write()

    def _keep_both(self, entry: Entry) -> None:
        copy = self._new_id()
        self._moved[entry.id] = _Moved(entry.revision, copy)
        newest = self._next.pop(entry.id, None) or entry
        self._next[copy] = replace(newest, id=copy, revision=0)
        self.kept_both.emit(KeptBoth(entry.id, copy))

    # What is said about it -----------------------------------------------------------------------

    def _tell(self) -> None:
        state = self._state_now()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _state_now(self) -> SaveState:
        if self._unsaved:
            return SaveState(SavePhase.FAILED, error=self._error)
        if self._running is not None or self._next:
            return SaveState(SavePhase.SAVING)
        if self._has_saved:
            return SaveState(SavePhase.SAVED)
        return SaveState(SavePhase.IDLE)

    def _let_waiters_go(self) -> None:
        if self._running is not None or self._next:
            return
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if self._error is not None and self._unsaved:
                waiter.failed(self._error)
            else:
                waiter.done()
