"""The copy that is made of a journal before its database changes its shape."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from trustjournal.errors import JournalDamagedError
from trustjournal.storage.atomic_file import sync, sync_folder
from trustjournal.storage.failures import os_errors_told
from trustjournal.storage.integrity import problems_of
from trustjournal.storage.migrations.runner import version_of


def copy_before_migrating(source: sqlite.Connection, path: Path, connect: Callable[[Path], sqlite.Connection]) -> Path:
    """Copy the database beside itself, under the same key, as ``before-<version>-<name>``; the path of the copy.

    The source is checked first, because a copy of damaged pages would get fresh, valid checksums.
    Raises JournalDamagedError and leaves no copy where either has problems.
    """
    if problems_of(source):
        raise JournalDamagedError("a damaged database is not migrated")
    copy = path.with_name(f"before-{version_of(source):04}-{path.name}")
    with os_errors_told():
        copy.unlink(missing_ok=True)
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        target = connect(copy)
        try:
            source.backup(target)
            if problems_of(target) or _row_counts(target) != _row_counts(source):
                raise JournalDamagedError("the copy does not equal the database")
        finally:
            target.close()
        with os_errors_told():
            _keep(copy)
    except BaseException:
        copy.unlink(missing_ok=True)
        copy.with_name(copy.name + "-journal").unlink(missing_ok=True)
        raise
    return copy


def _row_counts(connection: sqlite.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").fetchall()
    return {name: _row_count(connection, name) for (name,) in names}


def _row_count(connection: sqlite.Connection, table: str) -> int:
    quoted = '"' + table.replace('"', '""') + '"'
    row = connection.execute(f"SELECT count(*) FROM {quoted}").fetchone()  # noqa: S608 - a name cannot be bound
    return int(row[0])


def _keep(copy: Path) -> None:
    descriptor = os.open(copy, os.O_RDWR)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(copy.parent)
