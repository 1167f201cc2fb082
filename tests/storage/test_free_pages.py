"""A page that nothing uses, half written when the power went, is no damage: nobody is told that the journal has any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from tests.storage.conftest import Stores, entry, stores_of
from trustjournal.domain.entry import Entry
from trustjournal.errors import JournalDamagedError
from trustjournal.storage.database import SMALLEST, open_database
from trustjournal.storage.free_pages import was_cut_short
from trustjournal.storage.journal_keys import JournalKeys


@pytest.fixture
def kept(stores: Stores) -> list[Entry]:
    """Entries in a closed database in which many pages are not used any more."""
    long = [stores.entries.save(entry(f"words {number} " * 3000)) for number in range(4)]
    short = [stores.entries.save(replace(one, text="short now")) for one in long[1:]]
    stores.db.close()
    return [long[0], *short]


def with_each_page_altered(whole: bytes) -> Iterator[bytes]:
    for page in range(1, len(whole) // SMALLEST):
        altered = bytearray(whole)
        altered[page * SMALLEST + 700] ^= 1
        yield bytes(altered)


def outcome(keys: JournalKeys, kept: list[Entry]) -> str:
    """Whether the check finds anything; what can be read is what was written."""
    try:
        with closing(open_database(keys)) as db:
            is_sound = not db.problems()
            for one in kept:
                assert stores_of(db).entries.get(one.id) == one
            return "sound" if is_sound else "told by the check"
    except JournalDamagedError:
        return "told"


def test_after_a_save_that_was_cut_short_unused_pages_are_whole_again_and_real_damage_is_told(
    keys: JournalKeys, kept: list[Entry]
) -> None:
    database = keys.folder / keys.database
    rollback = database.with_name(database.name + "-journal")
    whole = database.read_bytes()
    seen: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    for altered in with_each_page_altered(whole):
        for is_cut_short, outcomes in seen.items():
            database.write_bytes(altered)
            # A rollback journal that holds nothing which could be undone, as after a cut before its first sync.
            rollback.write_bytes(b"x" * 512 if is_cut_short else b"")
            assert was_cut_short(database) is is_cut_short
            outcomes[outcome(keys, kept)] += 1
    pages = len(whole) // SMALLEST - 1
    assert seen[False]["sound"] == 0
    assert seen[True]["sound"] > 10
    assert seen[True]["told"] == seen[False]["told"] > 10
    assert sum(seen[True].values()) == sum(seen[False].values()) == pages


def test_a_database_without_unused_pages_opens_after_a_cut_as_well(stores: Stores, keys: JournalKeys) -> None:
    one = stores.entries.save(entry())
    stores.db.close()
    database = keys.folder / keys.database
    database.with_name(database.name + "-journal").write_bytes(b"x" * 512)
    assert outcome(keys, [one]) == "sound"
