"""Making a journal and getting into one, by each of its ways in.

It runs in the prompt life; what that hands on (`JournalKeys`) has neither a passphrase nor the data key.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    ComputerNotTrustedError,
    DatabaseMissingError,
    JournalMissingError,
    KeyFileMissingError,
    KeyFileTamperedError,
    NoRecoveryCodeError,
    RecoveryCodeOfAnotherError,
    WorldError,
    WrongPassphraseError,
)
from trustjournal.storage import key_file, slots
from trustjournal.storage.journal_folder import check_free, make_private_folder
from trustjournal.storage.kdf import Cost, calibrated
from trustjournal.storage.key_file import DATABASE_SALT_BYTES, KeyFile, database_name
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.re_encrypt_mark import finish_interrupted, is_in_doubt
from trustjournal.storage.secret_bytes import wipe, wiped_after
from trustjournal.storage.slots import DATA_KEY_BYTES, KeySlot, passphrase_slot


def create_vault(folder: Path, passphrase: str, *, now: datetime, cost: Cost = calibrated) -> OpenVault:
    """Make a journal in `folder` (which is made if need be) that opens with `passphrase`.

    `cost` chooses how slow guessing is; only tests choose another. The key file is written last: until then there
    is no journal, and whatever fails before leaves the folder as it was.
    Raises JournalExistsError, NotADirectoryForJournalError, StorageReadOnlyError, StorageFullError,
    StorageFailedError, NotEnoughMemoryError.
    """
    from trustjournal.storage.database import create_database

    was_there = check_free(folder)
    data_key = bytearray(secrets.token_bytes(DATA_KEY_BYTES))
    vault, key_id, salt = secrets.token_hex(8), secrets.token_hex(4), secrets.token_bytes(DATABASE_SALT_BYTES)
    try:
        slot = passphrase_slot(passphrase, data_key, vault=vault, key_id=key_id, parameters=cost(), now=now)
        content = KeyFile(vault, 1, key_id, salt, (slot,)).sealed(data_key)
        made = OpenVault(folder, content, data_key, WayInKind.PASSPHRASE)
        keys = made.keys()
        try:
            make_private_folder(folder)
            create_database(keys, now=now)
            key_file.write_to(folder, content)
        except BaseException:
            _leave_as_it_was(folder, key_id, was_there=was_there)
            raise
        finally:
            keys.wipe()
    except BaseException:
        wipe(data_key)
        raise
    return made


def open_with_passphrase(folder: Path, passphrase: str) -> OpenVault:
    """The vault in `folder`, opened by its passphrase.

    Raises WrongPassphraseError, JournalMissingError, DatabaseMissingError, KeyFileMissingError, KeyFileDamagedError,
    KeyFileTamperedError, JournalTooNewError, NotEnoughMemoryError.
    """
    vault = _first_that_opens(
        folder, WayInKind.PASSPHRASE, lambda slot, name: slots.open_with_passphrase(slot, passphrase, vault=name)
    )
    if vault is None:
        raise WrongPassphraseError("no slot opens with this passphrase")
    return vault


def open_with_recovery(folder: Path, secret: bytearray) -> OpenVault:
    """The vault in `folder`, opened by the 16 bytes of its recovery code.

    Raises NoRecoveryCodeError, RecoveryCodeOfAnotherError, and as `open_with_passphrase`.
    """
    content = read_key_file(folder)
    if not content.slots_of(WayInKind.RECOVERY):
        raise NoRecoveryCodeError("this journal has no recovery slot")
    vault = _first_that_opens(
        folder, WayInKind.RECOVERY, lambda slot, name: slots.open_with_secret(slot, secret, vault=name)
    )
    if vault is None:
        raise RecoveryCodeOfAnotherError("the recovery slot does not open with this code")
    return vault


def open_with_device(folder: Path, secret_of: Callable[[str], bytearray | None]) -> OpenVault:
    """The vault in `folder`, opened by this computer; `secret_of` has what its keyring keeps for a slot of that name.

    The name is that of `device_name`. Raises ComputerNotTrustedError, what `secret_of` raises, and as
    `open_with_passphrase`.
    """

    def opened(slot: KeySlot, vault: str) -> bytearray | None:
        secret = secret_of(device_name(vault, slot.id))
        if secret is None:
            return None
        with wiped_after(secret):
            return slots.open_with_secret(slot, secret, vault=vault)

    vault = _first_that_opens(folder, WayInKind.DEVICE, opened)
    if vault is None:
        raise ComputerNotTrustedError("no device slot opens with what the keyring has")
    return vault


def device_name(vault: str, slot_id: str) -> str:
    """The name under which a computer's keyring keeps the secret of a device slot."""
    return f"{vault}-{slot_id}"


def read_key_file(folder: Path) -> KeyFile:
    """What the key file in `folder` says, without any key; raises as `open_with_passphrase` does."""
    try:
        content = key_file.read_from(folder)
    except FileNotFoundError:
        if folder.is_dir() and any(folder.glob(database_name("*"))):
            raise KeyFileMissingError("the database is there and its key file is not") from None
        raise JournalMissingError("there is no journal in this folder") from None
    if not (folder / content.database).exists():
        raise DatabaseMissingError("the database the key file names is not there")
    return content


def _first_that_opens(
    folder: Path, kind: WayInKind, open_slot: Callable[[KeySlot, str], bytearray | None]
) -> OpenVault | None:
    content = read_key_file(folder)
    for slot in content.slots_of(kind):
        data_key = open_slot(slot, content.vault)
        if data_key is not None:
            return _checked(folder, content, data_key, kind)
    return None


def _checked(folder: Path, content: KeyFile, data_key: bytearray, kind: WayInKind) -> OpenVault:
    if not content.is_genuine(data_key):
        wipe(data_key)
        raise KeyFileTamperedError("the key file's MAC does not fit")
    with suppress(WorldError):
        # Opening matters more than mending; a disk that cannot be written is told when the database opens.
        if not is_in_doubt(folder):
            key_file.mend_copies(folder, content)
            finish_interrupted(folder, content)
    return OpenVault(folder, content, data_key, kind)


def _leave_as_it_was(folder: Path, key_id: str, *, was_there: bool) -> None:
    name = database_name(key_id)
    for left in (*key_file.NAMES, name, name + "-journal"):
        with suppress(OSError):
            (folder / left).unlink(missing_ok=True)
    if not was_there:
        with suppress(OSError):
            folder.rmdir()
