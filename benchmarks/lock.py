"""From the lock chord to a covered window, and on to the unlock screen, with a large journal and a long entry open."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.journals import PASSPHRASE, encrypted, fill, made_up_entry, new_journal
from benchmarks.keyboard import Keyboard
from benchmarks.measure import Row, of_times
from benchmarks.screen import WIDTH, Screen, virtual_screen
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.storage.canonical import JsonValue
from trustjournal.storage.settings_store import SettingsStore

RUNS = 15
ENTRIES = 10_000
LONG_WORDS = 20_000
SETTLED_S = 1.5
"""After unlocking and before locking: the page is drawn, the keyboard has its place, nothing is left to do."""

EDGE = (8, 600)
"""A point at the left edge: of the navigation, or of the paper of the unlock screen."""
UNLOCKED_S, TRIES = 10.0, 3
"""On a busy machine a field may get the keyboard only after something was typed."""

BESIDE = WIDTH // 2 + 150
"""A column beside the words of the cover, where there is nothing but paper, through the field of the unlock screen."""


def rows() -> list[Row]:
    """Both times, of the same chords."""
    covered: list[float] = []
    asked: list[float] = []
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as screen:
        home = Path(folder)
        make_home(home)
        keyboard = Keyboard(screen)
        with program(screen, home):
            screen.when(lambda: screen.pixel() != 0)
            for run in range(RUNS + 1):
                unlock(screen, keyboard)
                chord = keyboard.press("Control_L", "l")
                cover_there = screen.when(lambda: len(screen.strip(BESIDE)) == 1)
                prompt_there = screen.when(lambda: len(screen.strip(BESIDE)) > 1)
                if run:  # the first one fills the file cache
                    covered.append((cover_there - chord) * 1000)
                    asked.append((prompt_there - chord) * 1000)
    return [
        of_times("lock/chord-to-covered", covered, aim="≤ 50 ms"),
        of_times("lock/chord-to-unlock-screen", asked, aim="≤ 400 ms"),
    ]


def make_home(home: Path) -> None:
    """A home whose only journal is large, and was left with a long entry open."""
    home.chmod(0o700)
    keys = new_journal(home / "Journal")
    with encrypted(keys) as (db, store):
        fill(db, store, ENTRIES)
        chance = random.Random(LONG_WORDS)
        long = made_up_entry(chance, 0, ENTRIES, " ".join(f"word{number % 977}" for number in range(LONG_WORDS)))
        store.save(long)
        place: JsonValue = {
            "page": "journal",
            "item": str(long.id),
            "view": {"cursor": len(long.text) // 2, "in_title": False},
        }
        SettingsStore(db).put("last-places", [place])
    known = LocalSettingsFile(home / ".config" / "trustjournal" / "settings.json")
    known.change(lambda settings: settings.opened(home / "Journal"))


@contextmanager
def program(screen: Screen, home: Path) -> Iterator[None]:
    """The whole program on the screen."""
    surroundings = {**screen.surroundings(), "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    surroundings["DBUS_SESSION_BUS_ADDRESS"] = surroundings["DBUS_SYSTEM_BUS_ADDRESS"] = "disabled:"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        surroundings.pop(name, None)
    running = subprocess.Popen([sys.executable, "-m", "trustjournal"], env=surroundings, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        running.terminate()
        running.wait()


def unlock(screen: Screen, keyboard: Keyboard) -> None:
    """Type the passphrase until the pages are there, and wait until they are at rest."""
    asking = screen.pixel(*EDGE)
    for _ in range(TRIES):
        time.sleep(SETTLED_S)
        keyboard.press("Control_L", "a")  # what an earlier try left there
        keyboard.write(PASSPHRASE)
        keyboard.press("Return")
        try:
            screen.when(lambda: screen.pixel(*EDGE) != asking, within_s=UNLOCKED_S)
        except TimeoutError:
            continue
        time.sleep(SETTLED_S)
        return
    raise TimeoutError("the journal could not be unlocked")
