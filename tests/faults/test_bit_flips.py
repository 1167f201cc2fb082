"""One flipped bit anywhere in the database is told, or harms nothing; it never shows other words than were written."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID, uuid4

from tests.fakes.journals import cheap_cost
from tests.fakes.keys import create_journal, unlock_with_passphrase
from tests.faults import counts
from tests.faults.findings import Findings
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.errors import JournalDamagedError
from trustjournal.storage.database import Database, open_database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.search_index import SearchIndex

PASSPHRASE = "words for a test"


def store_of(db: Database) -> EntryStore:
    return EntryStore(db, SearchIndex(db))


def test_a_flipped_bit_is_told_or_harmless_and_never_shows_wrong_words(quick_disk: Path, findings: Findings) -> None:
    with findings.about("bit flipped in the database: told, never other words") as finding:
        finding.tried = counts.DATABASE_FLIPS
        flip_bits(quick_disk, counts.DATABASE_FLIPS)


def flip_bits(quick_disk: Path, flips: int) -> None:
    dice = random.Random(11)
    keys = create_journal(quick_disk / "journal", PASSPHRASE, now=datetime(2026, 8, 1, tzinfo=UTC), cost=cheap_cost)
    db = open_database(keys)
    entries = store_of(db)
    written: dict[UUID, Entry] = {}
    for n in range(60):
        text = " ".join(
            dice.choice(("trust", "words", "evening", "letter", "quiet")) for _ in range(dice.randrange(5, 900))
        )
        moment = Moment.on_the_wall(date(2026, 1, 1 + n % 28), time(n % 24), "Europe/Rome")
        kept = entries.save(Entry(EntryId(uuid4()), moment, f"title {n}", text))
        written[kept.id] = kept
    for id_ in list(written)[::7]:
        entries.delete(EntryId(id_))
        del written[id_]
    db.close()

    path = keys.folder / keys.database
    whole = path.read_bytes()
    seen: Counter[str] = Counter()
    for _ in range(flips):
        flipped = bytearray(whole)
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        told_by_reading, told_by_check = False, False
        try:
            db = open_database(unlock_with_passphrase(keys.folder, PASSPHRASE))
        except JournalDamagedError:
            seen["told when opening"] += 1
            continue
        try:
            entries = store_of(db)
            try:
                assert entries.count() == len(written)
                for id_, expected in written.items():
                    assert entries.get(EntryId(id_)) == expected
                assert len(entries.newest(1000)) == len(written)
                assert {hit.summary.id for hit in SearchIndex(db).find("title", 1000)} == set(written)
            except JournalDamagedError:
                told_by_reading = True
            try:
                told_by_check = bool(db.problems())
            except JournalDamagedError:
                told_by_check = True
        finally:
            db.close()
        assert told_by_check
        seen["told when reading" if told_by_reading else "harmless, told by the check"] += 1
    path.write_bytes(whole)
    assert sum(seen.values()) == flips
    # The flips reached pages that are read and pages that are not.
    assert seen["told when reading"] > 0
