"""A save that was cut short is undone as the program would undo it, in a copy."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from sqlcipher3 import dbapi2 as sqlcipher

from tests.fakes.keys import unlock_with_passphrase
from tests.storage.conftest import entry, stores_of
from tests.storage.without_us.running import CODE, PASSPHRASE, run
from trustjournal.storage.database import open_database


def save_cut_short(journal: Path, copy: Path) -> None:
    """Begin a save in `journal` that is larger than the cache, and make `copy` of its folder amid it."""
    stores = stores_of(open_database(unlock_with_passphrase(journal, PASSPHRASE)))
    stores.db.rows("PRAGMA cache_size = 1")
    with stores.db.transaction():
        stores.db.write("UPDATE entry SET text = 'half a save, ' || text")
        stores.entries.save(entry("never quite saved " * 5000))
        shutil.copytree(journal, copy)
    stores.db.close()
    unfinished = next(copy.glob("*.tjdb-journal")).read_bytes()
    assert unfinished.count(bytes.fromhex("d9d505f920a163d7")) > 1, "it has too little in it to be a test"


def test_a_save_that_was_cut_short_is_undone_in_a_copy(journal: Path, tmp_path: Path) -> None:
    cut_short = tmp_path / "cut short"
    save_cut_short(journal, cut_short)
    answer = run(cut_short, "--print", typed=CODE + "\n")
    assert answer.code == 0
    assert "\nAbout two.\n" in answer.shown
    assert "never quite saved" not in answer.shown
    assert "half a save" not in answer.shown


def test_a_save_is_undone_as_sqlcipher_undoes_it_also_from_a_damaged_rollback_journal(
    script: ModuleType, journal: Path, tmp_path: Path
) -> None:
    save_cut_short(journal, tmp_path / "cut short")
    keys = unlock_with_passphrase(tmp_path / "cut short", PASSPHRASE)
    (rollback_path,) = (tmp_path / "cut short").glob("*.tjdb-journal")
    whole, begun = rollback_path.read_bytes(), rollback_path.with_name(keys.database).read_bytes()
    dice, results = random.Random(4), set()
    for attempt in range(60):
        rollback = bytearray(whole)
        if attempt % 4 == 1:
            del rollback[dice.randrange(28, len(whole)) :]
        elif attempt:
            # Header and first pages have more to get wrong than the rest.
            rollback[dice.randrange((28, 5_000, len(whole))[attempt % 3])] ^= 1 << dice.randrange(8)
        ours, theirs = tmp_path / "ours", tmp_path / "theirs"
        ours.write_bytes(begun)
        theirs.write_bytes(begun)
        theirs.with_name("theirs-journal").write_bytes(rollback)
        script.undo_save(ours, bytes(rollback))
        connection = sqlcipher.connect(theirs)
        with suppress(sqlcipher.Error):
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.set_key(f"x'{keys.sqlcipher_key.hex()}{keys.salt.hex()}'".encode())
            connection.execute("SELECT count(*) FROM entry").fetchall()
        connection.close()
        assert ours.read_bytes() == theirs.read_bytes()
        results.add(ours.read_bytes())
    assert len(results) > 10


def test_a_journal_that_is_open_and_written_to_is_told_also_amid_a_save(journal: Path) -> None:
    stores = stores_of(open_database(unlock_with_passphrase(journal, PASSPHRASE)))
    stores.entries.save(entry("Saved."))
    sentence = "Another program has the journal open. Close TrustJournal first."
    try:
        assert sentence in run(journal, typed=CODE + "\n", is_open=True).told
        stores.db.rows("PRAGMA cache_size = 1")
        with stores.db.transaction():
            stores.entries.save(entry("not saved yet " * 5000))
            assert next(journal.glob("*.tjdb-journal")).stat().st_size
            assert sentence in run(journal, typed=CODE + "\n", is_open=True).told
    finally:
        stores.db.close()
