"""Files a person picks: read once on the way in, written where they say on the way out."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from trustjournal.domain.attachment import MOST_BYTES
from trustjournal.errors import (
    FileEmptyError,
    FileTooLargeError,
    FileUnreadableError,
    FolderGoneError,
    StorageFailedError,
    StorageFullError,
    StorageReadOnlyError,
)

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR})
_NO_FOLDER: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
# A pipe nobody writes into must not keep anybody waiting.
_TO_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path) -> bytes:
    """What is in a file; raises FileUnreadableError, FileEmptyError, FileTooLargeError."""
    try:
        with os.fdopen(os.open(path, _TO_READ), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise FileUnreadableError("this is no file")
            if found.st_size > MOST_BYTES:
                raise FileTooLargeError("the file has too many bytes")
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise FileUnreadableError("the file cannot be read") from None
    return checked(data)


def checked(data: bytes) -> bytes:
    """The bytes, if they are not too many and not too few; raises FileEmptyError, FileTooLargeError."""
    if not data:
        raise FileEmptyError("the file is empty")
    if len(data) > MOST_BYTES:
        raise FileTooLargeError("the file has too many bytes")
    return data


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that only its owner can read, in place of what is there.

    It is written whole under another name in the same folder and then takes its own, so what was there before stays
    until all of it is replaced. Raises FolderGoneError, StorageFullError, StorageReadOnlyError, StorageFailedError, and
    what `pieces` raises; then everything is as it was.
    """
    unfinished = path.with_name(f"{secrets.token_hex(4)}.part")
    with _told():
        # Always a new file: nobody has it open already, and no link leads elsewhere.
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                with _told():
                    file.write(piece)
            with _told():
                file.flush()
                os.fsync(descriptor)
        with _told():
            unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StorageFullError("no room for the file") from None
        if error.errno in _NOT_ALLOWED:
            raise StorageReadOnlyError("the file may not be written there") from None
        if error.errno in _NO_FOLDER:
            raise FolderGoneError("there is no such folder") from None
        raise StorageFailedError("the file could not be written") from None
