"""Journals on disk for journeys: made and read by the services, with the program not running."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import MADE_UP_GUIDE, PASSPHRASE
from tests.fakes.clock import FakeClock
from tests.fakes.journals import cheap_vaults, opened
from trustjournal.domain.entry import Entry
from trustjournal.domain.place import Place
from trustjournal.services.guide_reader import read_guide
from trustjournal.services.journal import Journal
from trustjournal.storage.journal_keys import JournalKeys

NAME = "Personal"
JOURNALS = Path(".local", "share", "trustjournal", "journals")


class Kept:
    """A journal in a home, as it lies on the disk."""

    def __init__(self, home: Path, *, name: str = NAME, passphrase: str = PASSPHRASE) -> None:
        self.home = home
        self.folder = home / JOURNALS / name
        self.passphrase = passphrase

    def make_known(self) -> None:
        """Write the settings of a computer where this journal was opened before."""
        settings = self.home / ".config" / "trustjournal" / "settings.json"
        settings.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings.write_text(json.dumps({"journals": [str(self.folder)], "theme": "light"}), encoding="utf-8")

    @property
    def database(self) -> Path:
        """The encrypted file."""
        (path,) = self.folder.glob("journal-*.tjdb")
        return path

    def keys(self) -> JournalKeys:
        """Its keys."""
        return cheap_vaults(FakeClock()).unlock(self.folder, self.passphrase)

    @contextmanager
    def open(self) -> Iterator[Journal]:
        """Its services, while nobody else has it open."""
        keys = self.keys()
        try:
            journal = opened(keys, clock=FakeClock(), guide=read_guide(MADE_UP_GUIDE, "en"))
        finally:
            keys.wipe()
        try:
            yield journal
        finally:
            journal.close()

    def entries(self) -> list[Entry]:
        """What is written in it, newest first."""
        with self.open() as journal:
            found = (journal.writing.entry(summary.id) for summary in journal.finding.newest(100))
            return [entry for entry in found if entry is not None]

    def last_place(self) -> Place | None:
        """Where the person was when it was closed."""
        with self.open() as journal:
            return next(iter(journal.choices.last_places()), None)


def keep_journal(home: Path) -> Kept:
    """Make an empty journal in `home`."""
    kept = Kept(home)
    cheap_vaults(FakeClock()).create(kept.folder, kept.passphrase).wipe()
    return kept
