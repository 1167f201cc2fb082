"""Making a journal and getting into one: the only place where a passphrase and the data key are in memory together.

It runs in the prompt life; what it hands on (`JournalKeys`) has neither of them.
"""

from __future__ import annotations

import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from trustjournal.errors import (
    DatabaseMissingError,
    JournalExistsError,
    JournalMissingError,
    KeyFileMissingError,
    KeyFileTamperedError,
    NotADirectoryForJournalError,
    WorldError,
    WrongPassphraseError,
)
from trustjournal.storage import key_file
from trustjournal.storage.atomic_file import sync_folder
from trustjournal.storage.failures import os_errors_told
from trustjournal.storage.kdf import Cost, calibrated
from trustjournal.storage.key_file import DATABASE_SALT_BYTES, KeyFile, database_name
from trustjournal.storage.secret_bytes import wipe, wiped_after
from trustjournal.storage.slots import (
    BACKUP_KEY,
    DATA_KEY_BYTES,
    DATABASE_KEY,
    KeySlot,
    SlotType,
    open_with_passphrase,
    passphrase_slot,
    subkey,
)

_LEFT_BY_FILE_MANAGERS: Final = frozenset({".DS_Store", "desktop.ini", "Thumbs.db", ".directory"})


@dataclass(eq=False)
class JournalKeys:
    """What the session needs to open a journal. `wipe` it when the database is open."""

    folder: Path = field(repr=False)
    database: str
    vault: str
    sqlcipher_key: bytearray = field(repr=False)
    salt: bytes = field(repr=False)
    backup_key: bytearray = field(repr=False)

    def wipe(self) -> None:
        """Overwrite both keys."""
        wipe(self.sqlcipher_key, self.backup_key)


def create_journal(folder: Path, passphrase: str, *, now: datetime, cost: Cost = calibrated) -> JournalKeys:
    """Make a journal in `folder` (which is made if need be) that opens with `passphrase`.

    `cost` chooses how slow guessing is; only tests choose another. The key file is written last: until then there
    is no journal, and whatever fails before leaves the folder as it was.
    Raises JournalExistsError, NotADirectoryForJournalError, StorageReadOnlyError, StorageFullError,
    StorageFailedError, NotEnoughMemoryError.
    """
    from trustjournal.storage.database import create_database

    was_there = _check_free(folder)
    data_key = bytearray(secrets.token_bytes(DATA_KEY_BYTES))
    with wiped_after(data_key):
        vault, key_id, salt = secrets.token_hex(8), secrets.token_hex(4), secrets.token_bytes(DATABASE_SALT_BYTES)
        slot = passphrase_slot(passphrase, data_key, vault=vault, key_id=key_id, parameters=cost(), now=now)
        content = KeyFile(vault, 1, key_id, salt, (slot,)).sealed(data_key)
        keys = _keys_for(folder, content, data_key)
        try:
            _make_folder(folder)
            create_database(keys, now=now)
            key_file.write_to(folder, content)
        except BaseException:
            keys.wipe()
            _leave_as_it_was(folder, key_id, was_there=was_there)
            raise
    return keys


def unlock_with_passphrase(folder: Path, passphrase: str) -> JournalKeys:
    """The keys of the journal in `folder`.

    Raises WrongPassphraseError, JournalMissingError, DatabaseMissingError, KeyFileMissingError, KeyFileDamagedError,
    KeyFileTamperedError, JournalTooNewError, NotEnoughMemoryError.
    """
    content = read_key_file(folder)
    for slot in passphrase_slots(content):
        data_key = open_with_passphrase(slot, passphrase, vault=content.vault)
        if data_key is not None:
            with wiped_after(data_key):
                return _checked_keys(folder, content, data_key)
    raise WrongPassphraseError("no slot opens with this passphrase")


def read_key_file(folder: Path) -> KeyFile:
    """What the key file in `folder` says, without any key; raises as `unlock_with_passphrase` does."""
    try:
        content = key_file.read_from(folder)
    except FileNotFoundError:
        if folder.is_dir() and any(folder.glob(database_name("*"))):
            raise KeyFileMissingError("the database is there and its key file is not") from None
        raise JournalMissingError("there is no journal in this folder") from None
    if not (folder / content.database).exists():
        raise DatabaseMissingError("the database the key file names is not there")
    return content


def passphrase_slots(content: KeyFile) -> tuple[KeySlot, ...]:
    """The slots that a passphrase opens."""
    return tuple(slot for slot in content.slots if slot.type is SlotType.PASSPHRASE)


def _checked_keys(folder: Path, content: KeyFile, data_key: bytearray) -> JournalKeys:
    if not content.is_genuine(data_key):
        raise KeyFileTamperedError("the key file's MAC does not fit")
    with suppress(WorldError):
        # Opening matters more than mending; a disk that cannot be written is told when the database opens.
        key_file.mend_copies(folder, content)
    return _keys_for(folder, content, data_key)


def _keys_for(folder: Path, content: KeyFile, data_key: bytearray) -> JournalKeys:
    return JournalKeys(
        folder, content.database, content.vault, subkey(data_key, DATABASE_KEY), content.salt,
        subkey(data_key, BACKUP_KEY),
    )  # fmt: skip


def _check_free(folder: Path) -> bool:
    """Whether the (empty) folder is there already; raises where a journal must not be made in it."""
    with os_errors_told():
        try:
            names = {path.name for path in folder.iterdir()}
        except FileNotFoundError:
            return False
        except NotADirectoryError:
            raise NotADirectoryForJournalError("this is a file") from None
    if key_file.exists_in(folder) or any(folder.glob(database_name("*"))):
        raise JournalExistsError("there is a journal in this folder already")
    if names - _LEFT_BY_FILE_MANAGERS:
        raise NotADirectoryForJournalError("there are other things in this folder")
    return True


def _make_folder(folder: Path) -> None:
    with os_errors_told():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise NotADirectoryForJournalError("a file is in the way") from None
        if sys.platform != "win32":
            folder.chmod(0o700)
        sync_folder(folder.parent)


def _leave_as_it_was(folder: Path, key_id: str, *, was_there: bool) -> None:
    name = database_name(key_id)
    for left in (*key_file.NAMES, name, name + "-journal"):
        with suppress(OSError):
            (folder / left).unlink(missing_ok=True)
    if not was_there:
        with suppress(OSError):
            folder.rmdir()
