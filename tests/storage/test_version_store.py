"""Earlier words are kept with the save that replaces them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from tests.storage.conftest import DEVICE, NOW, Stores, entry, stores_of
from trustjournal.domain.entry import Entry
from trustjournal.errors import EntryChangedElsewhereError
from trustjournal.storage.database import open_database
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.records import ENTRY_VERSION, Records
from trustjournal.storage.version_store import VersionStore

LONG = "A sentence that says something about the day it was written on. " * 8


@dataclass
class Desk:
    """A journal whose clock a test moves."""

    stores: Stores
    now: datetime = NOW

    @property
    def versions(self) -> VersionStore:
        """Earlier words."""
        return VersionStore(self.stores.db)

    def save(self, entry: Entry, text: str, *, after: timedelta = timedelta(seconds=1)) -> Entry:
        """Save other words of an entry, some time later."""
        self.now += after
        return self.stores.entries.save(replace(entry, text=text))

    def texts(self, entry: Entry) -> list[str]:
        """What was kept of an entry, the newest first."""
        found = (self.versions.get(summary.id) for summary in self.versions.of_entry(entry.id))
        return [version.text for version in found if version is not None]


@pytest.fixture
def desk(keys: JournalKeys) -> Iterator[Desk]:
    """A new journal."""
    desks: list[Desk] = []
    db = open_database(keys, device=DEVICE, now=lambda: desks[0].now)
    desks.append(Desk(stores_of(db)))
    yield desks[0]
    db.close()


@pytest.fixture
def written(desk: Desk) -> Entry:
    """An entry, just written."""
    return desk.stores.entries.save(entry(LONG, title="A title"))


def test_saves_within_a_sitting_make_no_version_each(desk: Desk, written: Entry) -> None:
    now = written
    for number in range(59):
        now = desk.save(now, f"{LONG} {number}", after=timedelta(seconds=10))
    assert desk.texts(written) == []


def test_a_long_sitting_keeps_the_words_of_every_tenth_minute(desk: Desk, written: Entry) -> None:
    now = written
    for minute in range(1, 31):
        now = desk.save(now, f"{LONG} {minute}", after=timedelta(minutes=1))
    assert [text.split()[-1] for text in desk.texts(written)] == ["29", "19", "9"]


def test_coming_back_to_an_entry_keeps_the_words_of_the_time_before_once(desk: Desk, written: Entry) -> None:
    now = desk.save(written, LONG + "first sitting")
    now = desk.save(now, LONG + "first sitting, second", after=timedelta(days=1))
    desk.save(now, LONG + "first sitting, second one")
    (version,) = desk.versions.of_entry(written.id)
    assert desk.texts(written) == [LONG + "first sitting"]
    assert version.saved_at == NOW + timedelta(seconds=1)
    assert version.words == len((LONG + "first sitting").split())


def test_a_save_that_takes_much_away_keeps_what_it_takes_at_once(desk: Desk, written: Entry) -> None:
    desk.save(written, "All gone.")
    assert desk.texts(written) == [LONG]
    (summary,) = desk.versions.of_entry(written.id)
    kept = desk.versions.get(summary.id)
    assert kept is not None
    assert (kept.entry, kept.title) == (written.id, "A title")


def test_what_goes_little_by_little_is_kept_whole_and_once(desk: Desk, written: Entry) -> None:
    now = written
    for length in range(len(LONG), 0, -30):
        now = desk.save(now, LONG[:length])
    assert desk.texts(written) == [LONG]


def test_words_that_only_moved_make_no_version(desk: Desk, written: Entry) -> None:
    lines = [f"Line {number} of some that are long enough to be much." for number in range(20)]
    now = desk.save(written, LONG + "\n".join(lines))
    desk.save(now, "\n".join(lines[::-1]) + "\n" + LONG)
    assert desk.texts(written) == []


def test_a_change_of_tags_alone_makes_no_version(desk: Desk, written: Entry) -> None:
    desk.now += timedelta(days=1)
    desk.stores.entries.save(replace(written, tags=("walks",), is_starred=True))
    assert desk.texts(written) == []


def test_a_change_of_the_title_alone_makes_one(desk: Desk, written: Entry) -> None:
    desk.now += timedelta(days=1)
    desk.stores.entries.save(replace(written, title="Another title"))
    (summary,) = desk.versions.of_entry(written.id)
    kept = desk.versions.get(summary.id)
    assert kept is not None
    assert kept.title == "A title"


def test_a_page_that_was_blank_leaves_no_version(desk: Desk, written: Entry) -> None:
    blank = desk.stores.entries.save(replace(written, title="", text=" \n"))
    desk.save(blank, "Words again.", after=timedelta(days=1))
    assert desk.texts(written) == [LONG]


def test_the_very_same_words_are_kept_once(desk: Desk, written: Entry) -> None:
    now = desk.save(written, "Other words.", after=timedelta(days=1))
    now = desk.save(now, LONG, after=timedelta(days=1))
    desk.save(now, "Other words.", after=timedelta(days=1))
    assert sorted(desk.texts(written)) == sorted([LONG, "Other words."])


def test_a_save_that_fails_leaves_neither_words_nor_version(desk: Desk, written: Entry) -> None:
    def save_and_fail() -> None:
        with desk.stores.db.transaction():
            desk.save(written, "All gone.")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        save_and_fail()
    assert desk.texts(written) == []
    desk.save(written, "All gone, really.")
    assert desk.texts(written) == [LONG]


def test_a_conflict_changes_nothing_that_is_kept(desk: Desk, written: Entry) -> None:
    now = desk.save(written, LONG + "here")
    with pytest.raises(EntryChangedElsewhereError):
        desk.save(written, "from elsewhere", after=timedelta(days=1))
    assert desk.texts(written) == []
    kept = desk.stores.entries.get(written.id)
    assert kept is not None
    assert kept.text == now.text


def test_words_somebody_else_saved_are_read_again_before_they_are_replaced(desk: Desk, written: Entry) -> None:
    elsewhere = stores_of(desk.stores.db)
    now = elsewhere.entries.save(replace(written, text=LONG + "from elsewhere"))
    desk.save(now, "All gone.")
    assert desk.texts(written) == [LONG + "from elsewhere"]


def test_history_goes_on_in_the_next_session(desk: Desk, written: Entry, reopen: Callable[[], Stores]) -> None:
    now = desk.save(written, LONG + "two")
    desk.stores.db.close()
    later = reopen()
    later.entries.save(replace(now, text="All gone."))
    assert [version.words for version in VersionStore(later.db).of_entry(written.id)] == [len((LONG + "two").split())]


def test_versions_of_long_ago_are_thinned_when_one_is_added(desk: Desk, written: Entry) -> None:
    now = written
    for part in range(1, 60 * 4):
        now = desk.save(now, f"{LONG} {part}", after=timedelta(hours=6))
    count = len(desk.texts(written))
    assert 4 + 29 + 4 <= count <= 5 + 31 + 6
    assert desk.texts(written)[-1] == LONG


def test_versions_have_sound_hashes_and_differ_from_none(desk: Desk, written: Entry) -> None:
    desk.save(written, "🐦 信頼 \u00a0 half \ud83d pair", after=timedelta(days=1))
    desk.save(desk.stores.entries.get(written.id) or written, "Later.", after=timedelta(days=1))
    assert Records(desk.stores.db).altered(ENTRY_VERSION) == ()
    assert "🐦 信頼 \u00a0 half \ufffd pair" in desk.texts(written)


def test_what_an_entry_said_before_can_be_forgotten(desk: Desk, written: Entry) -> None:
    other = desk.stores.entries.save(entry("Another one."))
    desk.save(written, "x", after=timedelta(days=1))
    desk.save(other, "y", after=timedelta(days=1))
    desk.versions.forget(written.id)
    assert (desk.texts(written), desk.texts(other)) == ([], ["Another one."])
