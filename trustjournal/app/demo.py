"""`trustjournal demo`: an encrypted journal of its own, filled with a life nobody lived, and deleted at the end.

It is a journal like any other, made and filled through the same services; only its passphrase is known to all.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from trustjournal.app.handoff import write_hand_off
from trustjournal.app.reading_matter import reading_matter
from trustjournal.app.spawn import Life, keep_standard_streams_apart, start_session
from trustjournal.app.start import has_screen, supervise
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.host.clock import SystemClock
from trustjournal.host.hardening import harden_process
from trustjournal.host.instance import InstanceLock
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.host.paths import Paths
from trustjournal.services.journal import open_journal
from trustjournal.services.sample import fill_with_sample_life
from trustjournal.services.vault import VaultService
from trustjournal.storage.journal_keys import JournalKeys

PASSPHRASE = "only for show"  # noqa: S105 — it is printed
NAME = "Demo"
PREFIX = "trustjournal-demo-"


def demo() -> int:
    """Show the demo until its window is closed; returns the exit code."""
    if not has_screen():
        from trustjournal.app.commands import tour_instead

        return tour_instead()
    keep_standard_streams_apart()
    harden_process()
    # Until the supervisor takes over: leave through the end of the block below, which deletes everything.
    asked_to_end = Event()

    def end(*_: object) -> None:
        asked_to_end.set()
        sys.exit(0)

    signal.signal(signal.SIGTERM, end)
    _say("A journal of a made-up life is being written; this takes a moment.")
    with demo_home() as home:
        keys = make_demo_journal(home, SystemClock())
        _say(f"It is deleted when you close it. Should you lock it, its passphrase is: {PASSPHRASE}")

        def start_first() -> Life:
            if asked_to_end.is_set():  # Python drops an exception that comes while something is being disposed of
                sys.exit(0)
            return _start_with(keys, home)

        return supervise(start_first, home=str(home))


@contextmanager
def demo_home() -> Iterator[Path]:
    """A folder for everything of one demo, which is gone afterwards; what a killed demo left behind goes too."""
    _sweep(Path(tempfile.gettempdir()))
    home = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = InstanceLock(Paths.inside(home).runtime)
    lock.take()
    try:
        yield home
    finally:
        lock.release()
        shutil.rmtree(home, ignore_errors=True)


def make_demo_journal(home: Path, clock: Clock) -> JournalKeys:
    """Make the journal, fill it up to today and return its keys."""
    paths = Paths.inside(home)
    local = LocalSettingsFile(paths.local_settings)
    folder = paths.journals / NAME
    keys = VaultService(clock).create(folder, PASSPHRASE)
    local.change(lambda settings: settings.opened(folder))
    guide, _exercises = reading_matter()
    journal = open_journal(keys, clock=clock, guide=guide, announce=lambda _changed: None, device=local.device())
    try:
        fill_with_sample_life(journal, until=moment_now(clock).day, zone=clock.zone())
    finally:
        journal.close()
    return keys


def _start_with(keys: JournalKeys, home: Path) -> Life:
    """Start a session that finds its key on its pipe already: there is no prompt before it."""
    key, key_end = os.pipe()
    try:
        write_hand_off(key_end, keys)
        return start_session(key, str(home))
    finally:
        keys.wipe()
        os.close(key_end)
        os.close(key)


def _sweep(folder: Path) -> None:
    """Delete demos that nobody runs any more: their lock is free."""
    for left in folder.glob(PREFIX + "*"):
        try:
            lock = InstanceLock(Paths.inside(left).runtime)
            if lock.take():
                shutil.rmtree(left, ignore_errors=True)
                lock.release()
        except OSError:
            continue  # somebody else's


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 — the command line speaks
