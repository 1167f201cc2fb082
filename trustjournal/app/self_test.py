"""`trustjournal --self-test`: proves on this computer what the program relies on, with no journal of anybody's.

It makes a journal in a temporary folder, with the code that makes a person's own, and looks at it from outside.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from trustjournal.app.reading_matter import reading_matter
from trustjournal.domain.ids import DeviceId
from trustjournal.errors import TrustJournalError
from trustjournal.host.clock import SystemClock
from trustjournal.host.hardening import harden_process
from trustjournal.host.resources import resources_folder
from trustjournal.services.journal import open_journal
from trustjournal.services.vault import VaultService
from trustjournal.storage.database import Database, open_database
from trustjournal.storage.journal_keys import JournalKeys

CANARY = "Kittiwake"
PASSPHRASE = "a passphrase for one minute"  # noqa: S105 — its journal is deleted right away


def self_test(out: TextIO) -> int:
    """Run every check and write a line about each; 0 if all hold, else 1."""
    harden_process()
    with tempfile.TemporaryDirectory(prefix="trustjournal-self-test-") as folder:
        trial = _Trial(Path(folder) / "journal")
        checks: tuple[tuple[str, Callable[[], str]], ...] = (
            ("program files", _resources),
            ("key derivation", trial.make),
            ("cipher", trial.cipher),
            ("encrypted at rest", trial.nothing_readable),
            ("full-text search", trial.search),
            ("temporary data", trial.temporary_data),
            ("whole file", trial.integrity),
        )
        holds = [_run(name, check, out) for name, check in checks]
    return 0 if all(holds) else 1


def _run(name: str, check: Callable[[], str], out: TextIO) -> bool:
    try:
        words, holds = check(), True
    except (AssertionError, TrustJournalError, OSError) as error:
        words, holds = str(error) or type(error).__name__, False
    out.write(f"{'ok ' if holds else 'NO '} {name}: {words}\n")
    out.flush()
    return holds


def _resources() -> str:
    folder = resources_folder()
    guide, exercises = reading_matter()
    pictures = list((folder / "icons").glob("*.svg"))
    assert guide.parts, "the guide has no part"
    assert exercises, "there is no exercise"
    assert pictures, "there is no icon"
    assert (folder / "styles" / "kit.qss").is_file(), "the stylesheet is missing"
    counts = {"parts": guide.parts, "prompts": guide.prompts, "exercises": exercises, "icons": pictures}
    return ", ".join(f"{name}: {len(found)}" for name, found in counts.items())


class _Trial:
    """A journal made for the checks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clock = SystemClock()
        self._found: list[int] = []
        self._keys: JournalKeys | None = None
        self._device = DeviceId(uuid4())

    def make(self) -> str:
        vaults = VaultService(self._clock)
        vaults.create(self._folder, PASSPHRASE).wipe()
        self._keys = keys = vaults.unlock(self._folder, PASSPHRASE)
        guide, _exercises = reading_matter()
        journal = open_journal(
            keys, clock=self._clock, guide=guide, announce=lambda _changed: None, device=self._device
        )
        try:
            journal.writing.save(replace(journal.writing.blank(), text=f"{CANARY} and a café"))
            self._found = [len(journal.finding.search(words)) for words in (CANARY.lower(), "cafe", "nothing")]
        finally:
            journal.close()
        return "a journal was made, opened and written in"

    def cipher(self) -> str:
        return "SQLCipher " + self._ask("PRAGMA cipher_version")

    def nothing_readable(self) -> str:
        content = b"".join(path.read_bytes() for path in self._folder.iterdir())
        for form in (CANARY.encode(), CANARY.encode("utf-16-le"), b"SQLite format 3"):
            assert form not in content, "a word can be read in the files"
        return f"no word in {len(content)} bytes"

    def search(self) -> str:
        assert self._found == [1, 1, 0], "the search does not find what it should"
        return "words are found, also without their accents"

    def temporary_data(self) -> str:
        assert self._ask("PRAGMA temp_store") == "2", "temporary data could reach the disk"
        return "stays in memory"

    def integrity(self) -> str:
        with closing(self._open()) as database:
            problems = database.problems()
        assert not problems, "the file does not pass its own checks"
        return "passes both checks"

    def _ask(self, question: str) -> str:
        with closing(self._open()) as database:
            row = database.row(question)
        assert row is not None, "no answer"
        return str(row[0])

    def _open(self) -> Database:
        assert self._keys is not None, "there is no journal to look at"
        return open_database(self._keys)
