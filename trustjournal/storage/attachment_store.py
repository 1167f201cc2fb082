"""Keeps photos and files of entries.

The bytes come first, in pieces, each a small write of its own; the record follows when all are there. So a large file
keeps no other save waiting, and what is cut short leaves pieces that nothing names and `sweep` takes away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from trustjournal.domain.attachment import Attachment, AttachmentKind, NewAttachment, pictures_in
from trustjournal.domain.ids import AttachmentId, EntryId
from trustjournal.errors import AttachmentDamagedError
from trustjournal.storage.database import Database, Row
from trustjournal.storage.records import ATTACHMENT, Content, Records
from trustjournal.storage.texts import storable

PIECE: Final = 1_000_000
"""Bytes that are written together: about 20 ms."""

_COLUMNS: Final = "id, entry, kind, name, media_type, size, width, height, deleted_at IS NOT NULL"


class AttachmentStore:
    """Photos and files; `entry.photos` is kept right with them."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    # Coming in --------------------------------------------------------------------------------

    def put_piece(self, id_: AttachmentId, place: int, data: bytes) -> None:
        """Keep a piece of the bytes of an attachment that is on its way."""
        with self._db.transaction():
            self._db.write(
                "INSERT INTO attachment_part (attachment, place, data) VALUES (?, ?, ?)", (id_.bytes, place, data)
            )

    def drop_pieces(self, id_: AttachmentId) -> None:
        """Forget the bytes of one that will not come after all; of one that is kept nothing goes."""
        with self._db.transaction():
            if self._records.head(ATTACHMENT, id_) is None:
                self._db.write("DELETE FROM attachment_part WHERE attachment = ?", (id_.bytes,))

    def sweep(self) -> None:
        """Take away pieces that were on their way when the program was ended; call it while none is."""
        with self._db.transaction():
            self._db.write("DELETE FROM attachment_part WHERE attachment NOT IN (SELECT id FROM attachment)")

    def add(self, new: NewAttachment, entry: EntryId, *, sha256: bytes | None = None) -> Attachment:
        """Keep the record of an attachment whose pieces are all there; `sha256` is of them, where it is known already.

        Raises LookupError where there is no such entry, not even a deleted one.
        """
        with self._db.transaction():
            (there,) = self._db.row(
                "SELECT coalesce(sum(length(data)), 0) FROM attachment_part WHERE attachment = ?", (new.id.bytes,)
            ) or (0,)
            if there != len(new.data):
                raise ValueError("not all pieces are there")
            if self._db.row("SELECT 1 FROM entry WHERE id = ?", (entry.bytes,)) is None:
                raise LookupError("no such entry")
            new = replace(new, name=storable(new.name))
            content: Content = {
                "entry": entry.bytes,
                "kind": new.kind.value,
                "name": new.name,
                "media_type": new.media_type,
                "size": len(new.data),
                "sha256": sha256 or hashlib.sha256(new.data).digest(),
                "width": new.width,
                "height": new.height,
            }
            self._records.add(ATTACHMENT, new.id, content, {"preview": new.preview})
            self._count_photos(entry)
        return new.kept_in(entry)

    # Reading ----------------------------------------------------------------------------------

    def of_entry(self, entry: EntryId) -> tuple[Attachment, ...]:
        """Those of an entry in the order they came, also those that were removed."""
        rows = self._db.rows(
            f"SELECT {_COLUMNS} FROM attachment WHERE entry = ? ORDER BY n",  # noqa: S608 - a literal
            (entry.bytes,),
        )
        return tuple(map(_attachment, rows))

    def get(self, id_: AttachmentId) -> Attachment | None:
        """One of them, also a removed one."""
        row = self._db.row(f"SELECT {_COLUMNS} FROM attachment WHERE id = ?", (id_.bytes,))  # noqa: S608 - a literal
        return None if row is None else _attachment(row)

    def preview(self, id_: AttachmentId) -> bytes | None:
        """The smaller image of a photo; None where it has none, as one that is small itself."""
        row = self._db.row("SELECT preview FROM attachment WHERE id = ?", (id_.bytes,))
        return None if row is None else row[0]

    def pieces(self, id_: AttachmentId) -> Generator[bytes, None, None]:
        """The bytes, piece by piece, each read when it is asked for.

        Raises AttachmentDamagedError, at the latest after the last piece, and LookupError.
        """
        row = self._db.row("SELECT size, sha256 FROM attachment WHERE id = ?", (id_.bytes,))
        if row is None:
            raise LookupError("no such attachment")
        size, expected = row
        digest, read, place = hashlib.sha256(), 0, 0
        while read < size:
            piece = self._db.row(
                "SELECT data FROM attachment_part WHERE attachment = ? AND place = ?", (id_.bytes, place)
            )
            if piece is None or not piece[0]:
                raise AttachmentDamagedError("a piece is missing")
            digest.update(piece[0])
            read += len(piece[0])
            place += 1
            yield piece[0]
        if read != size or digest.digest() != expected:
            raise AttachmentDamagedError("the bytes are not those that were kept")

    def data(self, id_: AttachmentId) -> bytes:
        """All bytes, and they are those that were kept; raises as `pieces`."""
        return b"".join(self.pieces(id_))

    # Going ------------------------------------------------------------------------------------

    def remove(self, id_: AttachmentId) -> None:
        """Remove one so that it can be brought back; removing what is not there does nothing."""
        with self._db.transaction():
            attachment = self.get(id_)
            if attachment is not None and not attachment.is_removed:
                self._records.bury(ATTACHMENT, id_)
                self._count_photos(attachment.entry)

    def undo_remove(self, id_: AttachmentId) -> None:
        """Bring a removed one back; one that is there stays as it is."""
        with self._db.transaction():
            attachment = self.get(id_)
            if attachment is not None and attachment.is_removed:
                self._records.revive(ATTACHMENT, id_)
                self._count_photos(attachment.entry)

    def purge(self, entry: EntryId) -> None:
        """Delete for good what belongs to an entry that is deleted for good, before its own record goes.

        A photo that the text of another entry shows becomes that entry's.
        """
        with self._db.transaction():
            own = [AttachmentId(UUID(bytes=id_)) for (id_,) in self._db.rows(
                "SELECT id FROM attachment WHERE entry = ?", (entry.bytes,)
            )]  # fmt: skip
            heirs = self._heirs(entry, own) if own else {}
            for id_ in own:
                if id_ in heirs:
                    self._give(id_, heirs[id_])
                else:
                    self._db.write("DELETE FROM attachment_part WHERE attachment = ?", (id_.bytes,))
                    self._db.write("DELETE FROM attachment WHERE id = ?", (id_.bytes,))
            self._count_photos(entry)

    def _heirs(self, entry: EntryId, ids: Sequence[AttachmentId]) -> dict[AttachmentId, EntryId]:
        """For each that another entry shows: that entry."""
        wanted, heirs = set(ids), dict[AttachmentId, EntryId]()
        for id_, text in self._db.rows(
            "SELECT id, text FROM entry WHERE id <> ? AND instr(text, '](tj:') > 0 ORDER BY deleted_at IS NULL, n",
            (entry.bytes,),
        ):
            heirs.update({mark.id: EntryId(UUID(bytes=id_)) for mark in pictures_in(text) if mark.id in wanted})
        return heirs

    def _give(self, id_: AttachmentId, entry: EntryId) -> None:
        columns = [*ATTACHMENT.columns]
        row = self._db.row(f"SELECT {', '.join(columns)} FROM attachment WHERE id = ?", (id_.bytes,))  # noqa: S608
        assert row is not None
        self._records.change(ATTACHMENT, id_, {**dict(zip(columns, row, strict=True)), "entry": entry.bytes})
        self._count_photos(entry)

    def _count_photos(self, entry: EntryId) -> None:
        """Worked out, and no change of the entry: nobody who is writing it is told that it is another now."""
        self._db.write(
            "UPDATE entry SET photos = (SELECT count(*) FROM attachment a"
            " WHERE a.entry = entry.id AND a.kind = 'photo' AND a.deleted_at IS NULL) WHERE id = ?",
            (entry.bytes,),
        )


def _attachment(row: Row) -> Attachment:
    id_, entry, kind, name, media_type, size, width, height, is_removed = row
    return Attachment(
        AttachmentId(UUID(bytes=id_)),
        EntryId(UUID(bytes=entry)),
        AttachmentKind(kind),
        name,
        media_type,
        size,
        width,
        height,
        bool(is_removed),
    )
