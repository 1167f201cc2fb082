"""The script that opens a journal without the program, and how a test runs it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from trustjournal.domain import recovery_code
from trustjournal.domain.entry import Entry

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "resources" / "recovery" / "open_journal.py"
PAGE = (ROOT / "docs" / "opening-without-us.md").read_text(encoding="utf-8")

PASSPHRASE = "pässword “with” $HOME and ' quotes"
SECRET = bytes(range(3, 19))
CODE = recovery_code.spell(SECRET)
OTHER_CODE = recovery_code.spell(bytes(16))


@dataclass(frozen=True)
class Answer:
    """What the script showed, what it told, and how it ended."""

    shown: str
    told: str
    code: int


def run(folder: Path, *options: str, typed: str, python: tuple[str, ...] = (), is_open: bool = False) -> Answer:
    """Run the script far from the program, `typed` being what somebody types; it leaves the journal as it was.

    One that is open here is not looked at: to read its file would release this process's lock on it.
    """
    before = {} if is_open else contents(folder)
    ended = subprocess.run(
        [sys.executable, "-I", *python, str(SCRIPT), str(folder), *options],
        input=typed.encode(), capture_output=True, cwd=folder.parent, check=False,
    )  # fmt: skip
    assert is_open or contents(folder) == before
    told = ended.stderr.decode()
    assert "Traceback" not in told
    return Answer(ended.stdout.decode(), told, ended.returncode)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def as_shown(entry: Entry) -> str:
    """The words of an entry as they stand in the output: its title, and its text after an empty line."""
    return f"\n{entry.text}\n"
