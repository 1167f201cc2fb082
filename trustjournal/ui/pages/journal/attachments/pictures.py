"""Gives the editor the pictures of the journal: read off the window's thread, and only so many kept at a time."""

from __future__ import annotations

from collections import OrderedDict
from uuid import UUID

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from trustjournal.domain.attachment import PREVIEW_SIDE, Attachment, AttachmentKind
from trustjournal.domain.ids import AttachmentId
from trustjournal.services.attaching import AttachingService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.parts.photo_decoding import decoded

MOST_BYTES = 64_000_000
"""So much memory decoded pictures may take, about twenty as wide as a column on a fine screen."""


class JournalPictures(QObject):
    """A `PictureSource`. What it does not have yet it reads, and says that it has come."""

    arrived = Signal()
    """Something that was asked for is here now."""

    def __init__(self, attaching: AttachingService, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attaching = attaching
        self._tasks = tasks
        self._known: dict[AttachmentId, Attachment | None] = {}
        self._images: OrderedDict[AttachmentId, QImage] = OrderedDict()
        self._asked: set[AttachmentId] = set()

    def learn(self, attachments: tuple[Attachment, ...]) -> None:
        """Be told what was read elsewhere anyway."""
        self._known.update({attachment.id: attachment for attachment in attachments})

    def size_of(self, picture_id: str) -> QSize | None:
        """As in `PictureSource`."""
        photo = self._photo(_id(picture_id))
        return None if photo is None else QSize(photo.width or 0, photo.height or 0)

    def picture(self, picture_id: str, width: int) -> QImage | None:
        """As in `PictureSource`; at most as large as the preview that is kept."""
        id_ = _id(picture_id)
        photo = self._photo(id_)
        if photo is None:
            return None
        wanted = min(width, _widest(photo))
        image = self._images.get(id_)
        if image is not None:
            self._images.move_to_end(id_)
        if image is None or (0 < image.width() < wanted):
            self._read(photo, wanted)
        return image if image is not None and not image.isNull() else None

    @property
    def bytes_kept(self) -> int:
        """How much memory the images take."""
        return sum(image.sizeInBytes() for image in self._images.values())

    def _photo(self, id_: AttachmentId) -> Attachment | None:
        if id_ in self._known:
            found = self._known[id_]
            return found if found is not None and found.kind is AttachmentKind.PHOTO else None
        if id_ not in self._asked:
            self._asked.add(id_)

            def done(found: Attachment | None) -> None:
                self._asked.discard(id_)
                self._known[id_] = found
                self.arrived.emit()

            self._tasks.run(lambda: self._attaching.attachment(id_), owner=self, done=done, failed=lambda _: done(None))
        return None

    def _read(self, photo: Attachment, width: int) -> None:
        if photo.id in self._asked:
            return
        self._asked.add(photo.id)

        def work() -> QImage:
            return decoded(self._attaching.preview(photo.id), photo.media_type, width=width)

        def done(image: QImage) -> None:
            self._asked.discard(photo.id)
            self._images[photo.id] = image
            self._images.move_to_end(photo.id)
            while self.bytes_kept > MOST_BYTES and len(self._images) > 1:
                self._images.popitem(last=False)
            self.arrived.emit()

        # What cannot be read is an empty place, and is not asked for over and over.
        self._tasks.run(work, owner=self, done=done, failed=lambda _error: done(QImage()))


def _widest(photo: Attachment) -> int:
    """How wide the kept preview is."""
    width, height = photo.width or 1, photo.height or 1
    return width if max(width, height) <= PREVIEW_SIDE else max(1, round(width * PREVIEW_SIDE / max(width, height)))


def _id(picture_id: str) -> AttachmentId:
    return AttachmentId(UUID(hex=picture_id))
