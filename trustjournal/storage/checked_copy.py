"""Copies a whole database into a new file and proves both: copied damage would get fresh, valid checksums."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from trustjournal.errors import JournalDamagedError
from trustjournal.storage.atomic_file import sync_file
from trustjournal.storage.failures import os_errors_told, sqlite_errors_told
from trustjournal.storage.integrity import problems_of

PAGES_AT_ONCE = 256

Progress = Callable[[float], None]
"""Told how far something is, from 0 to 1; what it raises stops the work."""


def copy_checked(
    source: sqlite.Connection,
    path: Path,
    connect: Callable[[Path], sqlite.Connection],
    *,
    progress: Progress = lambda _done: None,
) -> None:
    """Copy the database of `source` to a new file at `path`, which `connect` gives its key, and have the disk keep it.

    Raises JournalDamagedError where source or copy has problems, StorageFullError and its like, and whatever
    `progress` raises; no copy is left then.
    """
    if problems_of(source):
        raise JournalDamagedError("a damaged database is not copied")
    with os_errors_told():
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        # Told while the copy is there: once it is deleted, the same words would mean that the journal was moved.
        with sqlite_errors_told(path), closing(connect(path)) as target:
            source.backup(
                target,
                pages=PAGES_AT_ONCE,
                progress=lambda _status, left, total: progress(1 - left / total if total else 1.0),
            )
            if problems_of(target) or _row_counts(target) != _row_counts(source):
                raise JournalDamagedError("the copy does not equal the database")
        with os_errors_told():
            sync_file(path)
    except BaseException:
        for left in (path, path.with_name(path.name + "-journal")):
            with suppress(OSError):  # what went wrong first is what to tell
                left.unlink(missing_ok=True)
        raise


def _row_counts(connection: sqlite.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").fetchall()
    return {name: _row_count(connection, name) for (name,) in names}


def _row_count(connection: sqlite.Connection, table: str) -> int:
    quoted = '"' + table.replace('"', '""') + '"'
    row = connection.execute(f"SELECT count(*) FROM {quoted}").fetchone()  # noqa: S608 - a name cannot be bound
    return int(row[0])
