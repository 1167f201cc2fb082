"""Settings and the last place live inside the journal and survive other versions of the program."""

from __future__ import annotations

from dataclasses import fields

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Changed
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.settings import JournalSettings
from trustjournal.services.choices import ChoiceService
from trustjournal.services.journal import Journal
from trustjournal.storage.canonical import JsonValue
from trustjournal.storage.database import open_database
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.settings_store import SettingsStore

OTHERS = JournalSettings(
    Intensity.DEEP, past_pain_prompts=True, topics_off=frozenset({Topic.FAITH}), idle_minutes=2, medium_offered=True
)


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
        {"idle_minutes": True, "topics_off": 3, "past_pain_prompts": 1},
        {"medium_offered": 1},
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
