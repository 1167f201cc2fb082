"""What a person has chosen for this journal, and where they were when they left it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from types import MappingProxyType

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.memory import OnThisDay
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.settings import JournalSettings, OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.domain.way_in import WayInKind
from trustjournal.domain.writing_look import writing_look_from
from trustjournal.storage.canonical import JsonValue
from trustjournal.storage.settings_store import SettingsStore

_CHOICES = "choices"
_PLACES = "last-places"

_ENDS_THE_CODE = frozenset({VaultNews.RECOVERY_CODE_MADE, VaultNews.RE_ENCRYPTED})
"""After these the code that was tried opens nothing, and a new one was never tried."""


class ChoiceService:
    """Reads and changes the settings kept inside the journal."""

    def __init__(self, store: SettingsStore, *, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def settings(self) -> JournalSettings:
        """The settings; what is missing, or what only another version of the program understands, is as by default."""
        kept = self._store.get(_CHOICES)
        return _settings_from(kept) if isinstance(kept, dict) else JournalSettings()

    def change(self, settings: JournalSettings) -> None:
        """Keep other settings."""
        if self.keep(settings):
            self._announce(Changed.SETTINGS)

    def keep(self, settings: JournalSettings) -> bool:
        """As `change`, inside a transaction of somebody who announces it after the commit; whether anything differs."""
        if settings == self.settings():
            return False
        self._store.put(_CHOICES, _settings_as_json(settings))
        return True

    def note_arrival(self, arrival: Arrival, today: date) -> None:
        """Keep what was answered or done before the journal opened: who may see it, and about the recovery code."""
        settings = self.settings()
        if arrival.others_may_see is not OthersMaySee.NOT_ASKED:
            settings = settings.seen_by_others(arrival.others_may_see)
        if arrival.news in _ENDS_THE_CODE:
            settings = replace(settings, recovery_tried_on=None)
        elif arrival.news is VaultNews.RECOVERY_CODE_WORKS or arrival.way_in is WayInKind.RECOVERY:
            settings = replace(settings, recovery_tried_on=today)
        self.change(settings)

    def remember_places(self, places: Sequence[Place]) -> None:
        """Where to return to after the next unlock: first where the person is, then how they left the other pages."""
        self._store.put(
            _PLACES, [{"page": place.page, "item": place.item, "view": dict(place.view)} for place in places]
        )

    def last_places(self) -> tuple[Place, ...]:
        """The places remembered last; without those only another version of the program understands."""
        kept = self._store.get(_PLACES)
        if not isinstance(kept, list):
            return ()
        return tuple(place for place in map(_place_from, kept) if place is not None)


def _place_from(kept: JsonValue) -> Place | None:
    if not isinstance(kept, dict):
        return None
    page, item, view = kept.get("page"), kept.get("item"), kept.get("view")
    if not isinstance(page, str) or not isinstance(item, str | None) or not isinstance(view, dict):
        return None
    plain = {key: value for key, value in view.items() if isinstance(value, str | int | None)}
    return Place(page, item, MappingProxyType(plain))


def _settings_as_json(settings: JournalSettings) -> dict[str, JsonValue]:
    topics: list[JsonValue] = [topic.value for topic in sorted(settings.topics_off)]
    tried, acute = settings.recovery_tried_on, settings.acute_until
    return {
        **asdict(settings),
        "ceiling": settings.ceiling.name.lower(),
        "topics_off": topics,
        "parts_off": sorted(settings.parts_off),
        "acute_until": None if acute is None else acute.isoformat(),
        "others_may_see": settings.others_may_see.value,
        "recovery_tried_on": None if tried is None else tried.isoformat(),
        "spell_languages": list(settings.spell_languages),
        "on_this_day": settings.on_this_day.value,
        "writing": {**settings.writing.as_kept()},
        "reading": {**settings.reading.as_kept()},
    }


def _settings_from(kept: Mapping[str, JsonValue]) -> JournalSettings:
    default = JournalSettings()
    intensities = {intensity.name.lower(): intensity for intensity in Intensity}
    known_topics = {topic.value: topic for topic in Topic}
    topics, idle = kept.get("topics_off"), kept.get("idle_minutes")
    return JournalSettings(
        ceiling=intensities.get(str(kept.get("ceiling")), default.ceiling),
        past_pain_prompts=_switch(kept, "past_pain_prompts"),
        topics_off=frozenset(known_topics[str(name)] for name in topics if str(name) in known_topics)
        if isinstance(topics, list)
        else default.topics_off,
        parts_off=frozenset(_names(kept.get("parts_off"))),
        acute_until=_day(kept.get("acute_until")),
        idle_minutes=idle
        if isinstance(idle, int) and not isinstance(idle, bool) and idle > 0
        else default.idle_minutes,
        medium_offered=_switch(kept, "medium_offered"),
        others_may_see=next(
            (answer for answer in OthersMaySee if answer.value == kept.get("others_may_see")), default.others_may_see
        ),
        lock_on_minimise=_switch(kept, "lock_on_minimise"),
        lock_on_focus_loss=_switch(kept, "lock_on_focus_loss"),
        hide_from_capture=_switch(kept, "hide_from_capture"),
        recovery_tried_on=_day(kept.get("recovery_tried_on")),
        spell_check=kept.get("spell_check") is not False,
        on_this_day=next((one for one in OnThisDay if one.value == kept.get("on_this_day")), default.on_this_day),
        spell_languages=_names(kept.get("spell_languages")),
        help_country=_word(kept.get("help_country")),
        writing=writing_look_from(kept.get("writing")),
        reading=writing_look_from(kept.get("reading")),
    )


def _switch(kept: Mapping[str, JsonValue], name: str) -> bool:
    """A switch that is on only where it was kept as on: every one of ours is off by default."""
    return kept.get(name) is True


def _word(kept: JsonValue) -> str:
    return kept if isinstance(kept, str) else ""


def _names(kept: JsonValue) -> tuple[str, ...]:
    return tuple(name for name in kept if isinstance(name, str)) if isinstance(kept, list) else ()


def _day(kept: JsonValue) -> date | None:
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
