"""A clock that tells what it is told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from trustjournal.domain.moment import Moment


class FakeClock:
    """Stands still until it is set or moved on."""

    def __init__(self, day: date = date(2026, 3, 10), at: time = time(9, 30), zone: str = "Europe/Rome") -> None:
        self._zone = zone
        self._now = datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)

    def now(self) -> datetime:
        """As in `Clock`."""
        return self._now

    def zone(self) -> str:
        """As in `Clock`."""
        return self._zone

    @property
    def today(self) -> date:
        """The day it is in its zone."""
        return Moment.of(self._now, self._zone).day

    def set(self, day: date, at: time = time(9, 30), zone: str | None = None) -> None:
        """Turn it to a time on the wall of its zone, or of another one."""
        self._zone = zone or self._zone
        self._now = datetime.combine(day, at, ZoneInfo(self._zone)).astimezone(UTC)

    def move_on(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> None:
        """Let time go by."""
        self._now += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
