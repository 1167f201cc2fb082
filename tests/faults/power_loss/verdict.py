"""What must hold of a journal's folder after a power cut, and what does not."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tests.faults.power_loss.life import THROWN_AWAY, entry, first_words, thrown_away
from tests.faults.power_loss.state import Life, Way
from trustjournal.errors import TrustJournalError
from trustjournal.storage import key_file
from trustjournal.storage.database import Database, open_database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.records import KINDS, Records
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.trash_store import TrashStore
from trustjournal.storage.version_store import VersionStore

LOCKED_OUT = "locked out"
LOST = "entry lost"
OLD_WAY_OPENS = "a way in that was closed opens it"
NO_VERSION = "earlier words lost"
HALF_GONE = "an entry that was deleted for good is half there"
LEFT_BEHIND = "an old database stays"


def verdict(folder: Path, settled: Life | None, next_: Life | None, ever: Iterable[Way]) -> tuple[str, ...]:
    """What is wrong with the journal in `folder`; nothing where all is well.

    `settled` is what was acknowledged (None: nothing yet), `next_` what was being done (None: nothing). The folder must
    be as one of the two says, wholly; no other way that ever was may open it.
    """
    possible = [life for life in (settled, next_) if life is not None]
    alive = frozenset[Way]().union(*(life.ways for life in possible))
    wrong = []
    try:
        if any(way.opens(folder) for way in set(ever) - alive):
            wrong.append(OLD_WAY_OPENS)
        opening = frozenset(way for way in sorted(alive, key=repr) if way.opens(folder))
    except TrustJournalError as error:
        # Until the first acknowledgement there is no journal, whatever there is already of it.
        return () if settled is None else (f"{LOCKED_OUT}: {type(error).__name__}",)
    if settled is None and not opening:
        return ()
    if opening not in {life.ways for life in possible}:
        return (*wrong, LOCKED_OUT if not opening else "ways in of two moments open it")
    least = min(life.entries for life in possible if life.ways == opening)
    return (*wrong, *_wrong_inside(folder, next(iter(opening)), least, max(life.entries for life in possible)))


def _wrong_inside(folder: Path, way: Way, least: int, most: int) -> list[str]:
    opened = way.open(folder)
    assert opened is not None
    with opened:
        keys, content = opened.keys(), opened.content
    wrong = []
    if any((folder / name).read_bytes() != content.to_bytes() for name in key_file.NAMES):
        wrong.append("the copies of the key file differ")
    if {path.name for path in folder.glob("*.tj[dm]*") if not path.name.endswith("-journal")} != {content.database}:
        wrong.append(LEFT_BEHIND)
    try:
        with closing(open_database(keys)) as db:
            wrong += _wrong_in(db, least, most)
    except TrustJournalError as error:
        wrong.append(f"{LOCKED_OUT}: {type(error).__name__}")
    return wrong


def _wrong_in(db: Database, least: int, most: int) -> list[str]:
    store, wrong = EntryStore(db, SearchIndex(db)), []
    count = store.count()
    if count < least or any(_differs(store, number) for number in range(1, count + 1)):
        wrong.append(LOST)
    versions, trash = VersionStore(db), TrashStore(db)
    if any(_earlier(versions, number) != [first_words(number).text] for number in range(1, count + 1)):
        wrong.append(NO_VERSION)
    for shown in trash.entries(100):
        left = store.get_deleted(shown.id)
        if left is None or left.text != thrown_away(shown.id.int - THROWN_AWAY).text:
            wrong.append(HALF_GONE)
    if count > most:
        wrong.append("an entry nobody wrote")
    if db.problems() or any(Records(db).altered(kind) for kind in KINDS):
        wrong.append("damaged")
    return wrong


def _differs(store: EntryStore, number: int) -> bool:
    written = entry(number)
    found = store.get(written.id)
    return found is None or (found.title, found.text) != (written.title, written.text)


def _earlier(versions: VersionStore, number: int) -> list[str]:
    found = (versions.get(one.id) for one in versions.of_entry(entry(number).id))
    return [version.text for version in found if version is not None]
