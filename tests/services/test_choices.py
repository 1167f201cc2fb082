"""Settings and the last place live inside the journal and survive other versions of the program."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from tests.fakes.announcements import Announcements
from trustjournal.domain.arrival import Arrival
from trustjournal.domain.change import Changed
from trustjournal.domain.memory import OnThisDay
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.settings import JournalSettings, OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.domain.way_in import WayInKind
from trustjournal.domain.writing_look import ColumnWidth, WritingLook
from trustjournal.services.choices import ChoiceService
from trustjournal.services.journal import Journal
from trustjournal.storage.canonical import JsonValue
from trustjournal.storage.database import open_database
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.settings_store import SettingsStore

OTHERS = JournalSettings(
    Intensity.DEEP, past_pain_prompts=True, topics_off=frozenset({Topic.FAITH}), idle_minutes=2, medium_offered=True,
    others_may_see=OthersMaySee.MAYBE, lock_on_minimise=True, lock_on_focus_loss=True, hide_from_capture=True,
    recovery_tried_on=date(2026, 3, 9), spell_check=False, spell_languages=("de_DE", "en_GB"), help_country="NZ",
    writing=WritingLook(150, "mono", ColumnWidth.WIDE, typewriter=True), on_this_day=OnThisDay.KIND,
    reading=WritingLook(125, "system"),
    parts_off=frozenset({"part-4"}), acute_until=date(2026, 4, 1),
)  # fmt: skip
TODAY = date(2026, 3, 10)


def test_a_new_journal_has_the_defaults_and_nowhere_to_return_to(journal: Journal) -> None:
    assert journal.choices.settings() == JournalSettings()
    assert journal.choices.last_places() == ()


def test_every_setting_is_kept(journal: Journal, announcements: Announcements) -> None:
    default = JournalSettings()
    assert all(getattr(OTHERS, field.name) != getattr(default, field.name) for field in fields(default))
    journal.choices.change(OTHERS)
    journal.choices.change(OTHERS)
    assert journal.choices.settings() == OTHERS
    assert announcements.taken() == [Changed.SETTINGS]


def test_the_answer_of_a_first_run_is_kept_with_what_follows_from_it(
    journal: Journal, announcements: Announcements
) -> None:
    journal.choices.note_arrival(Arrival(others_may_see=OthersMaySee.YES), TODAY)
    assert journal.choices.settings() == JournalSettings().seen_by_others(OthersMaySee.YES)
    assert announcements.taken() == [Changed.SETTINGS]


def test_an_opening_that_brings_nothing_changes_nothing(journal: Journal, announcements: Announcements) -> None:
    journal.choices.change(OTHERS)
    announcements.taken()
    journal.choices.note_arrival(Arrival(), TODAY)
    assert journal.choices.settings() == OTHERS
    assert announcements.taken() == []


@pytest.mark.parametrize(
    "arrival", [Arrival(news=VaultNews.RECOVERY_CODE_WORKS), Arrival(way_in=WayInKind.RECOVERY)], ids=["drill", "used"]
)
def test_a_recovery_code_that_worked_was_tried_today(journal: Journal, arrival: Arrival) -> None:
    journal.choices.note_arrival(arrival, TODAY)
    assert journal.choices.settings() == JournalSettings(recovery_tried_on=TODAY)


@pytest.mark.parametrize("news", [VaultNews.RECOVERY_CODE_MADE, VaultNews.RE_ENCRYPTED])
def test_a_new_code_was_never_tried(journal: Journal, news: VaultNews) -> None:
    journal.choices.change(OTHERS)
    journal.choices.note_arrival(Arrival(news=news), TODAY)
    assert journal.choices.settings() == replace(OTHERS, recovery_tried_on=None)


def test_places_are_kept_in_order_with_their_views(journal: Journal) -> None:
    place = Place("journal", "an id", {"cursor": 12, "search": "bees", "is_wide": True, "chip": None})
    journal.choices.remember_places([place, Place("today")])
    assert journal.choices.last_places() == (place, Place("today"))
    journal.choices.remember_places([Place("today")])
    assert journal.choices.last_places() == (Place("today"),)


def test_what_another_version_wrote_does_no_harm(keys: JournalKeys) -> None:
    database = open_database(keys)
    store = SettingsStore(database)
    choices = ChoiceService(store, announce=lambda _: None)
    store.put("choices", {"ceiling": "abysmal", "topics_off": ["faith", "taxes"], "idle_minutes": "five", "more": 1})
    store.put("last-places", [{"page": "journal", "item": None, "view": {"cursor": 3, "list": [1]}}, {"page": 3}])
    assert choices.settings() == JournalSettings(topics_off=frozenset({Topic.FAITH}))
    assert choices.last_places() == (Place("journal", None, {"cursor": 3}),)
    wrong_settings: list[JsonValue] = [
        None,
        7,
        ["x"],
        {"idle_minutes": True, "topics_off": 3, "past_pain_prompts": 1, "help_country": 64},
        {"medium_offered": 1},
        {"others_may_see": "everybody", "lock_on_minimise": "yes", "recovery_tried_on": "some day"},
        {"others_may_see": 3, "hide_from_capture": 1, "recovery_tried_on": 20260309},
    ]
    for nonsense in wrong_settings:
        store.put("choices", nonsense)
        assert choices.settings() == JournalSettings()
    wrong_places: list[JsonValue] = [
        7,
        {"page": "x"},
        [7],
        [{"page": 3, "item": None, "view": {}}],
        [{"page": "x", "item": None, "view": 3}],
    ]
    for nonsense in wrong_places:
        store.put("last-places", nonsense)
        assert choices.last_places() == ()
    database.close()
