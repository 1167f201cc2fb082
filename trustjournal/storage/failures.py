"""Turns what the disk and SQLite report into the errors of `trustjournal.errors`, without any text or parameter."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2 as sqlite

from trustjournal.errors import (
    JournalDamagedError,
    JournalInUseError,
    JournalMovedError,
    StorageFailedError,
    StorageFullError,
    StorageReadOnlyError,
    TooLongError,
    TrustJournalError,
)

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC})
_READ_ONLY: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class _Code(IntEnum):
    """SQLite's primary result codes (sqlite.org/rescode.html)."""

    BUSY = 5
    LOCKED = 6
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    TOOBIG = 18
    NOTADB = 26


_CODE_OF_WORDS: Final = {
    "database is locked": _Code.BUSY,
    "attempt to write a readonly database": _Code.READONLY,
    "disk I/O error": _Code.IOERR,
    "database disk image is malformed": _Code.CORRUPT,
    "database or disk is full": _Code.FULL,
    "unable to open database file": _Code.CANTOPEN,
    "file is not a database": _Code.NOTADB,
}
"""What `Connection.backup` says (SQLite's own words for a code): it brings no code with it."""

_MAY_HAVE_MOVED: Final = frozenset({_Code.READONLY, _Code.IOERR, _Code.CANTOPEN})
"""What SQLite calls it when a file that it has open is gone from its place."""

_ROOM_FOR_A_SAVE = 1 << 20
"""With less than this free (bytes), a failed write is put down to a full disk."""


def from_os_error(error: OSError) -> TrustJournalError:
    """Our error for what the operating system reported."""
    if error.errno in _FULL:
        return StorageFullError("the disk or a limit on it is full")
    if error.errno in _READ_ONLY:
        return StorageReadOnlyError("the folder cannot be written")
    return StorageFailedError(f"the disk reported error {error.errno}")


@contextmanager
def os_errors_told() -> Iterator[None]:
    """Let an `OSError` leave the block as one of our errors."""
    try:
        yield
    except OSError as error:
        raise from_os_error(error) from None


@contextmanager
def sqlite_errors_told(database: Path) -> Iterator[None]:
    """Let an error of SQLite about the file `database` leave the block as one of our errors.

    What SQLite says is left out: a message may carry a piece of what was written. Broken constraints and
    malformed SQL are our bugs and pass through as they are; their messages name columns only.
    """
    try:
        yield
    except sqlite.Error as error:
        told = from_sqlite_error(error, database)
        if told is None:
            raise
        raise told from None
    except UnicodeDecodeError:
        # SQLite quotes a broken schema in what it says, and the wrapper cannot read that.
        raise JournalDamagedError("the database cannot be read") from None


def from_sqlite_error(error: sqlite.Error, database: Path) -> TrustJournalError | None:
    """Our error for what SQLite reported; None where it is our own bug."""
    code = getattr(error, "sqlite_errorcode", None) or _CODE_OF_WORDS.get(str(error))
    if code is None and isinstance(error, sqlite.DatabaseError) and type(error) is sqlite.DatabaseError:
        # Virtual tables report a damaged page without a code.
        return JournalDamagedError("the database cannot be read")
    if code is not None and code & 0xFF in _MAY_HAVE_MOVED and not os.path.lexists(database):
        return JournalMovedError("the database is not where it was opened")
    match None if code is None else code & 0xFF:
        case _Code.BUSY | _Code.LOCKED:
            return JournalInUseError("another program has the journal open")
        case _Code.READONLY:
            return StorageReadOnlyError("the database cannot be written")
        case _Code.CORRUPT | _Code.NOTADB:
            return JournalDamagedError("the database cannot be read")
        case _Code.FULL:
            return StorageFullError("the disk is full")
        case _Code.IOERR:
            if _looks_full(database):
                return StorageFullError("the disk or a limit on it is full")
            return StorageFailedError("the disk reported an error")
        case _Code.CANTOPEN:
            if not os.access(database.parent, os.W_OK) or _is_on_read_only_disk(database.parent):
                return StorageReadOnlyError("the folder cannot be written")
            if _looks_full(database):
                return StorageFullError("there is no room for the rollback journal")
            return StorageFailedError("the database cannot be opened")
        case _Code.TOOBIG:
            return TooLongError("a text is longer than SQLite takes")
        case _:
            return None


if sys.platform == "win32":

    def _looks_full(database: Path) -> bool:
        """Windows tells SQLite of a full disk in a way that it understands."""
        return False

    def _is_on_read_only_disk(folder: Path) -> bool:
        """Windows refuses at once to open what cannot be written."""
        return False

else:
    import resource

    def _looks_full(database: Path) -> bool:
        """SQLite tells only of a disk without space; a quota or a limit on file sizes is an I/O error to it."""
        try:
            disk = os.statvfs(database.parent)
            if disk.f_bavail * disk.f_frsize < _ROOM_FOR_A_SAVE:
                return True
            limit, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
            if limit == resource.RLIM_INFINITY:
                return False
            journal = database.with_name(database.name + "-journal")
            largest = max(file.stat().st_size for file in (database, journal) if file.exists())
        except (OSError, ValueError):
            return False
        return largest + _ROOM_FOR_A_SAVE > limit

    def _is_on_read_only_disk(folder: Path) -> bool:
        try:
            return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
        except OSError:
            return False
