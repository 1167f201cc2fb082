"""Saving one 200-word entry until the disk has it, encrypted and not."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from benchmarks.journals import encrypted, fill, made_up_entry, new_journal, unencrypted
from benchmarks.measure import Row, ratio, timed
from trustjournal.storage.entry_store import EntryStore

RUNS = 300
EXISTING = 1000


def rows() -> list[Row]:
    """The same saves into two databases that hold a thousand entries already."""
    with tempfile.TemporaryDirectory() as folder:
        keys = new_journal(Path(folder) / "Journal")
        with encrypted(keys) as (db, store):
            fill(db, store, EXISTING)
            with_cipher = timed("commit/200-words-encrypted", saves(store), runs=RUNS, warm_up=20)
        with unencrypted(Path(folder) / "plain.db") as (db, store):
            fill(db, store, EXISTING)
            without = timed("commit/200-words-same-sqlite-without-encryption", saves(store), runs=RUNS, warm_up=20)
    return [with_cipher, without, ratio("commit/ratio", with_cipher, without)]


class saves:  # noqa: N801 - used like a function that remembers how far it is
    """Each call saves the next made-up entry."""

    def __init__(self, store: EntryStore) -> None:
        self._store = store
        self._chance = random.Random(7)
        self._number = 0

    def __call__(self) -> None:
        self._number += 1
        text = " ".join(f"word{self._chance.randrange(3000)}" for _ in range(200))
        self._store.save(made_up_entry(self._chance, self._number, 100_000, text))
