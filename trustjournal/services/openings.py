"""When the journal was opened before, and whether its key file is the newest it has seen: kept inside the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.vault_task import VaultNews
from trustjournal.storage.canonical import JsonValue
from trustjournal.storage.settings_store import SettingsStore

_OPENED = "last-opened"
_GENERATION = "key-file-generation"

_SETTLES = frozenset({VaultNews.PASSPHRASE_CHANGED, VaultNews.RE_ENCRYPTED})
"""What a person does about an older key file; from then on the one there is counts as the newest."""


@dataclass(frozen=True, slots=True)
class LastOpening:
    """What the journal remembers of the time before this one. `previous` is in UTC; None where this is the first."""

    previous: datetime | None = None
    key_file_is_older: bool = False
    """The journal has seen a newer key file: somebody put an older one in its place."""


class OpeningService:
    """Remembers that the journal was opened."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store

    def note(self, now: datetime, arrival: Arrival) -> LastOpening:
        """Remember this opening, at an aware `now`; what was remembered of earlier ones."""
        previous = _moment(self._store.get(_OPENED))
        self._store.put(_OPENED, now.astimezone(UTC).isoformat())
        return LastOpening(previous, self._is_older(arrival))

    def _is_older(self, arrival: Arrival) -> bool:
        kept = self._store.get(_GENERATION)
        newest = kept if isinstance(kept, int) else 0
        if arrival.generation > newest or (arrival.generation > 0 and arrival.news in _SETTLES):
            self._store.put(_GENERATION, arrival.generation)
            return False
        return 0 < arrival.generation < newest


def _moment(kept: JsonValue) -> datetime | None:
    try:
        moment = datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
