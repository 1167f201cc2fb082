"""Photos and files of an entry: made ready away from the journal, kept in it, read, saved out and removed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from threading import Event
from uuid import uuid4

from trustjournal.domain.attachment import Attachment, AttachmentKind, CleanPhoto, NewAttachment, file_name
from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.ids import AttachmentId, EntryId
from trustjournal.errors import CancelledError, PhotoDamagedError
from trustjournal.exchange.media_types import PHOTO_TYPES, media_type_of
from trustjournal.exchange.plain_files import checked, read_file, write_file
from trustjournal.storage.attachment_store import PIECE, AttachmentStore
from trustjournal.storage.database import Database

ReadPhoto = Callable[[bytes, Event], CleanPhoto]
"""Makes a photo anew in a process of its own; raises PhotoDamagedError, PhotoTooLargeError, PhotoReaderFailedError,
and CancelledError once the event is set."""


class PreparingService:
    """Makes photos and files ready to be kept. It knows no journal and takes its time: it has a thread of its own."""

    def __init__(self, read_photo: ReadPhoto) -> None:
        self._read_photo = read_photo

    def file(self, path: Path, stop: Event) -> NewAttachment:
        """Read a file: a photo is made anew, everything else stays as it is. What it is, its bytes say, not its name.

        Raises FileUnreadableError, FileEmptyError, FileTooLargeError, and as `photo`.
        """
        data = read_file(path)
        if media_type_of(data) in PHOTO_TYPES:
            return self.photo(data, stop, name=path.name)
        if stop.is_set():
            raise CancelledError("the person stopped it")
        id_ = AttachmentId(uuid4())
        return NewAttachment(id_, AttachmentKind.FILE, file_name(path.name), media_type_of(data), data)

    def photo(self, data: bytes, stop: Event, *, name: str = "") -> NewAttachment:
        """Make a photo anew from the bytes of one.

        Raises PhotoDamagedError, also for what is no photo; PhotoTooLargeError, PhotoReaderFailedError,
        FileEmptyError, FileTooLargeError and CancelledError.
        """
        if media_type_of(checked(data)) not in PHOTO_TYPES:
            raise PhotoDamagedError("this is no photo")
        return NewAttachment.of_photo(AttachmentId(uuid4()), file_name(name), self._read_photo(data, stop))

    def write_copy(self, path: Path, pieces: Sequence[bytes]) -> None:
        """Write a file that is not encrypted and that only its owner can read.

        Raises StorageFullError, StorageReadOnlyError, StorageFailedError; then no half of it stays.
        """
        write_file(path, pieces)


class AttachingService:
    """The photos and files of the journal, on the journal's thread.

    What may be long is a row of short steps, so that saves can go between: take one after the other, and `close` the
    row on the same thread where it is not taken to its end.
    """

    def __init__(self, database: Database, store: AttachmentStore, *, announce: Announce) -> None:
        self._database = database
        self._store = store
        self._announce = announce
        self._is_swept = False

    def keeping(self, new: NewAttachment, entry: EntryId) -> Generator[int, None, None]:
        """Steps that keep an attachment of an entry that is stored; it is there after the last one, whole, or not.

        Each tells how many bytes are kept by then. Raises LookupError for an entry that never was, and as a save does.
        """
        if not self._is_swept:
            self._is_swept = True
            self._store.sweep()
        digest = hashlib.sha256()
        try:
            for place, start in enumerate(range(0, len(new.data), PIECE)):
                piece = new.data[start : start + PIECE]
                digest.update(piece)
                self._store.put_piece(new.id, place, piece)
                yield start + len(piece)
            self._store.add(new, entry, sha256=digest.digest())
        except BaseException:
            self._store.drop_pieces(new.id)
            raise
        self._announce(Changed.ENTRIES)

    def keep_at_once(self, new: NewAttachment, entry: EntryId) -> None:
        """Keep a small one in a single step."""
        with self._database.transaction():
            for _ in self.keeping(new, entry):
                pass

    def of_entry(self, entry: EntryId) -> tuple[Attachment, ...]:
        """Those of an entry in the order they came, also those that were removed."""
        return self._store.of_entry(entry)

    def attachment(self, id_: AttachmentId) -> Attachment | None:
        """One of them, also a removed one."""
        return self._store.get(id_)

    def preview(self, id_: AttachmentId) -> bytes:
        """A photo as it is shown among the words, encoded; raises AttachmentDamagedError, LookupError."""
        return self._store.preview(id_) or self._store.data(id_)

    def data(self, id_: AttachmentId) -> bytes:
        """All bytes, proved to be those that were kept; raises AttachmentDamagedError, LookupError."""
        return self._store.data(id_)

    def pieces(self, id_: AttachmentId) -> Generator[bytes, None, None]:
        """Steps that give its bytes; they are proved when the last step is taken, so use none of them before.

        Raises AttachmentDamagedError, LookupError.
        """
        return self._store.pieces(id_)

    def remove(self, id_: AttachmentId) -> None:
        """Remove one so that it can be brought back; its bytes go with the entry, when that is deleted for good."""
        self._store.remove(id_)
        self._announce(Changed.ENTRIES)

    def undo_remove(self, id_: AttachmentId) -> None:
        """Bring a removed one back."""
        self._store.undo_remove(id_)
        self._announce(Changed.ENTRIES)
