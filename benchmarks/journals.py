"""Journals to measure with: real files, made-up words, dates shuffled against the order of writing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from sqlcipher3 import dbapi2 as sqlite

from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import DeviceId, EntryId
from trustjournal.domain.moment import Moment
from trustjournal.host.clock import SystemClock
from trustjournal.services.vault import VaultService
from trustjournal.storage import database
from trustjournal.storage.database import Database, open_database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.kdf import FLOOR
from trustjournal.storage.migrations.runner import released_steps, take
from trustjournal.storage.search_index import SearchIndex

PASSPHRASE = "correct horse battery staple"
ZONE = "Europe/Rome"
LAST_DAY = date(2026, 11, 22)
RARE, COMMON, JAPANESE = "zephyranthes", "because", "信頼"


def new_journal(folder: Path) -> JournalKeys:
    """An empty encrypted journal; its passphrase costs the floor, which is not what is measured here."""
    return VaultService(SystemClock(), cost=lambda: FLOOR).create(folder, PASSPHRASE)


@contextmanager
def encrypted(keys: JournalKeys) -> Iterator[tuple[Database, EntryStore]]:
    """The journal, open, with its store of entries."""
    db = open_database(keys)
    try:
        yield db, EntryStore(db, SearchIndex(db))
    finally:
        db.close()


class _WithoutCipher(sqlite.Connection):  # type: ignore[misc] # the binding has no types
    """Says that all is well where an encrypted database asks its cipher, at the same price."""

    def execute(self, sql: str, *parameters: object) -> sqlite.Cursor:
        """As in `Connection`."""
        return super().execute("SELECT '1'" if sql == "PRAGMA cipher_status" else sql, *parameters)


@contextmanager
def unencrypted(path: Path) -> Iterator[tuple[Database, EntryStore]]:
    """The same schema and the same settings in the same SQLite, without a key: only to compare with."""
    connection = sqlite.connect(path, isolation_level=None, factory=_WithoutCipher)
    database._settle(connection)
    take(connection, released_steps())
    db = Database(connection, path, vault="0" * 16, device=DeviceId(UUID(int=0)), now=lambda: datetime.now(UTC))
    try:
        yield db, EntryStore(db, SearchIndex(db))
    finally:
        db.close()


def fill(
    db: Database,
    store: EntryStore,
    count: int,
    *,
    words: int = 200,
    dress: Callable[[int, Entry], Entry] = lambda _, entry: entry,
) -> None:
    """`count` entries over thirteen years, in an order that has nothing to do with their dates.

    `dress` gives the entry of a number what it has besides words.
    """
    chance = random.Random(count)
    vocabulary = [f"{chance.choice('bdfgklmnprst')}{chance.choice('aeiou')}{number:x}" for number in range(4000)]
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    order = list(range(count))
    chance.shuffle(order)
    for start in range(0, count, 2000):
        with db.transaction():
            for number in order[start : start + 2000]:
                text = " ".join(chance.choices(vocabulary, weights, k=words))
                if number % 2:
                    text += f" {COMMON} it was late"
                if number % (count // 10) == 7:
                    text += f" {RARE}"
                if number % 20 == 3:
                    text += f"。彼との{JAPANESE}を考える"
                store.save(dress(number, made_up_entry(chance, number, count, text)))


def made_up_entry(chance: random.Random, number: int, count: int, text: str) -> Entry:
    """One entry on the day that `number` of `count` falls on."""
    day = LAST_DAY - timedelta(days=number * 4745 // count)
    moment = Moment.on_the_wall(day, time(chance.randrange(7, 23), chance.randrange(60)), ZONE)
    return Entry(EntryId(UUID(int=chance.getrandbits(128))), moment, title=f"Page {number}", text=text)
