"""A page as a PDF file that only its owner can read."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPdfWriter

from trustjournal.errors import StorageFailedError, StorageFullError, StorageReadOnlyError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR})


def save_pdf(path: Path, draw: Callable[[QPagedPaintDevice], None]) -> None:
    """Have a page drawn and write it to `path`, in place of what was there.

    Raises StorageFullError, StorageReadOnlyError, StorageFailedError.
    """
    pdf = PdfInMemory()
    draw(pdf.device)
    pdf.save(path)


class PdfInMemory:
    """A PDF that is drawn before it goes to a file: what is not finished never stands on a disk."""

    def __init__(self) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.device = QPdfWriter(buffer)
        """What to draw on; whoever draws ends the painter before it is saved."""
        buffer.setParent(self.device)  # a writer that goes still writes into its buffer, whoever collects the two
        self._buffer = buffer
        self.device.setTitle("")
        self.device.setCreator("")
        self.device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))

    def content(self) -> bytes:
        """All of the file."""
        return bytes(self._buffer.data().data())

    def save(self, path: Path) -> None:
        """Write it to `path`, for its owner alone, in place of what was there; raises as `save_pdf` does."""
        content = self.content()
        try:
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(file, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise StorageFullError("no room for the page") from error
            if error.errno in _NOT_ALLOWED:
                raise StorageReadOnlyError("the page may not be written there") from error
            raise StorageFailedError("the page could not be written") from error
