"""The vault service makes, unlocks and looks at journals; the errors are those of the floor below."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from trustjournal.errors import (
    DatabaseMissingError,
    JournalMissingError,
    KeyFileDamagedError,
    KeyFileMissingError,
    WorldError,
    WrongPassphraseError,
)
from trustjournal.services.vault import VaultService
from trustjournal.storage.journal_keys import JournalKeys


def test_a_journal_opens_with_its_passphrase_and_no_other(vaults: VaultService, keys: JournalKeys) -> None:
    again = vaults.unlock(keys.folder, PASSPHRASE)
    assert (again.sqlcipher_key, again.vault, again.database) == (keys.sqlcipher_key, keys.vault, keys.database)
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(keys.folder, PASSPHRASE + " ")


def test_a_journal_that_is_whole_has_nothing_in_its_way(vaults: VaultService, keys: JournalKeys) -> None:
    assert vaults.look_at(keys.folder) is None


@pytest.mark.parametrize(
    ("gone", "obstacle"),
    [
        (("vault.tjkeys",), None),
        (("vault.tjkeys", "vault.tjkeys.bak"), KeyFileMissingError),
        (("database",), DatabaseMissingError),
        (("vault.tjkeys", "vault.tjkeys.bak", "database"), JournalMissingError),
    ],
)
def test_a_glance_says_what_is_missing(
    vaults: VaultService, keys: JournalKeys, gone: tuple[str, ...], obstacle: type[WorldError] | None
) -> None:
    for name in gone:
        (keys.folder / (keys.database if name == "database" else name)).unlink()
    found = vaults.look_at(keys.folder)
    assert (type(found) if found else None) is obstacle


def test_a_glance_says_that_the_key_file_is_damaged(vaults: VaultService, keys: JournalKeys) -> None:
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        (keys.folder / name).write_bytes(b"no key file")
    assert isinstance(vaults.look_at(keys.folder), KeyFileDamagedError)


def test_an_empty_folder_and_no_folder_hold_no_journal(vaults: VaultService, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert type(vaults.look_at(folder)) is JournalMissingError
