"""Has a photo decoded by a process of its own (`photo_worker`), and believes nothing of what comes back unseen."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

import trustjournal
from trustjournal.domain.attachment import LONGEST_SIDE, MOST_BYTES, CleanPhoto
from trustjournal.errors import CancelledError, PhotoDamagedError, PhotoReaderFailedError, PhotoTooLargeError

if TYPE_CHECKING:
    import subprocess

MOST_SECONDS: Final = 60
_LONGEST_LINE: Final = 1_000
_BEGINNINGS: Final = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}
_REFUSALS: Final = {error.__name__: error for error in (PhotoDamagedError, PhotoTooLargeError)}
_PARENT: Final = os.path.dirname(os.path.dirname(os.path.abspath(trustjournal.__file__)))  # noqa: PTH100, PTH120
_BOOT: Final = "import sys; sys.path.insert(0, sys.argv.pop(1)); from trustjournal.app.photo_worker import live; live()"
_KEPT_OF_ENVIRONMENT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What a program needs to be loaded at all; nothing about the person, the display or the message bus."""


def worker_command() -> list[str]:
    """The command line of the worker; a frozen program starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "photo"]
    return [sys.executable, "-I", "-c", _BOOT, _PARENT]


class PhotoProcess:
    """Decodes photos, each in a process that knows nothing else. Used off the window's thread."""

    def __init__(self, command: Sequence[str] | None = None, *, most_seconds: float = MOST_SECONDS) -> None:
        self._command = list(command) if command is not None else worker_command()
        self._most_seconds = most_seconds
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_ended = False

    def __call__(self, data: bytes, stop: threading.Event | None = None) -> CleanPhoto:
        """The photo made anew; raises PhotoDamagedError, PhotoTooLargeError, PhotoReaderFailedError, CancelledError.

        `stop` may be set by any thread.
        """
        import subprocess  # not on the way to the first frame

        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                close_fds=True,
                cwd=os.sep,
                env=_environment(),
            )
        except OSError:
            raise PhotoReaderFailedError("the worker could not be started") from None
        with self._lock:
            self._running.add(process)
            if self._is_ended:
                process.kill()
        watch = _Watch(process, stop or threading.Event(), self._most_seconds)
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            feed = threading.Thread(target=_feed, args=(process.stdin, data), daemon=True)
            feed.start()
            watch.start()
            answer = process.stdout.read(2 * MOST_BYTES)
            process.kill()  # it has said all it has to say, or too much
            feed.join()
        finally:
            watch.end()
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    pipe.close() if pipe is not None else None
            with self._lock:
                self._running.discard(process)
        if watch.was_stopped or self._is_ended:
            raise CancelledError("nobody waits for the photo any more")
        return _read(answer)

    def end(self) -> None:
        """The program is about to go: no photo is decoded any longer."""
        with self._lock:
            self._is_ended = True
            for process in self._running:
                process.kill()


def _environment() -> dict[str, str]:
    # Without any home, Python would ask the computer who the person is.
    return {"HOME": os.sep} | {name: os.environ[name] for name in _KEPT_OF_ENVIRONMENT if name in os.environ}


class _Watch:
    """Ends a worker that takes too long, or that nobody waits for any more."""

    def __init__(self, process: subprocess.Popen[bytes], stop: threading.Event, most_seconds: float) -> None:
        self._process = process
        self._stop = stop
        self._most_seconds = most_seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.was_stopped = False

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        left = self._most_seconds
        while left > 0 and not self._over.wait(min(0.1, left)):
            if self._stop.is_set():
                self.was_stopped = True
                break
            left -= 0.1
        if not self._over.is_set():
            self._process.kill()


def _feed(pipe: IO[bytes], data: bytes) -> None:
    """A worker that ends before it has read everything is told by its answer."""
    with suppress(OSError, ValueError):
        pipe.write(data)
        pipe.close()


def _read(answer: bytes) -> CleanPhoto:
    """What the worker says, as far as it can be believed: it decodes what strangers made, and may not be itself."""
    line = answer[:_LONGEST_LINE].partition(b"\n")[0]
    try:
        about = json.loads(line)
        if refusal := _REFUSALS.get(about.get("error")):
            raise refusal("the worker refused the photo")
        media_type, width, height = about["media_type"], about["width"], about["height"]
        size, preview_size, was_moving = about["size"], about["preview"], about["was_moving"]
        is_sound = (
            media_type in _BEGINNINGS
            and {type(width), type(height), type(size)} == {int}
            and 0 < width <= LONGEST_SIDE
            and 0 < height <= LONGEST_SIDE
            and 0 < size <= MOST_BYTES
            and (preview_size is None or (type(preview_size) is int and 0 < preview_size <= size))
            and isinstance(was_moving, bool)
        )
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        is_sound = False
    if not is_sound:
        raise PhotoReaderFailedError("the worker did not answer")
    begin = len(line) + 1
    data, preview = answer[begin : begin + size], answer[begin + size :]
    whole = len(data) == size and len(preview) == (preview_size or 0)
    images = (data, preview) if preview_size else (data,)
    if not whole or not all(image.startswith(_BEGINNINGS[media_type]) for image in images):
        raise PhotoReaderFailedError("the worker's answer is cut short or is no photo")
    return CleanPhoto(media_type, width, height, data, preview or None, was_moving)
