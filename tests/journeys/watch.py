"""Watches which windows are on a screen, event by event, so that not even a moment without one goes unseen."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from dataclasses import dataclass
from itertools import pairwise

from tests.journeys.screen import Screen, wait_until

EVENT = re.compile(r"^(MapNotify|UnmapNotify|DestroyNotify) event.*")
WINDOW = re.compile(r"window (0x[0-9a-f]+)")


@dataclass(frozen=True, slots=True)
class Count:
    """How many windows the window manager shows since `at` (seconds, monotonic)."""

    at: float
    windows: int


class Watch:
    """Listens at the root window from now on; the frames the window manager maps are its children."""

    def __init__(self, screen: Screen) -> None:
        self.counts: list[Count] = []
        self._screen = screen
        self._mapped: set[str] = set()
        self._process = subprocess.Popen(
            ["stdbuf", "-oL", "xev", "-root", "-event", "substructure"],
            env=screen.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self._wait_until_it_listens()

    def stop(self) -> list[Count]:
        """Stop, and return what was seen from the first window on."""
        self._process.terminate()
        self._thread.join(10)
        self._process.wait(10)
        if self._process.stdout is not None:
            self._process.stdout.close()
        first = next((place for place, count in enumerate(self.counts) if count.windows), len(self.counts))
        return self.counts[first:]

    def _listen(self) -> None:
        assert self._process.stdout is not None
        kind = ""
        for line in self._process.stdout:
            event = EVENT.match(line)
            if event is not None:
                kind = event.group(1)
            elif kind and "window" in line:
                self._note(kind, line)
                kind = ""

    def _note(self, kind: str, line: str) -> None:
        number = WINDOW.findall(line)[-1]
        if kind == "MapNotify" and "override NO" in line:
            self._mapped.add(number)
        elif kind != "MapNotify" and number in self._mapped:
            self._mapped.remove(number)
        else:
            return
        self.counts.append(Count(time.monotonic(), len(self._mapped)))

    def _wait_until_it_listens(self) -> None:
        """Show small windows until one is noticed."""

        def try_once() -> bool:
            with self._screen.something_else_in_front():
                pass
            return bool(self.counts)

        wait_until(try_once, "the watch to listen")
        wait_until(lambda: not self._mapped, "the trial windows to go")
        self.counts.clear()


def longest_gap(counts: list[Count]) -> float:
    """The longest time without any window between the first and the last that was shown, in seconds."""
    gaps = [after.at - before.at for before, after in pairwise(counts) if before.windows == 0]
    return max(gaps, default=0.0)
