"""A flipped bit is never copied under a new key: there it would get fresh checksums, and pass for what was written."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest

from tests.fakes.journals import cheap_cost
from tests.faults import counts
from tests.faults.findings import Findings
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.errors import JournalDamagedError
from trustjournal.storage.database import open_database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.re_encrypt import re_encrypt
from trustjournal.storage.search_index import SearchIndex
from trustjournal.storage.vault import create_vault, open_with_passphrase

NOW = datetime(2026, 8, 1, tzinfo=UTC)


def test_a_journal_with_a_flipped_bit_is_not_encrypted_anew(quick_disk: Path, findings: Findings) -> None:
    dice = random.Random(17)
    folder = quick_disk / "journal"
    with create_vault(folder, "before", now=NOW, cost=cheap_cost) as vault, closing(open_database(vault.keys())) as db:
        store = EntryStore(db, SearchIndex(db))
        for number in range(1, 20):
            moment = Moment.on_the_wall(date(2026, 1, number), time(9), "Europe/Rome")
            store.save(Entry(EntryId(UUID(int=number)), moment, f"title {number}", f"words {number} " * 60 * number))
        database = folder / vault.content.database
    whole, names = database.read_bytes(), {path.name for path in folder.iterdir()}
    with findings.about("bit flipped before all is encrypted anew: refused") as finding:
        for _ in range(counts.COPIED_FLIPS):
            flipped = bytearray(whole)
            flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
            database.write_bytes(flipped)
            with open_with_passphrase(folder, "before") as vault, pytest.raises(JournalDamagedError):
                re_encrypt(vault, "after", now=NOW, cost=cheap_cost, devices={})
            # The damaged database is as it was, for whoever can save something of it, and nothing else was made.
            assert database.read_bytes() == flipped
            assert {path.name for path in folder.iterdir()} == names
        finding.tried = counts.COPIED_FLIPS
