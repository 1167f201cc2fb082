"""Gives a journal a new data key: everything is copied under it, and one renamed key file makes the copy the journal.

In this order, so that after a power cut at any point one whole journal is there and some known way in opens it:
the mark, the copy (checked twice), the key file (its rename is the commit point), its second copy, and only then is
the old database deleted.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import JournalDamagedError, WorldError
from trustjournal.storage import key_file
from trustjournal.storage.checked_copy import Progress
from trustjournal.storage.database import open_database
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.kdf import Cost, calibrated
from trustjournal.storage.key_file import DATABASE_SALT_BYTES, KeyFile
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.re_encrypt_mark import finish_interrupted, set_mark
from trustjournal.storage.records import KINDS, Records
from trustjournal.storage.secret_bytes import wipe
from trustjournal.storage.slots import (
    DATA_KEY_BYTES,
    open_with_passphrase,
    open_with_secret,
    passphrase_slot,
    prove_it_opens,
    secret_slot,
)

_COPIED = 0.9
"""Where the copy stands on the way; checking its records is the rest."""


def re_encrypt(
    vault: OpenVault,
    passphrase: str,
    *,
    now: datetime,
    cost: Cost = calibrated,
    devices: Mapping[str, bytearray],
    progress: Progress = lambda _done: None,
) -> None:
    """Encrypt the journal anew under a key nobody had before; `vault` has that key then.

    `passphrase` and the secrets of `devices` (by slot id) are the ways in afterwards; the recovery code of before is
    none any more. `progress` is told how far it is, from 0 to 1, until nothing can stop it any more; what it raises
    before that (CancelledError, say) leaves everything as it was.
    Raises KeyFileChangedError, JournalDamagedError, StorageFullError and its like, and as `open_database` does.
    """
    vault.prove_current()
    _tidy(vault.folder)
    old = vault.content
    data_key = bytearray(secrets.token_bytes(DATA_KEY_BYTES))
    try:
        key_id, salt = secrets.token_hex(4), secrets.token_bytes(DATABASE_SALT_BYTES)
        first = passphrase_slot(passphrase, data_key, vault=old.vault, key_id=key_id, parameters=cost(), now=now)
        prove_it_opens(open_with_passphrase(first, passphrase, vault=old.vault), data_key)
        others = [
            secret_slot(WayInKind.DEVICE, secret, data_key, vault=old.vault, key_id=key_id, now=now, slot_id=slot_id)
            for slot_id, secret in devices.items()
        ]
        for slot, secret in zip(others, devices.values(), strict=True):
            prove_it_opens(open_with_secret(slot, secret, vault=old.vault), data_key)
        new = KeyFile(old.vault, old.generation + 1, key_id, salt, (first, *others)).sealed(data_key)
        try:
            set_mark(vault.folder, old.key_id, key_id)
            _copy(vault, OpenVault(vault.folder, new, data_key, vault.way_in), progress)
            vault.prove_current()
            key_file.replace_first_copy(vault.folder, new)
        except BaseException:
            _tidy(vault.folder)
            raise
        vault.adopt(new, data_key)
    except BaseException:
        wipe(data_key)
        raise
    with suppress(WorldError):
        key_file.mend_copies(vault.folder, new)
        finish_interrupted(vault.folder, new)


def _copy(vault: OpenVault, renewed: OpenVault, progress: Progress) -> None:
    keys, new_keys = vault.keys(), renewed.keys()
    try:
        with closing(open_database(keys)) as journal:
            journal.copy_under(new_keys, progress=lambda done: progress(done * _COPIED))
        _prove_records(new_keys, progress)
    finally:
        keys.wipe()
        new_keys.wipe()


def _prove_records(keys: JournalKeys, progress: Progress) -> None:
    """What every row holds is what its content hash was made over: no page checksum sees words that were wrong."""
    with closing(open_database(keys)) as copy:
        records = Records(copy)
        for number, kind in enumerate(KINDS, 1):
            if records.altered(kind):
                raise JournalDamagedError("a record does not fit its content hash")
            progress(_COPIED + (1 - _COPIED) * number / len(KINDS))


def _tidy(folder: Path) -> None:
    with suppress(WorldError, FileNotFoundError):
        finish_interrupted(folder, key_file.read_from(folder))
