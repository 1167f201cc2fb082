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
from trustjournal.domain.deck import Deck, OwnPrompt
from trustjournal.domain.guide import OWN_UNIT
from trustjournal.domain.person import Role
from trustjournal.domain.place import Place

TYPED = "Quixotic-Pelican-Harp"
SEARCHED = "pelican"
TITLE = "Wistful-Armadillo-Kite"
OLD_TEXT = "Marzipan-Obelisk-Vapour"
PERSON = "Zenobia-Thistlewick"
TAG = "umbrella-paradox-nine"
DECK = "Saffron-Gondola-Fern"
OWN_PROMPT = "Why did Cobalt-Thimble-Quail wait?"
OWN_NOTE = "About Juniper-Anvil-Sail"
TYPED_PROMPT = "What would Tundra-Velvet-Spoon say"
PLANNED = "What was Basalt-Minuet-Crane afraid of?"
OWN_NUMBER = "0555 0142 0867"
WHOSE_NUMBER = "Perpetua-Hollyhock"
WHEN_TO_CALL = "After Ocarina-Drizzle-Wren"
IN_A_FILE = "Heliotrope-Lantern-Moss"
FILE_BYTES = 400_000


def plant(kept: Kept) -> dict[str, str]:
    """Put words into the journal that would be long to type from outside; every word to look for, by what it is."""
    with kept.open() as journal:
        person = journal.people.add(PERSON, Role.FRIEND)
        blank = journal.writing.blank()
        journal.writing.save(replace(blank, title=TITLE, text=OLD_TEXT, people=(person.id,), tags=(TAG,)))
        deck = journal.decks.save(Deck(DECK))
        assert deck.id is not None
        own = journal.decks.save_prompt(OwnPrompt(OWN_PROMPT, note=OWN_NOTE), deck.id)
        # Planned with other words than the prompt has by now.
        journal.asking_again.ask(own.prompt_id, PLANNED, OWN_UNIT, 30)
        journal.own_numbers.add(WHOSE_NUMBER, OWN_NUMBER, WHEN_TO_CALL)
    return {
        "typed text": TYPED,
        "search term": SEARCHED,
        "title": TITLE,
        "older text": OLD_TEXT,
        "person": PERSON,
        "tag": TAG,
        "attached file": IN_A_FILE,
        "deck": DECK,
        "own prompt": OWN_PROMPT,
        "note about an own prompt": OWN_NOTE,
        "prompt that is typed": TYPED_PROMPT,
        "planned prompt": PLANNED,
        "own number": OWN_NUMBER,
        "name of an own number": WHOSE_NUMBER,
        "note about an own number": WHEN_TO_CALL,
        "passphrase": kept.passphrase,
    }


def live_through(program: Program, kept: Kept) -> None:
    """Unlock, write, attach, search, ask, look at every page, lock, unlock, crash, come back and close."""
    screen = program.screen
    _unlock(program, kept)
    before = kept.database.stat().st_mtime_ns
    screen.press("ctrl+n")
    screen.write(f"{TYPED} once and again")
    wait_until(lambda: kept.database.stat().st_mtime_ns != before, "the save")
    _attach(program, kept)
    screen.press("ctrl+f")
    screen.write(SEARCHED)
    _ask(program, kept)
    screen.press("ctrl+1", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+comma", "ctrl+2", "F1", "ctrl+l")
    session = _unlock(program, kept)
    os.kill(session, signal.SIGSEGV)
    program.wait_for("prompt")
    assert program.notice() == "SessionLostError"
    screen.press("alt+F4")
    assert program.ends() == 0
    (entry,) = [entry for entry in kept.entries() if entry.text.startswith(TYPED)]
    with kept.open() as journal:
        kinds = [one.kind for one in journal.attaching.of_entry(entry.id)]
        prompts = [prompt.text for deck in journal.decks.all() for prompt in deck.prompts]
        places = journal.choices.last_places()
    assert kinds == [AttachmentKind.PHOTO, AttachmentKind.FILE]
    assert prompts == [OWN_PROMPT, TYPED_PROMPT], prompts
    assert places[0].page == "help", "F1 led elsewhere, or the session did not come back to it"
    assert Place("guide", OWN_UNIT) in [replace(place, view={}) for place in places]


def _ask(program: Program, kept: Kept) -> None:
    """Write a prompt into the deck that is there, on the guide's page."""
    screen = program.screen
    screen.press("ctrl+k")
    screen.write("prompt of your own")
    screen.press("Return")
    wait_until(lambda: screen.is_still(program.window(), kept.home.parent), "the form to have come")
    before = kept.database.stat().st_mtime_ns
    screen.write(TYPED_PROMPT)
    screen.press("Return")
    wait_until(lambda: kept.database.stat().st_mtime_ns != before, "the prompt to be kept")


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
