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
    content = _drawn(draw)
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


def _drawn(draw: Callable[[QPagedPaintDevice], None]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("")
    writer.setCreator("")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    draw(writer)
    del writer
    buffer.close()
    return bytes(buffer.data().data())
