"""Making a journal and getting into it."""

from __future__ import annotations

import stat
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.fakes.keys import create_journal, unlock_with_passphrase
from tests.storage.conftest import NOW, PASSPHRASE, cheap
from trustjournal.errors import (
    DatabaseMissingError,
    JournalExistsError,
    JournalMissingError,
    KeyFileMissingError,
    NotADirectoryForJournalError,
    NotEnoughMemoryError,
    StorageFullError,
    WrongPassphraseError,
)
from trustjournal.storage import key_file
from trustjournal.storage.database import open_database
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.kdf import KdfParameters, derive_key


def test_a_new_journal_opens_with_its_passphrase(folder: Path, keys: JournalKeys) -> None:
    again = unlock_with_passphrase(folder, PASSPHRASE)
    assert again.sqlcipher_key == keys.sqlcipher_key
    assert again.backup_key == keys.backup_key
    assert again.backup_key != again.sqlcipher_key
    assert (again.vault, again.salt, again.database) == (keys.vault, keys.salt, keys.database)
    open_database(again).close()


def test_a_wrong_passphrase_leaves_the_journal_locked(folder: Path, keys: JournalKeys) -> None:
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper(), "x" * 5000, "\udcff"):
        with pytest.raises(WrongPassphraseError):
            unlock_with_passphrase(folder, wrong)


@pytest.mark.parametrize(
    "passphrase",
    [
        'it\'s "quoted"; DROP TABLE',
        "$HOME `id` \\n %s {}",
        "x" * 200,
        "  leading and trailing  ",
        "日本語 🗝️ עברית",
        "\t",
    ],
)
def test_any_text_can_be_the_passphrase(folder: Path, passphrase: str) -> None:
    made = create_journal(folder, passphrase, now=NOW, cost=cheap)
    assert unlock_with_passphrase(folder, passphrase).sqlcipher_key == made.sqlcipher_key


def test_a_passphrase_typed_on_another_system_opens_it(folder: Path) -> None:
    create_journal(folder, unicodedata.normalize("NFD", "Café für Zoë"), now=NOW, cost=cheap)
    unlock_with_passphrase(folder, unicodedata.normalize("NFC", "Café für Zoë"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_anything_and_no_temporary_file_stays(folder: Path, keys: JournalKeys) -> None:
    open_database(keys).close()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == dict.fromkeys((keys.database, f"{keys.database}-journal", *key_file.NAMES), 0o600)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_each_journal_has_its_own_keys(tmp_path: Path) -> None:
    made = [create_journal(tmp_path / name, PASSPHRASE, now=NOW, cost=cheap) for name in ("a", "b")]
    for attribute in ("sqlcipher_key", "backup_key", "salt", "vault", "database"):
        assert getattr(made[0], attribute) != getattr(made[1], attribute)


@pytest.mark.parametrize("lost", key_file.NAMES)
def test_with_one_copy_of_the_key_file_it_just_works_and_the_other_is_made_again(
    folder: Path, keys: JournalKeys, lost: str
) -> None:
    whole = (folder / lost).read_bytes()
    (folder / lost).unlink()
    unlock_with_passphrase(folder, PASSPHRASE)
    assert (folder / lost).read_bytes() == whole


def test_a_wrong_passphrase_mends_nothing(folder: Path, keys: JournalKeys) -> None:
    (folder / key_file.NAMES[0]).unlink()
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(folder, "other")
    assert not (folder / key_file.NAMES[0]).exists()


def test_what_is_missing_is_told_apart(folder: Path, keys: JournalKeys, tmp_path: Path) -> None:
    for elsewhere in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(JournalMissingError) as raised:
            unlock_with_passphrase(elsewhere, PASSPHRASE)
        assert type(raised.value) is JournalMissingError
    for name in key_file.NAMES:
        (folder / name).rename(tmp_path / name)
    with pytest.raises(KeyFileMissingError):
        unlock_with_passphrase(folder, PASSPHRASE)
    for name in key_file.NAMES:
        (tmp_path / name).rename(folder / name)
    (folder / keys.database).unlink()
    with pytest.raises(DatabaseMissingError):
        unlock_with_passphrase(folder, PASSPHRASE)


def test_no_journal_is_made_over_another(folder: Path, keys: JournalKeys) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(JournalExistsError):
        create_journal(folder, "other", now=NOW, cost=cheap)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    for name in key_file.NAMES:
        (folder / name).unlink()
    with pytest.raises(JournalExistsError):
        create_journal(folder, "other", now=NOW, cost=cheap)


def test_no_journal_is_made_in_a_file_or_among_other_things(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    for place in (tmp_path, tmp_path / "letter.txt", tmp_path / "letter.txt" / "inside"):
        with pytest.raises(NotADirectoryForJournalError):
            create_journal(place, PASSPHRASE, now=NOW, cost=cheap)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_a_file_manager_left_in_an_empty_folder_is_no_reason_to_refuse(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    create_journal(tmp_path, PASSPHRASE, now=NOW, cost=cheap)


def test_a_journal_that_could_not_be_made_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise StorageFullError

    monkeypatch.setattr("trustjournal.storage.key_file.write_to", no_room)
    with pytest.raises(StorageFullError):
        create_journal(folder, PASSPHRASE, now=NOW, cost=cheap)
    assert list(tmp_path.iterdir()) == []
    folder.mkdir()
    with pytest.raises(StorageFullError):
        create_journal(folder, PASSPHRASE, now=NOW, cost=cheap)
    assert list(folder.iterdir()) == []


def test_keys_show_nothing_and_can_be_wiped(keys: JournalKeys) -> None:
    for secret in (keys.sqlcipher_key, keys.backup_key):
        assert secret.hex() not in repr(keys)
        assert repr(bytes(secret)) not in repr(keys)
    assert str(keys.folder) not in repr(keys)
    keys.wipe()
    assert keys.sqlcipher_key == keys.backup_key == bytes(32)


def test_too_little_memory_for_the_key_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trustjournal.storage.kdf.core", lambda *_: -22)
    with pytest.raises(NotEnoughMemoryError):
        derive_key("words", bytes(16), KdfParameters(64, 1, 1))
