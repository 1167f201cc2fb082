"""Measures that are the same on every system: private files, and no network for Python code."""

from __future__ import annotations

import os
import sys

from trustjournal.domain.protection import Protection, Standing
from trustjournal.errors import NetworkRefusedError

# Raised by the standard library before it reaches out, whatever kind of socket it would use.
_ALWAYS_REFUSED = frozenset(
    {
        "ftplib.connect",
        "ftplib.sendcmd",
        "http.client.connect",
        "imaplib.open",
        "nntplib.connect",
        "poplib.connect",
        "smtplib.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "telnetlib.Telnet.open",
        "urllib.Request",
    }
)
# Fine on a socket of this computer (display, D-Bus, keyring), refused on any other.
_REFUSED_UNLESS_LOCAL = frozenset(
    {"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto", "socket.__new__"}
)
_AF_UNIX = 1

_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# What else makes or changes a file, and which of its arguments names it.
_WRITES = {"os.rename": 1, "os.link": 1, "os.truncate": 0}

_PRIVATE = 0o077


class PrivateFiles:
    """Files made from now on are readable by their owner only. On Windows what is in a person's folders is anyway."""

    name = Protection.PRIVATE_FILES

    def apply(self) -> None:
        """Set the mask; children inherit it."""
        os.umask(_PRIVATE)

    def state(self) -> Standing:
        """As the system tells it."""
        return _standing_of_new_files()


if sys.platform == "win32":  # not tested

    def _standing_of_new_files() -> Standing:
        return Standing.NOT_POSSIBLE_HERE

else:

    def _standing_of_new_files() -> Standing:
        return Standing.ON if _umask() & _PRIVATE == _PRIVATE else Standing.OFF


if sys.platform == "linux":

    def _umask() -> int:
        with open("/proc/self/status", encoding="ascii", errors="replace") as file:  # noqa: PTH123
            return next((int(line.split()[1], 8) for line in file if line.startswith("Umask:")), 0)

else:  # not tested

    def _umask() -> int:
        mask = os.umask(_PRIVATE)  # it can be read only by setting it
        os.umask(mask)
        return mask


class WrittenPaths:
    """Which files Python code of this process opened for writing: paths, never anything of their contents."""

    LIMIT = 1000

    __slots__ = ("_paths", "is_complete")

    def __init__(self) -> None:
        self._paths: dict[str, None] = {}
        self.is_complete = True
        """Whether there was room for all."""

    def note(self, path: object) -> None:
        """Remember one; anything that is not a path (a descriptor) is not one."""
        if not isinstance(path, (str, bytes, os.PathLike)):
            return
        try:
            absolute = os.path.abspath(os.fsdecode(path))  # noqa: PTH100
        except (OSError, TypeError, ValueError):
            return
        if absolute in self._paths:
            return
        if len(self._paths) < self.LIMIT:
            self._paths[absolute] = None
        else:
            self.is_complete = False

    def all(self) -> tuple[str, ...]:
        """All of them, absolute, in the order of their first opening."""
        return tuple(self._paths)


class NoNetworkInPython:
    """Python code of this process opens no socket but those of this computer; once applied it cannot be undone.

    The same hook notes the paths of files that are opened for writing: a second one would be called as often again.
    """

    name = Protection.NO_NETWORK_IN_PYTHON

    def __init__(self, written: WrittenPaths) -> None:
        self._written = written

    def apply(self) -> None:
        """Listen to everything that is tried from now on."""
        note = self._written.note

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            if event == "open":
                flags = arguments[2]
                if isinstance(flags, int) and flags & _TO_WRITE:
                    note(arguments[0])
            elif event in _REFUSED_UNLESS_LOCAL:
                family = arguments[1] if event == "socket.__new__" else getattr(arguments[0], "family", None)
                if os.name != "posix" or family != _AF_UNIX:
                    raise NetworkRefusedError(event)
            elif event in _ALWAYS_REFUSED:
                raise NetworkRefusedError(event)
            elif event in _WRITES:
                note(arguments[_WRITES[event]])

        sys.addaudithook(hook)

    def state(self) -> Standing:
        """Announces an attempt as the standard library would, and looks whether it is refused. Nothing is reached."""
        try:
            sys.audit("socket.getaddrinfo", None, 0, 0, 0, 0)
        except NetworkRefusedError:
            return Standing.ON
        return Standing.OFF
