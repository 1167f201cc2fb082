"""The vault service makes, unlocks and looks at journals; the errors are those of the floor below."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from trustjournal.errors import (
    JournalMissingError,
    KeyFileDamagedError,
    KeyFileMissingError,
    WorldError,
    WrongPassphraseError,
)
from trustjournal.services.vault import JournalGlance, VaultService
from trustjournal.storage.vault import JournalKeys


def test_a_journal_opens_with_its_passphrase_and_no_other(vaults: VaultService, keys: JournalKeys) -> None:
    again = vaults.unlock(keys.folder, PASSPHRASE)
    assert (again.sqlcipher_key, again.vault, again.database) == (keys.sqlcipher_key, keys.vault, keys.database)
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(keys.folder, PASSPHRASE + " ")


def test_a_journal_that_is_whole_has_nothing_in_its_way(vaults: VaultService, keys: JournalKeys) -> None:
    assert vaults.look_at(keys.folder) == JournalGlance(is_there=True)


@pytest.mark.parametrize(
    ("gone", "is_there", "obstacle"),
    [
        (("vault.tjkeys",), True, None),
        (("vault.tjkeys", "vault.tjkeys.bak"), True, KeyFileMissingError),
        (("database",), False, JournalMissingError),
        (("vault.tjkeys", "vault.tjkeys.bak", "database"), False, JournalMissingError),
    ],
)
def test_a_glance_says_what_is_missing(
    vaults: VaultService, keys: JournalKeys, gone: tuple[str, ...], is_there: bool, obstacle: type[WorldError] | None
) -> None:
    for name in gone:
        (keys.folder / (keys.database if name == "database" else name)).unlink()
    glance = vaults.look_at(keys.folder)
    assert glance.is_there is is_there
    assert (type(glance.obstacle) if glance.obstacle else None) is obstacle


def test_a_glance_says_that_the_key_file_is_damaged(vaults: VaultService, keys: JournalKeys) -> None:
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        (keys.folder / name).write_bytes(b"no key file")
    glance = vaults.look_at(keys.folder)
    assert glance.is_there
    assert isinstance(glance.obstacle, KeyFileDamagedError)


def test_an_empty_folder_and_no_folder_hold_no_journal(vaults: VaultService, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        glance = vaults.look_at(folder)
        assert not glance.is_there
        assert isinstance(glance.obstacle, JournalMissingError)
