"""A new data key for a whole journal: everything is the same under it, and nothing of before opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.storage.conftest import DEVICE, NOW, PASSPHRASE, Stores, Ticking, cheap, entry, moment, person, stores_of
from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.ids import CheckInId
from trustjournal.domain.mood import Mood
from trustjournal.errors import (
    CancelledError,
    ComputerNotTrustedError,
    JournalDamagedError,
    KeyFileChangedError,
    NoRecoveryCodeError,
    StorageFullError,
    StorageReadOnlyError,
    WrongPassphraseError,
)
from trustjournal.storage import key_file, re_encrypt_mark
from trustjournal.storage.database import open_database
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.re_encrypt import re_encrypt
from trustjournal.storage.vault import create_vault, open_with_device, open_with_passphrase, open_with_recovery

NEW = "entirely new words"
CODE, SECRET, NEW_SECRET = bytes(range(16)), bytes(range(32)), bytes(range(1, 33))
SLOT, NEW_SLOT = "0000000d", "0000000e"

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def vault(folder: Path) -> Iterator[OpenVault]:
    """A vault with every kind of way in and a little of everything written in it."""
    with create_vault(folder, PASSPHRASE, now=NOW, cost=cheap) as made:
        made.set_recovery(bytearray(CODE), now=NOW)
        made.add_device(bytearray(SECRET), slot_id=SLOT, now=NOW)
        with closing(open_database(made.keys(), device=DEVICE, now=Ticking())) as db:
            write_a_little_of_everything(stores_of(db))
        yield made


def write_a_little_of_everything(stores: Stores) -> None:
    sam = stores.people.add(person())
    for number in range(12):
        stores.entries.save(
            replace(
                entry(f"quiet words {number} " * 200, title=f"evening {number}", day=date(2026, 7, 1 + number)),
                people=(sam.id,),
                tags=("hope", f"tag {number}"),
            )
        )
    gone = stores.entries.save(entry("to be deleted"))
    stores.entries.delete(gone.id)
    stores.check_ins.save(CheckIn(CheckInId(gone.id), moment(), Mood(3, -2), ("calm",)))


def anew(vault: OpenVault, **more: Any) -> None:
    re_encrypt(vault, NEW, now=NOW + timedelta(days=1), cost=cheap, devices={}, **more)


def everything_in(vault: OpenVault) -> Rows:
    """Every row of every table, tombstones, hashes and search index included."""
    with closing(open_database(vault.keys())) as db:
        names = [name for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        rows = {name: db.rows(f'SELECT rowid, * FROM "{name}"') for name in names if not has_no_rowid(db.rows, name)}
        rows["schema"] = db.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
        rows["settings"] = [
            db.rows(f"PRAGMA {setting}")[0]
            for setting in ("user_version", "auto_vacuum", "page_size", "journal_mode", "synchronous", "encoding")
        ]
        rows["found"] = db.rows("SELECT rowid FROM search WHERE search MATCH 'quiet' ORDER BY rowid")
        return rows


def has_no_rowid(rows: Callable[[str], list[tuple[Any, ...]]], table: str) -> bool:
    return "WITHOUT ROWID" in (rows(f"SELECT sql FROM sqlite_schema WHERE name = '{table}'")[0][0] or "")


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def opens(folder: Path, passphrase: str) -> bool:
    try:
        open_with_passphrase(folder, passphrase).wipe()
    except WrongPassphraseError:
        return False
    return True


# What it does -------------------------------------------------------------------------------------


def test_everything_is_the_same_under_the_new_key(vault: OpenVault) -> None:
    before = everything_in(vault)
    assert len(before["entry"]) == 13
    assert len(before["found"]) == 12
    assert before["settings"][1] == (2,)  # incremental
    assert before["settings"][0][0] > 0
    anew(vault)
    assert everything_in(vault) == before


def test_key_salt_name_and_database_are_new_and_the_journal_is_the_same(vault: OpenVault, folder: Path) -> None:
    old, keys = vault.content, vault.keys()
    anew(vault)
    new, new_keys = vault.content, vault.keys()
    assert new.vault == old.vault
    assert new.generation == old.generation + 1
    assert not {new.key_id, new.salt, new.database} & {old.key_id, old.salt, old.database}
    assert new_keys.sqlcipher_key != keys.sqlcipher_key
    assert new_keys.backup_key != keys.backup_key
    assert names_in(folder) == {new.database, *key_file.NAMES}
    assert (folder / new.database).read_bytes()[:16] == new.salt


def test_no_way_in_of_before_opens_it(vault: OpenVault, folder: Path) -> None:
    anew(vault)
    assert opens(folder, NEW)
    assert not opens(folder, PASSPHRASE)
    with pytest.raises(NoRecoveryCodeError):
        open_with_recovery(folder, bytearray(CODE))
    with pytest.raises(ComputerNotTrustedError):
        open_with_device(folder, lambda _name: bytearray(SECRET))


def test_the_old_key_does_not_open_the_new_database(vault: OpenVault) -> None:
    old = vault.keys()
    anew(vault)
    mixed = replace(vault.keys(), sqlcipher_key=old.sqlcipher_key)
    with pytest.raises(JournalDamagedError):
        open_database(mixed)


def test_the_computers_it_is_given_open_it_and_no_other_does(vault: OpenVault, folder: Path) -> None:
    re_encrypt(vault, NEW, now=NOW, cost=cheap, devices={NEW_SLOT: bytearray(NEW_SECRET)})
    open_with_device(folder, lambda name: bytearray(NEW_SECRET) if name.endswith(f"-{NEW_SLOT}") else None).wipe()
    assert [slot.id for slot in vault.content.slots[1:]] == [NEW_SLOT]


def test_the_vault_goes_on_with_the_new_key_and_the_old_one_is_overwritten(vault: OpenVault, folder: Path) -> None:
    old = vault._data_key
    anew(vault)
    assert not any(old)
    vault.change_passphrase("and once more", now=NOW, cost=cheap)
    anew(vault)
    assert opens(folder, NEW)


def test_copies_made_before_a_migration_go_with_the_key_they_are_under(vault: OpenVault, folder: Path) -> None:
    for number in (10, 20):
        (folder / f"before-{number:04}-{vault.content.database}").write_bytes(b"under the old key")
    (folder / f"before-0020-{vault.content.database}-journal").write_bytes(b"a piece of it")
    anew(vault)
    assert not [name for name in names_in(folder) if name.startswith("before-")]


def test_its_progress_rises_from_nothing_to_all(vault: OpenVault) -> None:
    heard: list[float] = []
    anew(vault, progress=heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] <= heard[-1] == 1
    assert len(heard) > 5


# Stopping it --------------------------------------------------------------------------------------


def test_it_can_be_stopped_whenever_it_says_how_far_it_is_and_all_is_as_it_was(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trustjournal.storage.checked_copy.PAGES_AT_ONCE", 4)
    before, names = everything_in(vault), names_in(folder)
    copies = {name: (folder / name).read_bytes() for name in key_file.NAMES}
    stops = 0
    while True:
        left = stops

        def stop(_done: float) -> None:
            nonlocal left
            if left == 0:
                raise CancelledError
            left -= 1

        try:
            anew(vault, progress=stop)
        except CancelledError:
            stops += 1
            assert names_in(folder) == names
            assert {name: (folder / name).read_bytes() for name in key_file.NAMES} == copies
            assert opens(folder, PASSPHRASE)
            assert not opens(folder, NEW)
            assert everything_in(vault) == before
        else:
            break
    assert stops > 20
    assert everything_in(vault) == before
    assert opens(folder, NEW)


def test_a_key_file_that_changed_meanwhile_stops_it_before_anything_is_replaced(vault: OpenVault, folder: Path) -> None:
    before = everything_in(vault)

    def somebody_else(done: float) -> None:
        if done == 1:
            with open_with_passphrase(folder, PASSPHRASE) as other:
                other.change_passphrase("their words", now=NOW, cost=cheap)

    with pytest.raises(KeyFileChangedError):
        anew(vault, progress=somebody_else)
    with open_with_passphrase(folder, "their words") as theirs:
        assert everything_in(theirs) == before
        assert names_in(folder) == {theirs.content.database, f"{theirs.content.database}-journal", *key_file.NAMES}


def test_what_could_not_be_tidied_after_a_stop_is_tidied_the_next_time(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> None:
        raise StorageReadOnlyError

    def stop(_done: float) -> None:
        raise CancelledError

    monkeypatch.setattr("trustjournal.storage.re_encrypt.finish_interrupted", cannot)
    with pytest.raises(CancelledError):
        anew(vault, progress=stop)
    monkeypatch.undo()
    assert [name for name in names_in(folder) if name.endswith(".tjmark")]
    anew(vault)
    assert names_in(folder) == {vault.content.database, *key_file.NAMES}


# Damage -------------------------------------------------------------------------------------------


def test_a_record_that_does_not_fit_its_hash_is_not_carried_over(vault: OpenVault, folder: Path) -> None:
    with closing(open_database(vault.keys())) as db, db.transaction():
        db.write("UPDATE entry SET text = 'words nobody wrote' WHERE title = 'evening 3'")
    names = names_in(folder)
    with pytest.raises(JournalDamagedError):
        anew(vault)
    assert names_in(folder) == names
    assert opens(folder, PASSPHRASE)
    assert not opens(folder, NEW)


def test_a_row_that_is_missing_in_the_copy_is_noticed(
    vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([{"entry": 12}, {"entry": 13}])
    monkeypatch.setattr("trustjournal.storage.checked_copy._row_counts", lambda _connection: next(counts))
    names = names_in(folder)
    with pytest.raises(JournalDamagedError):
        anew(vault)
    assert names_in(folder) == names


def test_a_slot_that_would_not_open_stops_it(vault: OpenVault, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = names_in(folder)
    monkeypatch.setattr("trustjournal.storage.re_encrypt.open_with_passphrase", lambda *_, **__: None)
    with pytest.raises(RuntimeError):
        anew(vault)
    assert names_in(folder) == names
    assert opens(folder, PASSPHRASE)


# What a power cut left ----------------------------------------------------------------------------

OTHER_ID = "0123abcd"


def leave_half(folder: Path, old: str, new: str) -> None:
    """A mark and the two databases it speaks of."""
    re_encrypt_mark.set_mark(folder, old, new)
    for key_id in (old, new):
        (folder / key_file.database_name(key_id)).touch()


def test_a_half_that_a_mark_speaks_of_goes_at_the_next_opening(vault: OpenVault, folder: Path) -> None:
    own, names = vault.content.key_id, names_in(folder)
    for old, new in ((own, OTHER_ID), (OTHER_ID, own)):
        leave_half(folder, old, new)
        (folder / f"journal-{OTHER_ID}.tjdb-journal").touch()
        (folder / f"before-0010-journal-{OTHER_ID}.tjdb").touch()
        assert opens(folder, PASSPHRASE)
        assert names_in(folder) == names


def test_a_database_that_no_mark_speaks_of_is_never_deleted(vault: OpenVault, folder: Path) -> None:
    strays = {f"journal-{OTHER_ID}.tjdb", "journal-0000ffff.tjdb", "journal-0000ffff.tjdb-journal"}
    for name in strays:
        (folder / name).write_bytes(b"may be all that somebody has left")
    # A mark of two others says nothing about them either.
    re_encrypt_mark.set_mark(folder, OTHER_ID, "0000ffff")
    assert opens(folder, PASSPHRASE)
    anew(vault)
    assert opens(folder, NEW)
    assert names_in(folder) > strays


def test_a_wrong_passphrase_tidies_nothing(vault: OpenVault, folder: Path) -> None:
    leave_half(folder, vault.content.key_id, OTHER_ID)
    names = names_in(folder)
    assert not opens(folder, "other words")
    assert names_in(folder) == names


def test_while_the_copies_of_the_key_file_name_different_databases_none_is_deleted(
    vault: OpenVault, folder: Path
) -> None:
    old = vault.content
    with no_second_copy():
        anew(vault)
    assert key_file.parse((folder / key_file.NAMES[1]).read_bytes()) == old
    re_encrypt_mark.finish_interrupted(folder, vault.content)
    assert names_in(folder) >= {old.database, vault.content.database}
    assert opens(folder, NEW)  # which mends the second copy, and then the old one goes
    assert old.database not in names_in(folder)


def test_a_copy_of_the_key_file_that_cannot_be_read_is_not_written_over_while_a_key_is_being_changed(
    vault: OpenVault, folder: Path
) -> None:
    old = vault.content
    with no_second_copy():
        anew(vault)
    newer = (folder / key_file.NAMES[0]).read_bytes()
    # One flipped bit, and only the older copy is whole: it may open, but what the other one names must stay.
    damaged = bytes([newer[0] ^ 1]) + newer[1:]
    (folder / key_file.NAMES[0]).write_bytes(damaged)
    assert opens(folder, PASSPHRASE)
    assert (folder / key_file.NAMES[0]).read_bytes() == damaged
    assert names_in(folder) >= {old.database, vault.content.database}
    (folder / key_file.NAMES[0]).write_bytes(newer)
    assert opens(folder, NEW)
    assert old.database not in names_in(folder)


def test_the_last_database_is_not_deleted_where_the_named_one_is_gone(vault: OpenVault, folder: Path) -> None:
    leave_half(folder, vault.content.key_id, OTHER_ID)
    (folder / vault.content.database).unlink()
    re_encrypt_mark.finish_interrupted(folder, vault.content)
    assert f"journal-{OTHER_ID}.tjdb" in names_in(folder)


@contextmanager
def no_second_copy() -> Iterator[None]:
    """The second copy of the key file cannot be written."""

    def cannot(*_: object) -> None:
        raise StorageFullError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trustjournal.storage.key_file.mend_copies", cannot)
        yield
