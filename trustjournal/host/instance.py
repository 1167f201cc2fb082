"""One running program a person: a lock, and a bell by which a second start asks the first to show its window."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from trustjournal.host.paths import make_private

LONGEST_TOKEN = 1024
NOT_WAITING = getattr(os, "O_NONBLOCK", 0)


class InstanceLock:
    """Held by the supervisor for as long as the program runs; the system lets go of it even after a crash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Take the lock; False if another process of the program has it."""
        make_private(self._folder)
        descriptor = os.open(self._folder / "instance.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go; the file stays, as removing it could take it from under a process that just opened it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class Doorbell:
    """A named pipe in the same folder, made by whoever holds the lock.

    It carries one line a ring: the activation token a desktop gave to the second start, without which some desktops
    do not bring a window to the front. There is none on Windows yet, where a second start says a sentence.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "doorbell"
        self._descriptor: int | None = None

    def hang(self) -> bool:
        """Put the pipe in its place; False where the system has no such thing."""
        if not _make_pipe(self._path):
            return False
        # Opened for both ways, so that reading waits instead of ending whenever no one else has it open.
        self._descriptor = os.open(self._path, os.O_RDWR)
        return True

    def wait(self) -> str | None:
        """Wait until somebody rings, and return their token (empty if they have none); None once it is taken down."""
        line = bytearray()
        while self._descriptor is not None:
            try:
                byte = os.read(self._descriptor, 1)
            except OSError:
                return None
            if byte == b"\n":
                return _clean(bytes(line))
            if len(line) < LONGEST_TOKEN:
                line += byte
        return None

    def ring(self, token: str) -> bool:
        """Ring at the running program; False if nobody listens."""
        try:
            descriptor = os.open(self._path, os.O_WRONLY | NOT_WAITING)
        except OSError:
            return False
        try:
            # One write below PIPE_BUF: two rings at once never mix.
            os.write(descriptor, _clean(token.encode("utf-8", "ignore")).encode("ascii") + b"\n")
        except OSError:
            return False
        finally:
            os.close(descriptor)
        return True

    def take_down(self) -> None:
        """Remove the pipe."""
        with suppress(OSError):
            self._path.unlink()


def _clean(token: bytes) -> str:
    text = token.decode("ascii", "ignore")
    return text if len(text) < LONGEST_TOKEN and text.isprintable() else ""


if sys.platform == "win32":  # not tested

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _make_pipe(path: Path) -> bool:
        return False

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _make_pipe(path: Path) -> bool:
        with suppress(FileNotFoundError):
            if stat.S_ISFIFO(os.lstat(path).st_mode):
                return True
            path.unlink()
        os.mkfifo(path, 0o600)
        return True
