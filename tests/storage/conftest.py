"""What storage's tests share: a journal that opens in a millisecond, and its stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes.keys import create_journal, unlock_with_passphrase
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import DeviceId, EntryId, PersonId
from trustjournal.domain.moment import Moment
from trustjournal.domain.person import Person, Role
from trustjournal.storage.check_in_store import CheckInStore
from trustjournal.storage.database import Database, open_database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.kdf import KdfParameters
from trustjournal.storage.person_store import PersonStore
from trustjournal.storage.prompt_store import PromptStore
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.settings_store import SettingsStore

PASSPHRASE = "correct horse battery staple"
NOW = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)
DEVICE = DeviceId(uuid4())


def cheap() -> KdfParameters:
    """A key derivation that takes no time; nothing in the program itself chooses it."""
    return KdfParameters(memory_kib=64, passes=1, lanes=1)


@dataclass
class Stores:
    """Everything over one open database."""

    db: Database
    entries: EntryStore
    search: SearchIndex
    people: PersonStore
    check_ins: CheckInStore
    prompts: PromptStore
    settings: SettingsStore


def stores_of(db: Database) -> Stores:
    """The stores over `db`."""
    search = SearchIndex(db)
    return Stores(
        db, EntryStore(db, search), search, PersonStore(db), CheckInStore(db), PromptStore(db), SettingsStore(db)
    )


def entry(text: str = "Some words.", *, title: str = "", day: date = date(2026, 8, 1), at: time = time(9, 30)) -> Entry:
    """A new entry that is not kept yet."""
    return Entry(EntryId(uuid4()), Moment.on_the_wall(day, at, "Europe/Rome"), title, text)


def person(name: str = "Sam", role: Role = Role.FRIEND) -> Person:
    """Somebody who is not kept yet."""
    return Person(PersonId(uuid4()), name, role)


def moment(day: date = date(2026, 8, 1), at: time = time(9, 30)) -> Moment:
    """A moment in Rome."""
    return Moment.on_the_wall(day, at, "Europe/Rome")


class Ticking:
    """A clock that is a second further each time."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a journal can be made."""
    return tmp_path / "my journal"


@pytest.fixture
def keys(folder: Path) -> JournalKeys:
    """The keys of a new journal in `folder`."""
    return create_journal(folder, PASSPHRASE, now=NOW, cost=cheap)


@pytest.fixture
def stores(keys: JournalKeys) -> Iterator[Stores]:
    """The stores of a new journal."""
    stores = stores_of(open_database(keys, device=DEVICE, now=Ticking()))
    yield stores
    stores.db.close()


@pytest.fixture
def reopen(folder: Path) -> Iterator[Callable[[], Stores]]:
    """Unlock and open the journal in `folder` as a new session would; what is open is closed first."""
    opened: list[Stores] = []

    def open_again() -> Stores:
        while opened:
            opened.pop().db.close()
        opened.append(stores_of(open_database(unlock_with_passphrase(folder, PASSPHRASE), device=DEVICE)))
        return opened[-1]

    yield open_again
    for stores in opened:
        stores.db.close()
