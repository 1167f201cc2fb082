"""A session with a word of its own in everything a person can write, driven by keys, to be watched from outside."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

from tests.fakes.photos import telling_jpeg
from tests.journeys.journals import Kept
from tests.journeys.program import Program
from tests.journeys.screen import wait_until
from tests.privacy.copied_files import copied_files
from trustjournal.domain.attachment import AttachmentKind
from trustjournal.domain.person import Role

TYPED = "Quixotic-Pelican-Harp"
SEARCHED = "pelican"
TITLE = "Wistful-Armadillo-Kite"
OLD_TEXT = "Marzipan-Obelisk-Vapour"
PERSON = "Zenobia-Thistlewick"
TAG = "umbrella-paradox-nine"
IN_A_FILE = "Heliotrope-Lantern-Moss"
FILE_BYTES = 400_000


def plant(kept: Kept) -> dict[str, str]:
    """Put words into the journal that would be long to type from outside; every word to look for, by what it is."""
    with kept.open() as journal:
        person = journal.people.add(PERSON, Role.FRIEND)
        blank = journal.writing.blank()
        journal.writing.save(replace(blank, title=TITLE, text=OLD_TEXT, people=(person.id,), tags=(TAG,)))
    return {
        "typed text": TYPED,
        "search term": SEARCHED,
        "title": TITLE,
        "older text": OLD_TEXT,
        "person": PERSON,
        "tag": TAG,
        "attached file": IN_A_FILE,
        "passphrase": kept.passphrase,
    }


def live_through(program: Program, kept: Kept) -> None:
    """Unlock, write, attach, search, look at every page, lock, unlock, crash, come back and close."""
    screen = program.screen
    _unlock(program, kept)
    before = kept.database.stat().st_mtime_ns
    screen.press("ctrl+n")
    screen.write(f"{TYPED} once and again")
    wait_until(lambda: kept.database.stat().st_mtime_ns != before, "the save")
    _attach(program, kept)
    screen.press("ctrl+f")
    screen.write(SEARCHED)
    screen.press("ctrl+1", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+2", "ctrl+l")
    session = _unlock(program, kept)
    os.kill(session, signal.SIGSEGV)
    program.wait_for("prompt")
    assert program.notice() == "SessionLostError"
    screen.press("alt+F4")
    assert program.ends() == 0
    (entry,) = [entry for entry in kept.entries() if entry.text.startswith(TYPED)]
    with kept.open() as journal:
        kinds = [one.kind for one in journal.attaching.of_entry(entry.id)]
    assert kinds == [AttachmentKind.PHOTO, AttachmentKind.FILE]


def _attach(program: Program, kept: Kept) -> None:
    """Paste a photo and a file that were copied in a file manager."""
    folder = kept.home.parent / "somewhere else"
    folder.mkdir(exist_ok=True)
    photo, letter = folder / "photo.jpg", folder / "letter.txt"
    photo.write_bytes(telling_jpeg())
    letter.write_bytes(f"{IN_A_FILE}\n".encode() * (FILE_BYTES // 24))
    before = kept.database.stat().st_size
    with copied_files(program.screen, photo, letter):
        program.screen.press("ctrl+v")
        wait_until(lambda: kept.database.stat().st_size >= before + FILE_BYTES, "the file to be stored")


def _unlock(program: Program, kept: Kept) -> int:
    program.wait_for("prompt")
    program.screen.write(kept.passphrase)
    program.screen.press("Return")
    return program.wait_for("session")
