"""Brings photos and files in, one after the other: made ready aside, then stored in short steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from trustjournal.domain.attachment import NewAttachment
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.errors import CancelledError
from trustjournal.services.attaching import AttachingService, PreparingService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.journal.attachments.state import Adding
from trustjournal.ui.pages.journal.attachments.steps import Steps

StoreEntry = Callable[[Entry, Callable[[EntryId], None], Callable[[Exception], None]], None]
"""Has an entry stored, a blank one too, with the newest words it has; then tells its id, or why that failed."""

Source = Path | bytes
"""A file, or the bytes of a photo from the clipboard."""


@dataclass(slots=True)
class Brought:
    """What came of it, in the order it was asked for; None where one was refused."""

    kept: list[NewAttachment | None] = field(default_factory=list)
    refused: list[tuple[str, Exception]] = field(default_factory=list)
    """The name of each that was not taken, and why."""
    was_stopped: bool = False


class Bringing:
    """One go of bringing things into one entry."""

    def __init__(
        self,
        sources: Sequence[Source],
        entry: Entry,
        *,
        preparing: PreparingService,
        attaching: AttachingService,
        tasks: Tasks,
        aside: Tasks,
        store_entry: StoreEntry,
        show: Callable[[Adding | None], None],
        done: Callable[[Brought], None],
    ) -> None:
        self._sources = sources
        self._entry = entry
        self._entry_id: EntryId | None = None
        self._preparing = preparing
        self._attaching = attaching
        self._tasks = tasks
        self._aside = aside
        self._store_entry = store_entry
        self._show = show
        self._done = done
        self._stop = Event()
        self._steps: Steps[int] | None = None
        self._brought = Brought()

    def start(self) -> None:
        """Begin with the first."""
        self._next()

    def stop(self) -> None:
        """Bring no more; what is stored stays."""
        self._stop.set()
        if self._steps is not None:
            self._steps.stop()
            self._steps = None
            self._finish()

    def _next(self) -> None:
        place = len(self._brought.kept)
        if self._stop.is_set() or place == len(self._sources):
            self._finish()
            return
        source = self._sources[place]
        self._tell(None)
        stop, preparing = self._stop, self._preparing

        def make_ready() -> NewAttachment:
            return preparing.file(source, stop) if isinstance(source, Path) else preparing.photo(source, stop)

        self._aside.run(make_ready, owner=self, done=self._on_ready, failed=self._on_refused)

    def _on_ready(self, new: NewAttachment) -> None:
        def stored(entry_id: EntryId) -> None:
            self._entry_id = entry_id
            self._keep(new, entry_id)

        if self._entry_id is not None or self._stop.is_set():
            self._keep(new, self._entry_id or self._entry.id)
        else:
            self._store_entry(self._entry, stored, self._on_refused)

    def _keep(self, new: NewAttachment, entry_id: EntryId) -> None:
        if self._stop.is_set():
            self._finish()
            return

        def kept() -> None:
            self._steps = None
            self._brought.kept.append(new)
            self._next()

        def failed(error: Exception) -> None:
            self._steps = None
            self._on_refused(error)

        self._steps = Steps(
            self._attaching.keeping(new, entry_id),
            self._tasks,
            each=lambda done: self._tell(round(100 * done / len(new.data))),
            done=kept,
            failed=failed,
        )
        self._steps.start()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            self._stop.set()
        else:
            self._brought.refused.append((self._name(), error))
            self._brought.kept.append(None)
        self._next()

    def _finish(self) -> None:
        self._brought.was_stopped = self._stop.is_set()
        self._brought.kept += [None] * (len(self._sources) - len(self._brought.kept))
        self._show(None)
        self._done(self._brought)

    def _tell(self, percent: int | None) -> None:
        self._show(Adding(self._name(), len(self._brought.kept) + 1, len(self._sources), percent))

    def _name(self) -> str:
        source = self._sources[len(self._brought.kept)]
        return source.name if isinstance(source, Path) else ""
