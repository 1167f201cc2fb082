"""Measures of macOS. Not tested.

Attaching could be denied with ptrace(PT_DENY_ATTACH), but nothing tells afterwards whether it is, and it ends the
program under a debugger. A signed program with the hardened runtime is closed to others by the system.
"""

from __future__ import annotations

import resource
import sys

from trustjournal.domain.protection import Protection, Standing

assert sys.platform == "darwin"  # a type checker on another system reads no further

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trustjournal.host.hardening import Measure


def measures() -> tuple[Measure, ...]:
    """What can be done before anything else."""
    return NoCrashCopy(), NoNetworkAtAll()


class NoCrashCopy:
    """A crash leaves no copy of the memory. The system's own crash report holds no memory but what is on the stack."""

    name = Protection.NO_CRASH_COPY

    def apply(self) -> None:  # not tested
        """No core may be written."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def state(self) -> Standing:  # not tested
        """Reads it back."""
        return Standing.ON if resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) else Standing.OFF


class NoNetworkAtAll:
    """For a packaged program this is the sandbox it is signed for."""

    name = Protection.NO_NETWORK_AT_ALL

    def apply(self) -> None:
        """Nothing a program can do for itself."""

    def state(self) -> Standing:
        """Nothing to be told either."""
        return Standing.NOT_POSSIBLE_HERE


class ClosedMemory:
    """See above: the system does it for a signed program, and does not tell."""

    name = Protection.CLOSED_MEMORY

    def apply(self) -> None:
        """Nothing a program can do for itself."""

    def lift(self) -> None:
        """Nothing to take back."""

    def state(self) -> Standing:
        """Nothing to be told either."""
        return Standing.NOT_POSSIBLE_HERE
