"""The clock, as an edge that tests can replace."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from trustjournal.domain.moment import Moment


class Clock(Protocol):
    """Tells the time where the person is."""

    def now(self) -> datetime:
        """The instant now, aware, in UTC."""

    def zone(self) -> str:
        """The IANA name of the zone the computer is in."""


def moment_now(clock: Clock) -> Moment:
    """This moment, where the person is."""
    return Moment.of(clock.now(), clock.zone())
