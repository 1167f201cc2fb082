"""When the computer says that nobody is to see the screen any more: locked, suspended, or given to somebody else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Heard:
    """What this computer tells us of; all of it is off until it has answered."""

    screen_lock: bool = False
    """That its screen is locked."""
    user_switch: bool = False
    """That somebody else is at it."""
    suspend: bool = False
    """That it is about to sleep."""
    suspend_waits: bool = False
    """And it sleeps only after this process has ended, or after some seconds."""


class LockSignals(Protocol):
    """Listens, from `begin` on, for as long as the process lives."""

    def begin(self, lock: Callable[[], None]) -> None:
        """Call `lock` at each of these moments, on a thread of its own; returns at once and imports nothing."""
        ...

    def heard(self) -> Heard:
        """What can be heard just now."""
        ...

    def end(self) -> None:
        """Stop, and let the computer sleep. The end of the process does the same, and leaves no text in its memory."""
        ...


class NoLockSignals:
    """For systems where nothing is heard yet: there only time locks, and the first touch after a long sleep.

    Not built: on Windows session notifications (`WTSRegisterSessionNotification`: locked, disconnected) and
    `WM_POWERBROADCAST`; on macOS `com.apple.screenIsLocked` and the workspace's notices of sleep and user switch.
    `IdleWatch` counts by the clock on the wall, so a computer that slept longer than the idle time locks when touched.
    """

    def begin(self, lock: Callable[[], None]) -> None:
        """Nothing is listened to."""

    def heard(self) -> Heard:
        """Nothing."""
        return Heard()

    def end(self) -> None:
        """Nothing was begun."""


if sys.platform == "linux":

    def lock_signals() -> LockSignals:
        """Those of this system."""
        from trustjournal.host.lock_signals_linux import BusLockSignals

        return BusLockSignals()

else:

    def lock_signals() -> LockSignals:
        """Those of this system."""
        return NoLockSignals()
