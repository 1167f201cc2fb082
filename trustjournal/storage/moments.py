"""How moments and days are written into columns, and where an entry stands in the order of the journal."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from trustjournal.domain.moment import Moment

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_DAY_SECONDS: Final = 86_400
_ORDER_BITS: Final = 20
"""A million entries fit into one second of one day (an import may give all its entries the same time)."""


def to_ms(instant: datetime) -> int:
    """Whole milliseconds since 1970, UTC; earlier instants are negative."""
    return (instant - _EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The instant, aware, in UTC."""
    return _EPOCH + milliseconds * _MILLISECOND


def as_kept(moment: Moment) -> Moment:
    """The moment as it comes back from the database, where instants are kept to the millisecond."""
    return Moment(moment.day, moment.wall_time, moment.zone, from_ms(to_ms(moment.instant)))


def to_columns(moment: Moment) -> dict[str, str | int]:
    """The columns `day`, `wall_time`, `zone` and `instant`."""
    return {
        "day": moment.day.isoformat(),
        "wall_time": moment.wall_time.isoformat(),
        "zone": moment.zone,
        "instant": to_ms(moment.instant),
    }


def from_columns(day: str, wall_time: str, zone: str, instant: int) -> Moment:
    """The moment that the four columns hold."""
    return Moment(date.fromisoformat(day), time.fromisoformat(wall_time), zone, from_ms(instant))


def first_position(day: date, wall_time: time = time.min) -> int:
    """The lowest position an entry of this day and second can have.

    A position is the wall clock's second, counted from the year 1, and 20 bits for the order of writing within it:
    sorting by it is sorting by date, then time, then order of writing.
    """
    second = wall_time.hour * 3600 + wall_time.minute * 60 + wall_time.second
    return (day.toordinal() * _DAY_SECONDS + second) << _ORDER_BITS


def last_position(day: date, wall_time: time = time.max) -> int:
    """The highest position an entry of this day and second can have."""
    return first_position(day, wall_time) + (1 << _ORDER_BITS) - 1
