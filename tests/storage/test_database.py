"""Opening the database: proved to be ours and encrypted, or refused with the right error."""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from tests.fakes.keys import create_journal
from tests.storage.conftest import NOW, PASSPHRASE, Stores, cheap, entry
from trustjournal.errors import (
    CipherMissingError,
    DatabaseMissingError,
    JournalDamagedError,
    JournalInUseError,
    JournalMissingError,
    JournalTooNewError,
)
from trustjournal.storage import database
from trustjournal.storage.database import create_database, open_database
from trustjournal.storage.journal_keys import JournalKeys

CANARY = "canary wren sparrow"


def test_the_settings_are_those_that_lost_nothing_in_power_loss_tests(stores: Stores) -> None:
    expected = {
        "journal_mode": "truncate", "synchronous": 3, "fullfsync": 1, "temp_store": 2, "locking_mode": "exclusive",
        "secure_delete": 1, "foreign_keys": 1, "trusted_schema": 0, "auto_vacuum": 2,
    }  # fmt: skip
    assert {name: stores.db.rows(f"PRAGMA {name}")[0][0] for name in expected} == expected


def test_words_stand_in_no_file_in_clear(stores: Stores, folder: Path) -> None:
    kept = stores.entries.save(entry(CANARY * 500, title=CANARY))
    stores.search.find("canary", 10)
    stores.entries.delete(kept.id)
    stores.db.close()
    for path in folder.iterdir():
        data = path.read_bytes()
        assert b"canary" not in data
        assert "canary".encode("utf-16-le") not in data
        assert not data.startswith(b"SQLite format 3")


def test_the_file_begins_with_the_salt_of_the_key_file(keys: JournalKeys, folder: Path) -> None:
    assert (folder / keys.database).read_bytes()[:16] == keys.salt


def test_a_journal_that_is_open_elsewhere_is_in_use(stores: Stores, keys: JournalKeys) -> None:
    with pytest.raises(JournalInUseError):
        open_database(keys)


def test_closing_twice_does_nothing(stores: Stores) -> None:
    stores.db.close()
    stores.db.close()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4095])


def _cut_odd(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10_000])


def _cut_to_a_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096])


def _plain(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE journal (vault TEXT)")
        plain.execute("CREATE TABLE padding (x)")
    plain.close()


def _noise(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:16] + bytes(range(256)) * 64)


def _zeros(path: Path) -> None:
    path.write_bytes(bytes(len(path.read_bytes())))


