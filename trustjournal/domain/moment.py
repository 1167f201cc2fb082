"""When something happened, as the clock on the wall showed it and as the world counts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall-clock day and time with their zone, and the same instant in UTC.

    The wall clock is what a person remembers and what lists are ordered by; the instant is kept so that
    no zone rule that changes later can move it.
    """

    day: date
    wall_time: time
    zone: str
    instant: datetime

    def __post_init__(self) -> None:
        if self.instant.utcoffset() is None or self.instant.utcoffset() != UTC.utcoffset(None):
            raise ValueError("instant must be aware and in UTC")

    @classmethod
    def of(cls, instant: datetime, zone: str) -> Moment:
        """The moment an aware `instant` is in `zone` (an IANA name such as ``Europe/Rome``)."""
        local = instant.astimezone(ZoneInfo(zone))
        whole = local.time().replace(microsecond=0, tzinfo=None)
        return cls(local.date(), whole, zone, instant.astimezone(UTC))

    @classmethod
    def on_the_wall(cls, day: date, wall_time: time, zone: str) -> Moment:
        """The moment the clock on the wall of `zone` shows `day` and `wall_time`: the first, where twice."""
        local = datetime.combine(day, wall_time, ZoneInfo(zone))
        return cls(day, wall_time, zone, local.astimezone(UTC))
