"""Decides what is known of the photos and files of the entry on the sheet, and does with them what a person wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from trustjournal.domain.attachment import Attachment, address_of, pictures_in
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId, EntryId
from trustjournal.services.attaching import AttachingService, PreparingService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.pages.journal.attachments.adding import Bringing, Brought, Source, StoreEntry
from trustjournal.ui.pages.journal.attachments.state import Adding, AttachmentsState
from trustjournal.ui.pages.journal.attachments.steps import Steps


class AttachmentsPresenter:
    """`show` gets each new state, `tell` an error to put into words."""

    def __init__(
        self,
        *,
        attaching: AttachingService,
        preparing: PreparingService,
        tasks: Tasks,
        aside: Tasks,
        store_entry: StoreEntry,
        show: Callable[[AttachmentsState], None],
        tell: Callable[[Exception], None],
    ) -> None:
        self._attaching = attaching
        self._preparing = preparing
        self._tasks = tasks
        self._aside = aside
        self._store_entry = store_entry
        self._show = show
        self._tell = tell
        self._state = AttachmentsState()
        self._entry: Entry | None = None
        self._all: tuple[Attachment, ...] = ()
        self._reading: TaskHandle | None = None
        self._going: dict[Bringing, tuple[EntryId, Adding | None]] = {}
        self._saving: list[Steps[bytes]] = []

    @property
    def state(self) -> AttachmentsState:
        """What is shown now."""
        return self._state

    @property
    def known(self) -> tuple[Attachment, ...]:
        """Those of the entry on the sheet, with the removed ones."""
        return self._all

    # The entry on the sheet -------------------------------------------------------------------

    def sheet_changed(self, entry: Entry | None) -> None:
        """Another entry is on the sheet, or none, or the same one is another revision."""
        before, self._entry = self._entry, entry
        if entry is None:
            self._all = ()
            self._update(AttachmentsState())
        elif before is None or entry.id != before.id:
            self._all = ()
            self._update(
                AttachmentsState(entry=entry.id, in_text=_photos_in(entry.text), adding=self._adding(entry.id))
            )
            self.read()
        elif entry.text is not before.text:
            self._text_changed(entry.text)

    def _text_changed(self, text: str) -> None:
        """One that was removed and stands in the text again, because its removal was undone there, is brought back."""
        in_text = _photos_in(text)
        if in_text != self._state.in_text:
            self._update(replace(self._state, in_text=in_text))
        for one in self._all:
            if one.is_removed and one.id in in_text:
                self.undo_remove(one.id)

    def read(self) -> None:
        """Read again what the entry has."""
        entry = self._entry
        if entry is None:
            return
        if self._reading is not None:
            self._reading.cancel()

        def done(found: tuple[Attachment, ...]) -> None:
            self._all = found
            there = tuple(one for one in found if not one.is_removed)
            self._update(replace(self._state, attachments=there), anew=True)

        self._reading = self._tasks.run(
            lambda: self._attaching.of_entry(entry.id), owner=self, done=done, failed=self._tell
        )

    # In ---------------------------------------------------------------------------------------

    def add(self, sources: Sequence[Source], done: Callable[[Brought], None]) -> None:
        """Bring photos and files into the entry on the sheet, wherever the person goes meanwhile."""
        entry = self._entry
        if entry is None or not sources:
            return

        def show(adding: Adding | None) -> None:
            self._going[bringing] = (entry.id, adding)
            if self._state.entry == entry.id:
                self._update(replace(self._state, adding=adding))

        def finished(brought: Brought) -> None:
            del self._going[bringing]
            self.read()
            done(brought)

        bringing = Bringing(
            sources,
            entry,
            preparing=self._preparing,
            attaching=self._attaching,
            tasks=self._tasks,
            aside=self._aside,
            store_entry=self._store_entry,
            show=show,
            done=finished,
        )
        self._going[bringing] = (entry.id, None)
        bringing.start()

    def keep_pictures(self, pictures: Sequence[bytes], done: Callable[[Brought, Sequence[str | None]], None]) -> None:
        """Keep the pictures of a page that is being pasted; tells an address for each, or None for what is no photo."""

        def kept(brought: Brought) -> None:
            done(brought, [None if new is None else address_of(new.id) for new in brought.kept])

        self.add(pictures, kept)

    def stop_adding(self) -> None:
        """Bring no more into the entry on the sheet; what is stored stays."""
        for bringing, (owner, _) in tuple(self._going.items()):
            if owner == self._state.entry:
                bringing.stop()

    # Out and away -----------------------------------------------------------------------------

    def remove(self, id_: AttachmentId, done: Callable[[], None]) -> None:
        """Remove one, so that it can be brought back."""

        def removed(_nothing: None) -> None:
            self.read()
            done()

        self._tasks.run(lambda: self._attaching.remove(id_), owner=self, done=removed, failed=self._tell)

    def undo_remove(self, id_: AttachmentId) -> None:
        """Bring a removed one back."""
        self._tasks.run(
            lambda: self._attaching.undo_remove(id_), owner=self, done=lambda _: self.read(), failed=self._tell
        )

    def save_copy(self, id_: AttachmentId, path: Path, done: Callable[[], None]) -> None:
        """Write a copy that is not encrypted, where the person said."""
        pieces: list[bytes] = []

        def write() -> None:
            self._saving.remove(steps)
            self._aside.run(
                lambda: self._preparing.write_copy(path, pieces),
                owner=self,
                done=lambda _: done(),
                failed=self._tell,
            )

        def failed(error: Exception) -> None:
            self._saving.remove(steps)
            self._tell(error)

        steps = Steps(self._attaching.pieces(id_), self._tasks, each=pieces.append, done=write, failed=failed)
        self._saving.append(steps)
        steps.start()

    # Inside -----------------------------------------------------------------------------------

    def _adding(self, entry: EntryId) -> Adding | None:
        return next((adding for owner, adding in self._going.values() if owner == entry), None)

    def _update(self, state: AttachmentsState, *, anew: bool = False) -> None:
        if anew or state != self._state:
            self._state = state
            self._show(state)


def _photos_in(text: str) -> tuple[AttachmentId, ...]:
    return tuple(mark.id for mark in pictures_in(text))