def _other_salt(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[3] ^= 1
    path.write_bytes(data)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "damage", [_empty, _short, _cut_odd, _cut_to_a_page, _plain, _noise, _zeros, _other_salt, _folder]
)
def test_a_file_that_is_not_the_whole_journal_is_damaged_and_not_touched(
    keys: JournalKeys, folder: Path, damage: Callable[[Path], None]
) -> None:
    path = folder / keys.database
    damage(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(JournalDamagedError):
        open_database(keys)
    assert before is None or path.read_bytes() == before


def test_nothing_is_written_to_stderr_about_a_damaged_page(
    keys: JournalKeys, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = folder / keys.database
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    with redirect_stderr(io.StringIO()), pytest.raises(JournalDamagedError):
        open_database(keys)
    assert capfd.readouterr() == ("", "")


def test_a_missing_database_is_missing_and_none_is_made(keys: JournalKeys, folder: Path) -> None:
    (folder / keys.database).unlink()
    (folder / f"{keys.database}-journal").unlink()
    with pytest.raises(DatabaseMissingError):
        open_database(keys)
    assert not (folder / keys.database).exists()
    keys.folder = folder / "nowhere"
    with pytest.raises(JournalMissingError) as raised:
        open_database(keys)
    assert type(raised.value) is JournalMissingError


def test_the_database_of_another_journal_is_not_taken_for_this_one(
    keys: JournalKeys, folder: Path, tmp_path: Path
) -> None:
    other = create_journal(tmp_path / "other", PASSPHRASE, now=NOW, cost=cheap)
    shutil.copy(tmp_path / "other" / other.database, folder / keys.database)
    with pytest.raises(JournalDamagedError):
        open_database(keys)
    # Even with the right key and salt, the row inside must name this journal.
    other.vault = keys.vault
    with pytest.raises(JournalDamagedError):
        open_database(other)


def test_an_encrypted_database_without_our_tables_is_no_journal(
    keys: JournalKeys, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = database._connect(folder / keys.database, keys)
    connection.execute("DROP TABLE journal")
    connection.close()
    with pytest.raises(JournalDamagedError):
        open_database(keys)


def test_a_database_from_a_newer_version_is_refused(keys: JournalKeys, folder: Path) -> None:
    connection = database._connect(folder / keys.database, keys)
    connection.execute("PRAGMA user_version = 9990")
    connection.close()
    with pytest.raises(JournalTooNewError):
        open_database(keys)


def test_a_library_that_cannot_encrypt_is_never_used(
    keys: JournalKeys, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unencrypted(sqlite3.Connection):
        def set_key(self, _: object) -> None:
            return None

    monkeypatch.setattr(sqlite, "connect", lambda *args, **named: sqlite3.connect(*args, **named, factory=Unencrypted))
    with pytest.raises(CipherMissingError):
        open_database(keys)


@pytest.mark.parametrize("name", ["100% mine? #1", "a b", "日記", 'it\'s; "quoted"', "%41"])
def test_any_folder_name_works(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and re.search(r'[?"]', name):
        pytest.skip("Windows forbids these characters")
    keys = create_journal(tmp_path / name, PASSPHRASE, now=NOW, cost=cheap)
    open_database(keys).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_failed_transaction_leaves_nothing(stores: Stores) -> None:
    kept = stores.entries.save(entry("first"))

    def half_done() -> None:
        with stores.db.transaction():
            stores.entries.save(entry("second"))
            with stores.db.transaction():
                stores.settings.put("a", 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert stores.entries.count() == 1
    assert stores.settings.get("a") is None
    assert stores.search.find("second", 10) == ()
    assert stores.entries.get(kept.id) == kept


def test_a_write_outside_a_transaction_is_our_bug(stores: Stores) -> None:
    with pytest.raises(RuntimeError):
        stores.db.write("DELETE FROM entry")


def test_errors_carry_no_word_that_was_written(stores: Stores, folder: Path) -> None:
    kept = stores.entries.save(entry("private " * 2000))
    stores.db.close()
    with pytest.raises(sqlite.ProgrammingError) as raised:
        stores.entries.get(kept.id)
    assert "private" not in str(raised.value)


def test_an_error_of_sqlite_is_replaced_and_not_chained(keys: JournalKeys, folder: Path) -> None:
    path = folder / keys.database
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    with pytest.raises(JournalDamagedError) as raised:
        open_database(keys)
    assert raised.value.__suppress_context__
    assert raised.value.__cause__ is None


def test_a_database_is_never_made_over_another(keys: JournalKeys, folder: Path) -> None:
    before = (folder / keys.database).read_bytes()
    with pytest.raises(Exception, match="17"):
        create_database(keys, now=NOW)
    assert (folder / keys.database).read_bytes() == before


def test_the_key_as_text_is_gone_from_its_buffer_after_use(keys: JournalKeys, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytearray] = []
    make = database._key_text

    def watched(key: bytearray, salt: bytes) -> bytearray:
        seen.append(make(key, salt))
        assert seen[-1] == b"x'" + (key + salt).hex().encode() + b"'"
        return seen[-1]

    monkeypatch.setattr(database, "_key_text", watched)
    open_database(keys).close()
    assert seen == [bytearray(99)]


def test_the_end_of_a_long_text_on_a_damaged_page_is_never_shown_as_something_else(
    stores: Stores, keys: JournalKeys, folder: Path, reopen: Callable[[], Stores]
) -> None:
    kept = stores.entries.save(entry("words " * 3000))
    other = stores.entries.save(entry("short"))
    stores.db.close()
    path = folder / keys.database
    whole = path.read_bytes()
    told = 0
    for page in range(1, len(whole) // 4096):
        damaged = bytearray(whole)
        damaged[page * 4096 + 77] ^= 1
        path.write_bytes(damaged)
        try:
            again = reopen()
            for one in (kept, other):
                assert again.entries.get(one.id) == one
        except JournalDamagedError:
            told += 1
    path.write_bytes(whole)
    # Four whole overflow pages, the rest of the text, and the pages that lead there.
    assert told >= 5


def test_nothing_is_committed_after_a_damaged_page_was_read(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsound(_: object) -> None:
        raise JournalDamagedError

    monkeypatch.setattr(database, "_prove_sound", unsound)
    with pytest.raises(JournalDamagedError), stores.db.transaction():
        stores.db.write("UPDATE journal SET created_at = 5")
    monkeypatch.undo()
    assert stores.db.row("SELECT created_at FROM journal") != (5,)
