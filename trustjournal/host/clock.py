"""The clock of this computer."""

from __future__ import annotations

import time
import warnings
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal

LOOK_AGAIN_AFTER_SECONDS = 60


class SystemClock:
    """Tells the time, and the zone, this computer is set to."""

    def __init__(self) -> None:
        self._zone = ""
        self._looked_at = 0.0

    def now(self) -> datetime:
        """The instant now, aware, in UTC."""
        return datetime.now(UTC)

    def zone(self) -> str:
        """The IANA name of the zone the computer is in; looked up once a minute (5 ms), because people travel."""
        if not self._zone or time.monotonic() - self._looked_at > LOOK_AGAIN_AFTER_SECONDS:
            self._zone = _zone_of_system()
            self._looked_at = time.monotonic()
        return self._zone


def _zone_of_system() -> str:
    try:
        with warnings.catch_warnings():
            # A stray line in a file of the system is no concern of the person who writes.
            warnings.simplefilter("ignore")
            name = str(tzlocal.reload_localzone())
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _zone_by_offset()
    return name


def _zone_by_offset() -> str:
    """A zone with today's offset, where the system names none; the sign in these names goes the other way."""
    offset = datetime.now(UTC).astimezone().utcoffset()
    hours = round(offset.total_seconds() / 3600) if offset is not None else 0
    return "UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"
