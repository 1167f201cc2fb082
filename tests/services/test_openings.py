"""The journal remembers when it was opened, and notices that an older key file was put back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.vault_task import VaultNews
from trustjournal.services.journal import Journal
from trustjournal.services.openings import LastOpening, OpeningService
from trustjournal.storage.canonical import JsonValue
from trustjournal.storage.database import open_database
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.settings_store import SettingsStore

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_the_first_opening_has_none_before_it(journal: Journal) -> None:
    assert journal.openings.note(NOON, Arrival(generation=1)) == LastOpening(None, key_file_is_older=False)


def test_each_opening_tells_of_the_one_before(journal: Journal) -> None:
    moments = [NOON + timedelta(days=day) for day in range(3)]
    told = [journal.openings.note(moment, Arrival(generation=1)).previous for moment in moments]
    assert told == [None, *moments[:2]]


def _note(journal: Journal, *arrivals: Arrival) -> list[bool]:
    return [journal.openings.note(NOON, arrival).key_file_is_older for arrival in arrivals]


def test_a_key_file_that_is_older_than_one_seen_before_is_noticed_each_time(journal: Journal) -> None:
    newer, older = Arrival(generation=5), Arrival(generation=4)
    assert _note(journal, older, newer, newer, older, older, newer) == [False, False, False, True, True, False]


@pytest.mark.parametrize("news", [VaultNews.PASSPHRASE_CHANGED, VaultNews.RE_ENCRYPTED])
def test_what_a_person_does_about_it_settles_it(journal: Journal, news: VaultNews) -> None:
    seen = Arrival(generation=9), Arrival(generation=4), Arrival(generation=5, news=news), Arrival(generation=5)
    assert _note(journal, *seen) == [False, True, False, False]
    assert _note(journal, Arrival(generation=4)) == [True]


def test_other_news_does_not_settle_it(journal: Journal) -> None:
    seen = Arrival(generation=9), Arrival(generation=5, news=VaultNews.WAY_IN_REMOVED), Arrival(generation=5)
    assert _note(journal, *seen) == [False, True, True]


def test_where_no_generation_was_told_nothing_is_said_of_it(journal: Journal) -> None:
    assert _note(journal, Arrival(generation=9), Arrival(), Arrival(generation=9)) == [False, False, False]


def test_what_another_version_wrote_does_no_harm(keys: JournalKeys) -> None:
    database = open_database(keys)
    store = SettingsStore(database)
    openings = OpeningService(store)
    nonsense: list[JsonValue] = [7, ["x"], "yesterday", "2026-03-10T12:00:00", {"at": 3}]
    for moment in nonsense:
        store.put("last-opened", moment)
        store.put("key-file-generation", "many")
        assert openings.note(NOON, Arrival(generation=2)) == LastOpening(None, key_file_is_older=False)
    database.close()
