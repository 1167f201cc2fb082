"""A screen of its own for a journey: Xvfb with a window manager, and a keyboard that presses keys from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")

NEEDED = ("Xvfb", "openbox", "xdotool", "xprop", "xev", "import", "compare")
PATIENCE_SECONDS = 40.0
"""How long a condition may take on the slowest machine; on a usual one nothing here takes a second."""


def wait_until(look: Callable[[], T | None], what: str, *, seconds: float = PATIENCE_SECONDS) -> T:
    """Look until something (that counts as true) is there, and return it."""
    deadline = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s for {what}"
        time.sleep(0.02)


class Screen:
    """An X display nobody else uses, with openbox on it."""

    def __init__(self, folder: Path) -> None:
        missing = [name for name in NEEDED if shutil.which(name) is None]
        if missing:
            pytest.skip(f"journeys need {', '.join(missing)}")
        to_read, to_write = os.pipe()
        self._log = (folder / "screen.log").open("wb")
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(to_write), "-screen", "0", "1440x960x24", "-nolisten", "tcp"],
            pass_fds=(to_write,),
            stdout=self._log,
            stderr=self._log,
        )
        os.close(to_write)
        with os.fdopen(to_read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
        self.environment |= {"DISPLAY": self.name, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=self.environment, stdout=self._log, stderr=self._log
        )
        wait_until(lambda: "_NET_SUPPORTING_WM_CHECK(WINDOW)" in self.ask("xprop", "-root"), "a window manager")

    def ask(self, *command: str) -> str:
        """What a program says that looks at this screen; empty if it fails, or hangs on a window that has gone."""
        try:
            done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=5)
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout if done.returncode == 0 else ""

    def run(self, command: list[str], environment: dict[str, str]) -> str:
        """What a program of ours writes that draws on this screen."""
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def windows(self) -> dict[int, int]:
        """The windows of the program that can be seen, and the process of each."""
        found: dict[int, int] = {}
        for number in self.ask("xdotool", "search", "--onlyvisible", "--name", "^TrustJournal$").split():
            pid = self.ask("xdotool", "getwindowpid", number).strip()
            if pid:
                found[int(number)] = int(pid)
        return found

    def focused(self) -> int | None:
        """The process whose window has the keyboard."""
        pid = self.ask("xdotool", "getactivewindow", "getwindowpid").strip()
        return int(pid) if pid else None

    def place(self, window: int) -> tuple[int, ...]:
        """Where a window is and how large."""
        words = self.ask("xdotool", "getwindowgeometry", "--shell", str(window)).split()
        facts = dict(word.split("=") for word in words)
        return tuple(int(facts[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def press(self, *keys: str) -> None:
        """Press keys or chords, one after the other."""
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], env=self.environment, check=True, timeout=60)

    def write(self, text: str) -> None:
        """Type a text."""
        subprocess.run(["xdotool", "type", "--delay", "8", "--", text], env=self.environment, check=True, timeout=60)

    def picture(self, window: int, path: Path) -> bool:
        """Keep what a window looks like as a picture file; False if it has gone."""
        path.unlink(missing_ok=True)
        self.ask("import", "-window", str(window), str(path))
        return path.exists()

    def is_still(self, window: int, folder: Path) -> bool:
        """Whether a window looks the same for a second (but for the caret, whose blinking counts for little)."""
        first, second = folder / "first.png", folder / "second.png"
        if not self.picture(window, first):
            return False
        time.sleep(1)
        if not self.picture(window, second):
            return False
        different = subprocess.run(
            ["compare", "-metric", "AE", str(first), str(second), "null:"], capture_output=True, text=True, timeout=30
        )
        return float(different.stderr or "inf") < 100

    @contextmanager
    def something_else_in_front(self) -> Iterator[None]:
        """Another program's window covers the screen and has the keyboard."""
        code = (
            "from PySide6.QtWidgets import QApplication, QLineEdit\n"
            "app = QApplication([]); field = QLineEdit(); field.setWindowTitle('Other'); field.showMaximized()\n"
            "app.exec()"
        )
        with subprocess.Popen([sys.executable, "-c", code], env=self.environment) as other:
            try:
                wait_until(lambda: self.focused() == other.pid, "the other window to be in front")
                yield
            finally:
                other.kill()

    def close(self) -> None:
        """End the display."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(20)
        self._log.close()
