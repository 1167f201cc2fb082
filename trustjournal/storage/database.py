"""The encrypted database: how it is made, opened and proved to be ours, and what a transaction is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlite

from trustjournal.domain.ids import DeviceId
from trustjournal.errors import (
    CipherMissingError,
    DatabaseMissingError,
    JournalDamagedError,
    JournalMissingError,
    JournalMovedError,
)
from trustjournal.storage.atomic_file import sync_file
from trustjournal.storage.checked_copy import Progress, copy_checked
from trustjournal.storage.failures import os_errors_told, sqlite_errors_told
from trustjournal.storage.free_pages import renew_free_pages, was_cut_short
from trustjournal.storage.integrity import problems_of
from trustjournal.storage.migrations.runner import pending_steps, released_steps, take, version_of
from trustjournal.storage.safety_copy import copy_before_migrating
from trustjournal.storage.secret_bytes import wiped_after

if TYPE_CHECKING:
    from trustjournal.storage.journal_keys import JournalKeys

SMALLEST: Final = 4096
"""Bytes: one page. SQLite would take a shorter file for a new, empty database."""
_PLAIN_SQLITE: Final = b"SQLite format 3\x00"
_NO_DEVICE: Final = DeviceId(UUID(int=0))
_CACHE_KIB: Final = 16 * 1024

_SETTINGS: Final = (
    # EXTRA also syncs the folder after the rollback journal is emptied: no power loss takes an acknowledged save.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA temp_store = 2",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    f"PRAGMA cache_size = -{_CACHE_KIB}",
)

Row = tuple[Any, ...]
Parameters = Sequence[int | str | bytes | None]


class Database:
    """An open journal. Used by one thread only, the one that opened it."""

    def __init__(
        self,
        connection: sqlite.Connection,
        path: Path,
        *,
        vault: str,
        device: DeviceId,
        now: Callable[[], datetime],
    ) -> None:
        self._connection = connection
        self._depth = 0
        self.path = path
        self.vault = vault
        self.device = device
        self._now = now
        self._file = _file_at(path)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query."""
        with sqlite_errors_told(self.path):
            found: list[Row] = self._connection.execute(sql, parameters).fetchall()
            _prove_sound(self._connection)
            return found

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or None."""
        with sqlite_errors_told(self.path):
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            _prove_sound(self._connection)
            return found

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Change rows, inside `transaction`; the number of rows changed."""
        if not self._depth:
            raise RuntimeError("a write outside a transaction")
        with sqlite_errors_told(self.path):
            return int(self._connection.execute(sql, parameters).rowcount)

    def beginning_of(self, table: str, column: str, row: int, most_bytes: int) -> bytes:
        """At most `most_bytes` of a long value, without reading the rest of it."""
        with sqlite_errors_told(self.path), self._connection.open_blob(table, column, row, readonly=True) as value:
            found = bytes(value.read(most_bytes))
            _prove_sound(self._connection)
            return found

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes of the block are kept when it ends, or none is; a block inside another belongs to the outer."""
        if self._depth:
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
            return
        self._prove_in_place()
        with sqlite_errors_told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                _prove_sound(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    with suppress(sqlite.Error):
                        # The first failure is the one to tell; SQLite undoes an open transaction by itself.
                        self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0

    def _prove_in_place(self) -> None:
        """SQLite looks for its file only while it has no rollback journal open, and would write into a deleted one."""
        if self._file is None or _file_at(self.path) != self._file:
            raise JournalMovedError("the database is not where it was opened")

    def now_ms(self) -> int:
        """The time now, UTC, in milliseconds, for the record columns."""
        return round(self._now().timestamp() * 1000)

    def problems(self) -> tuple[str, ...]:
        """What SQLite and SQLCipher find wrong with the whole file; nothing where all is well."""
        with sqlite_errors_told(self.path):
            return problems_of(self._connection)

    def copy_under(self, keys: JournalKeys, *, progress: Progress) -> None:
        """Copy everything into the database of `keys`, a new file under their key; raises as `copy_checked` does."""
        path = keys.folder / keys.database
        with sqlite_errors_told(path):
            copy_checked(self._connection, path, lambda copy: _connect(copy, keys), progress=progress)

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._connection.close()


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file is there, whatever its name: its disk and its number on it; None where none is."""
    with os_errors_told():
        try:
            found = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
    return found.st_dev, found.st_ino


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_database(keys: JournalKeys, *, now: datetime) -> None:
    """Make the database of a new journal, with every step of the schema, and have the disk keep it."""
    path = keys.folder / keys.database
    with os_errors_told():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with sqlite_errors_told(path):
        connection = _connect(path, keys)
        try:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            _settle(connection)
            take(connection, released_steps())
            connection.execute(
                "INSERT INTO journal (only_row, vault, created_at) VALUES (1, ?, ?)",
                (keys.vault, round(now.timestamp() * 1000)),
            )
        finally:
            connection.close()
    with os_errors_told():
        sync_file(path)


