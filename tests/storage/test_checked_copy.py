"""Copying a database: what goes wrong is told as what it is, and nothing half made stays."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from tests.storage.conftest import Stores, entry
from trustjournal.errors import (
    CancelledError,
    JournalDamagedError,
    JournalInUseError,
    StorageFailedError,
    StorageFullError,
    StorageReadOnlyError,
    TrustJournalError,
)
from trustjournal.storage import checked_copy
from trustjournal.storage.checked_copy import copy_checked
from trustjournal.storage.database import _connect
from trustjournal.storage.failures import sqlite_errors_told
from trustjournal.storage.journal_keys import JournalKeys


class Failing:
    """A connection whose backup says what SQLite says, and like the real one brings no code with it."""

    def __init__(self, real: sqlite.Connection, words: str) -> None:
        self._real = real
        self._words = words

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def backup(self, *_: object, **__: object) -> None:
        """Fail."""
        raise sqlite.OperationalError(self._words)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("database or disk is full", StorageFullError),
        ("disk I/O error", StorageFailedError),
        ("attempt to write a readonly database", StorageReadOnlyError),
        ("unable to open database file", StorageFailedError),
        ("database is locked", JournalInUseError),
        ("database disk image is malformed", JournalDamagedError),
        ("file is not a database", JournalDamagedError),
    ],
)
def test_what_a_backup_reports_without_a_code_is_told_all_the_same(
    stores: Stores, keys: JournalKeys, words: str, error: type[TrustJournalError]
) -> None:
    copy = keys.folder / "copy.tjdb"
    source: Any = Failing(stores.db._connection, words)
    with pytest.raises(error) as raised:
        copy_checked(source, copy, lambda path: _connect(path, keys))
    assert type(raised.value) is error
    assert not copy.exists()


def test_a_copy_that_is_stopped_leaves_nothing(stores: Stores, keys: JournalKeys) -> None:
    stores.entries.save(entry("words " * 9000))
    copy = keys.folder / "copy.tjdb"

    def stop(_done: float) -> None:
        raise CancelledError

    before = {path.name for path in keys.folder.iterdir()}
    with pytest.raises(CancelledError):
        copy_checked(stores.db._connection, copy, lambda path: _connect(path, keys), progress=stop)
    assert {path.name for path in keys.folder.iterdir()} == before


def test_a_copy_that_cannot_be_deleted_does_not_hide_what_went_wrong(
    stores: Stores, keys: JournalKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_path: Path) -> None:
        def cannot(*_: object, **__: object) -> None:
            raise PermissionError(13, "no")

        monkeypatch.setattr(Path, "unlink", cannot)
        raise OSError(28, "no space")

    monkeypatch.setattr(checked_copy, "sync_file", no_room)
    with pytest.raises(StorageFullError):
        copy_checked(stores.db._connection, keys.folder / "copy.tjdb", lambda path: _connect(path, keys))


def test_a_copy_equals_the_database_to_the_last_setting(stores: Stores, keys: JournalKeys) -> None:
    stores.entries.save(entry("words " * 9000))
    copy = keys.folder / "copy.tjdb"
    copy_checked(stores.db._connection, copy, lambda path: _connect(path, keys))
    with closing(_connect(copy, keys)) as connection:
        for what in ("PRAGMA user_version", "PRAGMA auto_vacuum", "SELECT * FROM entry", "SELECT * FROM sqlite_schema"):
            assert connection.execute(what).fetchall() == stores.db._connection.execute(what).fetchall()


def test_a_schema_that_cannot_even_be_quoted_is_told_as_damage(folder: Path) -> None:
    with pytest.raises(JournalDamagedError) as raised, sqlite_errors_told(folder):
        b"malformed database schema (\x81)".decode()
    assert raised.value.__cause__ is None  # the error holds what was read


def test_a_source_with_problems_is_not_even_begun_to_be_copied(
    stores: Stores, keys: JournalKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = stores.db._connection
    monkeypatch.setattr(checked_copy, "problems_of", lambda connection: ("page 7",) if connection is source else ())

    def connect(_path: Path) -> sqlite.Connection:
        raise AssertionError("it was begun")

    with pytest.raises(JournalDamagedError):
        copy_checked(source, keys.folder / "copy.tjdb", connect)
    assert not (keys.folder / "copy.tjdb").exists()


def test_a_copy_with_problems_is_thrown_away(
    stores: Stores, keys: JournalKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = stores.db._connection
    monkeypatch.setattr(checked_copy, "problems_of", lambda connection: () if connection is source else ("page 7",))
    with pytest.raises(JournalDamagedError):
        copy_checked(source, keys.folder / "copy.tjdb", lambda path: _connect(path, keys))
    assert not (keys.folder / "copy.tjdb").exists()
