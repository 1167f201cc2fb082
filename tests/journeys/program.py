"""The whole program as a person starts it, in a home of its own, watched from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.journeys.screen import Screen, wait_until

ROOT = Path(__file__).resolve().parents[2]
START = [sys.executable, "-m", "trustjournal"]


class Program:
    """One start of the program and all processes that come from it."""

    def __init__(
        self, screen: Screen, home: Path, *, before: tuple[str, ...] = (), arguments: tuple[str, ...] = ()
    ) -> None:
        self.screen = screen
        self.home = home
        self.environment = environment_of(screen, home)
        self._output = (home / "output").open("ab")
        self._process = subprocess.Popen(
            [*before, *START, *arguments], cwd=ROOT, env=self.environment, stdout=self._output, stderr=self._output
        )

    def tree(self) -> dict[int, str]:
        """Every process of the program that is alive, and what it is: supervisor, prompt or session."""
        kinds = {}
        for pid in _family(self._process.pid):
            words = _command(pid)
            if words:
                kinds[pid] = next((kind for kind in ("prompt", "session") if kind in words), "supervisor")
        return kinds

    def life(self, kind: str) -> int | None:
        """The process of that kind whose window is the only one of the program on the screen."""
        kinds = self.tree()
        alive = [pid for pid, found in kinds.items() if found == kind]
        return alive[0] if len(alive) == 1 and list(self.screen.windows().values()) == alive else None

    def wait_for(self, kind: str) -> int:
        """Wait for a prompt or a session: the only window is its own, with the keyboard, and the other life is gone."""
        other = "session" if kind == "prompt" else "prompt"

        def look() -> int | None:
            pid = self.life(kind)
            is_alone = other not in self.tree().values()
            return pid if pid is not None and is_alone and self.screen.focused() == pid else None

        try:
            return wait_until(look, f"the {kind} alone, with the keyboard")
        except AssertionError as error:
            for window in self.screen.windows():
                self.screen.picture(window, self.home / f"window-{window}.png")
            facts = f"processes {self.tree()}, windows {self.screen.windows()}, focus {self.screen.focused()}"
            raise AssertionError(f"{error}; {facts}; output {self.output()!r}; pictures in {self.home}") from None

    def notice(self) -> str:
        """The name of the error the present prompt was started with."""
        words = next((_command(pid) for pid, kind in self.tree().items() if kind == "prompt"), [])
        return words[-2] if words else ""

    def window(self) -> int:
        """The number of the program's only window."""
        return wait_until(lambda: next(iter(self.screen.windows()), None), "a window")

    def output(self) -> str:
        """What the program wrote to its terminal."""
        return (self.home / "output").read_text(encoding="utf-8", errors="replace")

    def settings(self) -> str:
        """The settings kept in clear."""
        path = self.home / ".config" / "trustjournal" / "settings.json"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def ends(self) -> int:
        """Wait for the end, and return the exit code."""
        code = self.exit_code()
        wait_until(lambda: not self.screen.windows(), "the windows to go")
        return code

    def exit_code(self) -> int:
        """Wait for the end of the first process."""
        return self._process.wait(60)

    def terminate(self, name: str = "SIGTERM") -> None:
        """Ask the first process to end, as a system that shuts down does."""
        self._process.send_signal(signal.Signals[name])

    def kill(self, pid: int) -> None:
        """End one of its processes the hard way."""
        assert pid in self.tree()
        os.kill(pid, signal.SIGKILL)

    def close(self) -> None:
        """Make sure nothing of it is left, whatever happened."""
        for pid in _family(self._process.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait(20)
        self._output.close()


def environment_of(screen: Screen, home: Path) -> dict[str, str]:
    """The environment of a person at that screen whose home is `home`."""
    own = {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "0",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
    }
    (home / "run").mkdir(mode=0o700, exist_ok=True)
    return screen.environment | own


def _family(first: int) -> list[int]:
    """A process and all that descend from it, as long as their parents live."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                stat = Path("/proc", name, "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(name))
    found, waiting = [], [first]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return found


def _command(pid: int) -> list[str]:
    try:
        raw = Path("/proc", str(pid), "cmdline").read_bytes()
    except OSError:
        return []
    return raw.decode("utf-8", "replace").removesuffix("\0").split("\0") if raw else []
