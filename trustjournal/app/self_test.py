"""Proves on this computer what the program relies on, with no journal of anybody's.

It makes a journal in a temporary folder, with the code that makes a person's own, writes one made-up word in it and
looks for that word from outside. `trustjournal --self-test` and the page about privacy show what it found.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TextIO
from uuid import uuid4

from trustjournal.app.reading_matter import reading_matter
from trustjournal.domain.ids import DeviceId
from trustjournal.domain.self_test import Check, CheckResult
from trustjournal.errors import TrustJournalError
from trustjournal.host.clock import SystemClock
from trustjournal.host.hardening import harden_process
from trustjournal.host.resources import resources_folder
from trustjournal.services.guide_reader import read_whole
from trustjournal.services.journal import open_journal
from trustjournal.services.vault import VaultService
from trustjournal.storage.database import Database, open_database
from trustjournal.storage.journal_keys import JournalKeys

PASSPHRASE = "a passphrase for one minute"  # noqa: S105 — its journal is deleted right away
PIECE = 1 << 20
"""Bytes of a file that are looked at together."""

Facts = Mapping[str, int | str]


def self_test(out: TextIO) -> int:
    """Run every check and write a line about each; 0 if all hold, else 1."""
    hardening = harden_process()
    holds = True
    for result in SelfTest(hardening.written.all).results():
        out.write(f"{'ok ' if result.holds else 'NO '} {result.check.replace('-', ' ')}: {_words(result)}\n")
        out.flush()
        holds = holds and result.holds
    return 0 if holds else 1


class SelfTest:
    """One run of every check.

    `written` tells which files this process has written. The database of a journal that is open must not be among
    them: to open it once more and close it again would let go of the locks SQLite holds on it.
    """

    def __init__(self, written: Callable[[], Iterable[str]]) -> None:
        self._written = written
        self._stopped = Event()
        self._folder: Path | None = None

    def run(self) -> tuple[CheckResult, ...]:
        """All results at once; those that were not reached before `stop` are left out."""
        return tuple(self.results())

    def results(self) -> Iterator[CheckResult]:
        """One result after the other. The throw-away journal is gone when the last one was taken."""
        with tempfile.TemporaryDirectory(prefix="trustjournal-self-test-", ignore_cleanup_errors=True) as folder:
            self._folder = Path(folder)
            trial = _Trial(self._folder / "journal", self._written, self._stopped.is_set)
            checks: dict[Check, Callable[[], Facts]] = {
                Check.PROGRAM_FILES: _program_files,
                Check.KEY_DERIVATION: trial.make,
                Check.CIPHER: trial.cipher,
                Check.ENCRYPTED_AT_REST: trial.nothing_readable,
                Check.NOTHING_ELSEWHERE: trial.nothing_elsewhere,
                Check.SEARCH: trial.search,
                Check.TEMPORARY_DATA: trial.temporary_data,
                Check.WHOLE_FILE: trial.whole_file,
            }
            for check, look in checks.items():
                if self._stopped.is_set():
                    return
                yield _result(check, look)

    def stop(self) -> None:
        """Nobody waits for it: what it made goes at once.

        A check that is amid its work may make some of it anew, and it goes again when that check is through; call it
        once more where the process ends before that.
        """
        self._stopped.set()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def _result(check: Check, look: Callable[[], Facts]) -> CheckResult:
    try:
        return CheckResult(check, holds=True, facts=look())
    except (AssertionError, TrustJournalError, OSError) as error:
        return CheckResult(check, holds=False, problem=str(error) or type(error).__name__)


def _program_files() -> Facts:
    folder = resources_folder()
    guide, exercises = reading_matter()
    pictures = list((folder / "icons").glob("*.svg"))
    read_whole(guide)
    assert exercises, "there is no exercise"
    assert pictures, "there is no icon"
    assert (folder / "styles" / "kit.qss").is_file(), "the stylesheet is missing"
    return {
        "parts": len(guide.parts),
        "articles": len(guide.articles),
        "prompts": len(guide.prompts),
        "exercises": len(exercises),
        "icons": len(pictures),
    }


class _Trial:
    """A journal made for the checks."""

    def __init__(self, folder: Path, written: Callable[[], Iterable[str]], is_stopped: Callable[[], bool]) -> None:
        self._folder = folder
        self._written = written
        self._is_stopped = is_stopped
        self._clock = SystemClock()
        self._canary = _made_up_word()
        self._found: list[int] = []
        self._keys: JournalKeys | None = None
        self._device = DeviceId(uuid4())

    def make(self) -> Facts:
        vaults = VaultService(self._clock)
        vaults.create(self._folder, PASSPHRASE).wipe()
        # What was deleted while the key was derived has just been made anew: it goes now, not after a second key.
        assert not self._is_stopped(), "nobody waits for it any more"
        self._keys = keys = vaults.unlock(self._folder, PASSPHRASE)
        guide, _exercises = reading_matter()
        journal = open_journal(
            keys, clock=self._clock, guide=guide, announce=lambda _changed: None, device=self._device
        )
        try:
            journal.writing.save(replace(journal.writing.blank(), text=f"{self._canary.title()} and a café"))
            self._found = [len(journal.finding.search(words)) for words in (self._canary, "cafe", "nothing")]
        finally:
            journal.close()
        return {}

    def cipher(self) -> Facts:
        return {"version": self._ask("PRAGMA cipher_version")}

    def nothing_readable(self) -> Facts:
        content = b"".join(path.read_bytes() for path in self._folder.iterdir())
        for form in (*self._forms(), b"SQLite format 3"):
            assert form not in content, "a word can be read in the files"
        return {"bytes": len(content)}

    def nothing_elsewhere(self) -> Facts:
        files = [path for path in map(Path, self._written()) if _is_on_a_disk(path) and path.is_file()]
        for path in files:
            assert not _holds_any(path, self._forms()), "a word can be read in a file the program has written"
        return {"files": len(files)}

    def search(self) -> Facts:
        assert self._found == [1, 1, 0], "the search does not find what it should"
        return {}

    def temporary_data(self) -> Facts:
        assert self._ask("PRAGMA temp_store") == "2", "temporary data could reach the disk"
        return {}

    def whole_file(self) -> Facts:
        with closing(self._open()) as database:
            problems = database.problems()
        assert not problems, "the file does not pass its own checks"
        return {}

    def _forms(self) -> tuple[bytes, ...]:
        """The word as it could stand in a file."""
        words = (self._canary, self._canary.title())
        return tuple(word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le"))

    def _ask(self, question: str) -> str:
        with closing(self._open()) as database:
            row = database.row(question)
        assert row is not None, "no answer"
        return str(row[0])

    def _open(self) -> Database:
        assert self._keys is not None, "there is no journal to look at"
        return open_database(self._keys)


def _made_up_word() -> str:
    """One that stands nowhere else."""
    return "kittiwake" + secrets.token_hex(6)


def _is_on_a_disk(path: Path) -> bool:
    return not any(path.is_relative_to(place) for place in ("/proc", "/sys", "/dev"))


def _holds_any(path: Path, forms: tuple[bytes, ...]) -> bool:
    overlap = max(map(len, forms)) - 1
    with path.open("rb") as file:
        before = b""
        while piece := file.read(PIECE):
            if any(form in before + piece for form in forms):
                return True
            before = piece[-overlap:]
    return False


# What the command line says -----------------------------------------------------------------------

_SENTENCES = {
    Check.PROGRAM_FILES: "parts: {parts}, prompts: {prompts}, exercises: {exercises}, icons: {icons}",
    Check.KEY_DERIVATION: "a journal was made, opened and written in",
    Check.CIPHER: "SQLCipher {version}",
    Check.ENCRYPTED_AT_REST: "no word in {bytes} bytes",
    Check.NOTHING_ELSEWHERE: "no word in any file the program has written, {files} looked at",
    Check.SEARCH: "words are found, also without their accents",
    Check.TEMPORARY_DATA: "stays in memory",
    Check.WHOLE_FILE: "passes both checks",
}


def _words(result: CheckResult) -> str:
    return _SENTENCES[result.check].format(**result.facts) if result.holds else result.problem
