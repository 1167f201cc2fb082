"""The vault service makes, unlocks and looks at journals; the errors are those of the floor below."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.fakes.clock import FakeClock
from tests.fakes.journals import cheap_cost
from tests.fakes.keychain import KeychainInMemory
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    CancelledError,
    DatabaseMissingError,
    JournalMissingError,
    KeyFileDamagedError,
    KeyFileMissingError,
    NoRecoveryCodeError,
    RecoveryCodeMistypedError,
    RecoveryCodeOfAnotherError,
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
    found = vaults.look_at(keys.folder)
    assert found.obstacle is None
    assert found.has(WayInKind.PASSPHRASE)
    assert not found.has(WayInKind.RECOVERY)


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
    found = vaults.look_at(keys.folder).obstacle
    assert (type(found) if found else None) is obstacle


def test_a_glance_says_that_the_key_file_is_damaged(vaults: VaultService, keys: JournalKeys) -> None:
    for name in ("vault.tjkeys", "vault.tjkeys.bak"):
        (keys.folder / name).write_bytes(b"no key file")
    assert isinstance(vaults.look_at(keys.folder).obstacle, KeyFileDamagedError)


def test_an_empty_folder_and_no_folder_hold_no_journal(vaults: VaultService, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert type(vaults.look_at(folder).obstacle) is JournalMissingError


def test_a_recovery_code_opens_the_journal_however_it_is_typed(vaults: VaultService, keys: JournalKeys) -> None:
    code = vaults.new_code()
    with vaults.open(keys.folder, PASSPHRASE) as vault:
        vaults.keep_code(vault, code)
    for typed in (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')}\n", code.replace("0", "o")):
        with vaults.open_with_code(keys.folder, typed) as opened:
            assert opened.way_in is WayInKind.RECOVERY
            assert opened.keys().sqlcipher_key == keys.sqlcipher_key


def test_a_slip_a_code_of_another_and_no_code_are_told_apart(vaults: VaultService, keys: JournalKeys) -> None:
    code = vaults.new_code()
    with pytest.raises(NoRecoveryCodeError):
        vaults.open_with_code(keys.folder, code)
    with vaults.open(keys.folder, PASSPHRASE) as vault:
        vaults.keep_code(vault, code)
    with pytest.raises(RecoveryCodeOfAnotherError):
        vaults.open_with_code(keys.folder, vaults.new_code())
    slip = ("1" if code[0] != "1" else "2") + code[1:]
    for typed in (slip, code[:-1], code + "0", "", "words"):
        with pytest.raises(RecoveryCodeMistypedError):
            vaults.open_with_code(keys.folder, typed)


def test_a_code_opens_nothing_until_it_is_kept_and_only_the_last_one_kept_does(
    vaults: VaultService, keys: JournalKeys
) -> None:
    first, second = vaults.new_code(), vaults.new_code()
    assert first != second
    with vaults.open(keys.folder, PASSPHRASE) as vault:
        vaults.keep_code(vault, first)
        with pytest.raises(RecoveryCodeOfAnotherError):
            vaults.try_code(vault, second)
        vaults.keep_code(vault, second)
        vaults.try_code(vault, second)
        with pytest.raises(RecoveryCodeOfAnotherError):
            vaults.try_code(vault, first)


def test_a_kept_code_is_tried_on_what_is_on_the_disk(
    vaults: VaultService, keys: JournalKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vaults.open(keys.folder, PASSPHRASE) as vault:
        monkeypatch.setattr("trustjournal.storage.key_file.replace_first_copy", lambda *_: None)
        monkeypatch.setattr("trustjournal.storage.key_file.mend_copies", lambda *_: None)
        with pytest.raises(NoRecoveryCodeError):
            vaults.keep_code(vault, vaults.new_code())


def test_a_forgotten_passphrase_is_replaced_after_recovery(vaults: VaultService, keys: JournalKeys) -> None:
    code = vaults.new_code()
    with vaults.open(keys.folder, PASSPHRASE) as vault:
        vaults.keep_code(vault, code)
    with vaults.open_with_code(keys.folder, code) as vault:
        vaults.change_passphrase(vault, "new words")
    assert vaults.unlock(keys.folder, "new words").sqlcipher_key == keys.sqlcipher_key
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(keys.folder, PASSPHRASE)


def test_encrypting_anew_can_be_stopped_and_then_this_computer_is_trusted_as_before(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    service = VaultService(FakeClock(), keychain=keychain, cost=cheap_cost)

    def stop(_done: float) -> None:
        raise CancelledError

    with service.open(keys.folder, PASSPHRASE) as vault:
        trusted = service.trust_this_computer(vault)
        kept = dict(keychain.secrets)
        with pytest.raises(CancelledError):
            service.re_encrypt(vault, "new words", trusted=trusted, progress=stop)
    assert keychain.secrets == kept
    service.open_with_computer(keys.folder).wipe()
    assert service.unlock(keys.folder, PASSPHRASE).sqlcipher_key == keys.sqlcipher_key


def test_deleting_a_journal_makes_the_keyring_forget_it_too(keys: JournalKeys) -> None:
    keychain = KeychainInMemory()
    service = VaultService(FakeClock(), keychain=keychain, cost=cheap_cost)
    with service.open(keys.folder, PASSPHRASE) as vault:
        trusted = service.trust_this_computer(vault)
    service.delete(keys.vault, [trusted], keys.folder)
    assert keychain.secrets == {}
    assert not keys.folder.exists()