def open_database(
    keys: JournalKeys, *, device: DeviceId | None = None, now: Callable[[], datetime] = _utc_now
) -> Database:
    """Open the journal, for this process alone, with the steps it has not taken yet.

    Raises JournalMissingError, DatabaseMissingError, JournalDamagedError, JournalInUseError, JournalTooNewError,
    StorageReadOnlyError (a journal that cannot be written is not opened at all: nobody should write for an hour
    before hearing that), StorageFullError, StorageFailedError.
    """
    path = keys.folder / keys.database
    _check_file(path, keys.salt)
    is_after_a_cut = was_cut_short(path)
    with sqlite_errors_told(path):
        connection = _connect(path, keys)
        try:
            _settle(connection)
            _prove_ours(connection, keys.vault)
            _prove_writable(connection)
            if is_after_a_cut:
                with suppress(sqlite.Error, MemoryError):  # it opens all the same
                    renew_free_pages(connection)
            pending = pending_steps(version_of(connection), released_steps())
            if pending:
                copy_before_migrating(connection, path, lambda copy: _connect(copy, keys))
                take(connection, pending)
            _prove_sound(connection)
        except BaseException:
            connection.close()
            raise
    return Database(connection, path, vault=keys.vault, device=device or _NO_DEVICE, now=now)


def _check_file(path: Path, salt: bytes) -> None:
    """Refuse what SQLite would take for an empty database, and what is another file than the key file means."""
    with os_errors_told():
        try:
            with path.open("rb") as file:
                beginning = file.read(len(_PLAIN_SQLITE))
                size = os.fstat(file.fileno()).st_size
        except (FileNotFoundError, NotADirectoryError):
            kind = DatabaseMissingError if path.parent.is_dir() else JournalMissingError
            raise kind("the database is not there") from None
        except IsADirectoryError:
            raise JournalDamagedError("a folder has the name of the database") from None
    if size < SMALLEST or beginning == _PLAIN_SQLITE or beginning != salt:
        raise JournalDamagedError("the file is not the database the key file means")


def _connect(path: Path, keys: JournalKeys) -> sqlite.Connection:
    """A connection that has its key; `mode=rw` never makes a file."""
    connection = sqlite.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=0)
    try:
        # Otherwise SQLCipher writes to stderr what it thinks of a damaged page.
        connection.execute("PRAGMA cipher_log_level = NONE")
        key_text = _key_text(keys.sqlcipher_key, keys.salt)
        with wiped_after(key_text):
            connection.set_key(key_text)
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise CipherMissingError("the SQLite library in use cannot encrypt")
    except BaseException:
        connection.close()
        raise
    return connection


def _key_text(key: bytearray, salt: bytes) -> bytearray:
    """``x'<64 hex of the key><32 hex of the salt>'`` without a copy that could not be overwritten."""
    digits = b"0123456789abcdef"
    text = bytearray(2 * (len(key) + len(salt)) + 3)
    text[0:2] = b"x'"
    text[-1:] = b"'"
    place = 2
    for part in (key, salt):
        for byte in part:
            text[place] = digits[byte >> 4]
            text[place + 1] = digits[byte & 15]
            place += 2
    return text


def _settle(connection: sqlite.Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(setting).fetchall()


def _prove_ours(connection: sqlite.Connection, vault: str) -> None:
    try:
        found = connection.execute("SELECT vault FROM journal").fetchall()
    except sqlite.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite.SQLITE_ERROR:
            raise JournalDamagedError("this is no journal") from None
        raise
    if found != [(vault,)]:
        raise JournalDamagedError("this is the database of another journal")


def _prove_writable(connection: sqlite.Connection) -> None:
    """Take the lock and dirty a page, which also makes the rollback journal; then let it be."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("UPDATE journal SET created_at = created_at")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _prove_sound(connection: sqlite.Connection) -> None:
    """Raise JournalDamagedError if any page read so far was not what was written.

    SQLCipher gives a page whose HMAC does not fit as zeros, and tells of it only when it reads the next page from
    the disk. Where the damaged one was the last page of a long text, that is too late: the text would be shown
    with its end replaced by zeros, and could be saved like that. `cipher_status` knows at once, in 2 µs.
    """
    if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
        raise JournalDamagedError("a page of the database is not what was written")
