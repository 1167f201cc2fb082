"""Measures of Linux."""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress

from trustjournal.domain.protection import Protection, Standing
from trustjournal.host.hardening import libc, socket_filter

assert sys.platform == "linux"  # a type checker on another system reads no further

_PR_GET_DUMPABLE = 3
_PR_SET_DUMPABLE = 4
_LEFT_OUT_OF_CORES = "/proc/self/coredump_filter"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trustjournal.host.hardening import Measure


def measures() -> tuple[Measure, ...]:
    """What can be done before anything else."""
    return NoCrashCopy(), NoNetworkAtAll()


class NoCrashCopy:
    """A crash leaves no copy of the memory. Programs this process starts inherit it."""

    name = Protection.NO_CRASH_COPY

    def apply(self) -> None:
        """No core may be written; where a program is told of crashes through a pipe the limit does not count, and this
        leaves it nothing to read."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(OSError), open(_LEFT_OUT_OF_CORES, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write("0")

    def state(self) -> Standing:
        """Reads back both."""
        is_on = resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) and _nothing_goes_into_cores()
        return Standing.ON if is_on else Standing.OFF


def _nothing_goes_into_cores() -> bool:
    try:
        with open(_LEFT_OUT_OF_CORES, encoding="ascii") as file:  # noqa: PTH123
            return int(file.read(), 16) == 0
    except FileNotFoundError:  # a kernel that knows no cores
        return True


class NoNetworkAtAll:
    """The kernel opens no socket but those of this computer, for C code and for programs this process starts as well.

    Not where windows come over a network (`ssh -X`): there is no display without it.
    """

    name = Protection.NO_NETWORK_AT_ALL

    def apply(self) -> None:
        """Set the filter, unless it is inherited."""
        if self._is_possible() and not socket_filter.is_in_force():
            with suppress(OSError):
                socket_filter.set_up()

    def state(self) -> Standing:
        """Asks the kernel for sockets it could not make in any case, and looks at its reason to refuse."""
        if socket_filter.is_in_force():
            return Standing.ON
        return Standing.OFF if self._is_possible() else Standing.NOT_POSSIBLE_HERE

    def _is_possible(self) -> bool:
        return socket_filter.is_known_here() and not display_is_remote(os.environ.get("DISPLAY", ""))


def display_is_remote(display: str) -> bool:
    """Whether an X display of this name is reached over a network: it names a host."""
    host = display.rpartition(":")[0]
    # A path, or the word "unix", stands for a socket of this computer.
    return host not in {"", "unix"} and not host.startswith(("/", "unix/", "unix:"))


class ClosedMemory:
    """Other programs of the same person cannot read the memory, the environment or the open files of this process.

    Not in a Flatpak or a Snap: there the portals have to look at a process to know in which sandbox it is.
    It ends with a start of another program in this process's place, and programs it starts do not inherit it.
    """

    name = Protection.CLOSED_MEMORY

    def apply(self) -> None:
        """Mark the process as one that must not be dumped."""
        if not is_in_sandbox():
            self._set(0)

    def lift(self) -> None:
        """Take the mark away."""
        if not is_in_sandbox():
            self._set(1)

    def state(self) -> Standing:
        """Asks the kernel for the mark."""
        if libc.call("prctl", _PR_GET_DUMPABLE, 0, 0, 0, 0) != 1:
            return Standing.ON
        return Standing.NOT_POSSIBLE_HERE if is_in_sandbox() else Standing.OFF

    def _set(self, can_be_dumped: int) -> None:
        with suppress(OSError):
            libc.call("prctl", _PR_SET_DUMPABLE, can_be_dumped, 0, 0, 0)


def is_in_sandbox() -> bool:
    """Whether this program runs as a Flatpak or a Snap."""
    snap = os.environ.get("SNAP", "")  # a terminal that is a snap leaves this to all that is started in it
    return os.path.exists("/.flatpak-info") or (bool(snap) and sys.prefix.startswith(snap + os.sep))  # noqa: PTH110
