"""From the moment the key is there to Today on the screen, in a small and in a large journal, and its parts."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from benchmarks.journals import PASSPHRASE, encrypted, fill, new_journal
from benchmarks.measure import Row, of_times, ratio, timed
from benchmarks.screen import Screen, virtual_screen
from trustjournal.app.control import Line, LineBuffer, Word, receive, send
from trustjournal.app.handoff import read_hand_off, write_hand_off
from trustjournal.app.reading_matter import reading_matter
from trustjournal.app.spawn import start_session
from trustjournal.host.clock import SystemClock
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.host.paths import Paths
from trustjournal.services.journal import open_journal
from trustjournal.services.vault import VaultService
from trustjournal.storage.journal_keys import JournalKeys

RUNS = 15
SIZES = (100, 10_000)
STARTED_S = 2.0
"""The session is started with the first key of the passphrase: when the journal's key comes, it is ready and waits."""


def rows() -> list[Row]:
    """Key to Today for each size, taken in turn on one screen, and how the sizes compare."""
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as screen, shown_on(screen):
        homes = {size: Path(folder) / str(size) for size in SIZES}
        for size, home in homes.items():
            with encrypted(new_journal(home / "Journal")) as (db, store):
                fill(db, store, size)
        for run in range(RUNS + 1):
            for size, home in homes.items():
                took = key_to_today(screen, home)
                if run:  # the first of each fills the file cache
                    times[size].append(took)
        handing = timed("unlock/part-hand-over", hand_over, runs=RUNS)
        opening = open_times(homes[SIZES[-1]])
    small, large = (of_times(f"unlock/key-to-today-{size}", times[size], aim="≤ 400 ms") for size in SIZES)
    pages = Row("unlock/part-pages-and-first-paint (rest)", large.median - handing.median - opening.median)
    return [small, large, ratio("unlock/10000-entries-to-100", large, small, aim="≤ 1.1"), handing, opening, pages]


def hand_over() -> None:
    """Write keys to a pipe and read them from it."""
    keys = JournalKeys(Path("/Journal"), "journal-0a1b2c3d.tjdb", "0" * 16, bytearray(32), bytes(16), bytearray(32))
    to_read, to_write = os.pipe()
    write_hand_off(to_write, keys)
    os.close(to_write)
    read_hand_off(to_read)
    os.close(to_read)


def open_times(home: Path) -> Row:
    """Opening the large journal with all its services; what can be read before the key comes is not counted."""
    keys = VaultService(SystemClock()).unlock(home / "Journal", PASSPHRASE)
    guide, _exercises = reading_matter()
    device, clock = LocalSettingsFile(Paths.inside(home).local_settings).device(), SystemClock()

    def work() -> None:
        open_journal(keys, clock=clock, guide=guide, announce=lambda _changed: None, device=device).close()

    return timed(f"unlock/part-open-{SIZES[-1]}", work, runs=RUNS)


@contextmanager
def shown_on(screen: Screen) -> Iterator[None]:
    """Programs started meanwhile appear on `screen`."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(screen.surroundings())
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def key_to_today(screen: Screen, home: Path) -> float:
    """Milliseconds from handing over the key until the window has painted; the session is ended again."""
    keys = VaultService(SystemClock()).unlock(home / "Journal", PASSPHRASE)
    screen.when(lambda: screen.pixel() == 0)
    key, key_end = os.pipe()
    session = start_session(key, str(home))
    os.close(key)
    time.sleep(STARTED_S)
    begun = perf_counter()
    write_hand_off(key_end, keys)
    os.close(key_end)
    wait_for(session.said, Word.PAINTED)
    took = (screen.when(lambda: screen.pixel() != 0) - begun) * 1000
    send(session.hear, Line(Word.END))
    wait_for(session.said, Word.QUIT)
    session.wait()
    os.close(session.hear)
    os.close(session.said)
    return took


def wait_for(descriptor: int, word: Word) -> None:
    """Read what the session says until it says `word`."""
    buffer = LineBuffer()
    while True:
        lines = receive(descriptor, buffer)
        if lines is None:
            raise RuntimeError(f"the session ended before it said {word}")
        if any(line.word is word for line in lines):
            return
