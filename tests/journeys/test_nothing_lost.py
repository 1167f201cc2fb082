"""Whatever ends the program, at most the last second of writing is gone; and earlier words are there the day after."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.memory import copies, forms
from tests.journeys.program import Program
from tests.journeys.screen import Screen, wait_until
from trustjournal.domain.place import Place

SENTENCE = "one two three four five six seven eight nine ten "
LONGEST_WAIT_SECONDS = 1.0
"""The sheet hands words over at least so often (`sheet.pane.LONGEST_WAIT_MS`)."""


def _unlock(program: Program, kept: Kept) -> int:
    program.wait_for("prompt")
    program.screen.write(kept.passphrase)
    program.screen.press("Return")
    return program.wait_for("session")


def _is_saved_since(before: int, kept: Kept) -> bool:
    """Whether something was saved, and nothing more for two seconds."""
    changed = kept.database.stat().st_mtime_ns
    return changed != before and time.time_ns() - changed > 2_000_000_000


def test_a_kill_in_the_middle_of_a_sentence_loses_at_most_the_last_second(
    screen: Screen, start: Start, kept: Kept
) -> None:
    program = start()
    session = _unlock(program, kept)
    screen.press("ctrl+n")
    started = time.monotonic()
    typed: list[tuple[float, str]] = []
    """When each word had been typed, from the beginning."""
    for number in range(60):
        word = f"word{number} "
        screen.write(word)
        typed.append((time.monotonic() - started, word))
    killed = time.monotonic() - started
    os.kill(session, signal.SIGKILL)
    program.wait_for("prompt")
    assert program.notice() == "SessionLostError"
    program.close()
    (entry,) = kept.entries()
    whole = "".join(word for _, word in typed)
    assert whole.startswith(entry.text)
    # What was typed earlier than the longest wait, the save and a slow machine's share of it, is there.
    safe = "".join(word for at, word in typed if at < killed - 2 * LONGEST_WAIT_SECONDS)
    assert len(entry.text) >= len(safe.rstrip())
    assert len(safe) > 0


def test_after_a_kill_the_next_unlocking_goes_on_where_the_words_end(screen: Screen, start: Start, kept: Kept) -> None:
    program = start()
    session = _unlock(program, kept)
    before = kept.database.stat().st_mtime_ns
    screen.press("ctrl+n")
    screen.write(SENTENCE)
    wait_until(lambda: _is_saved_since(before, kept), "a save")
    os.kill(session, signal.SIGKILL)
    session = _unlock(program, kept)
    wait_until(lambda: copies(session, forms("one two")), "the entry to be shown again")
    screen.press("ctrl+End")
    screen.write("and after")
    screen.press("alt+F4")
    assert program.ends() == 0
    (entry,) = kept.entries()
    assert entry.text.startswith("one two")
    assert entry.text.endswith("and after")


def test_edit_lock_unlock_the_caret_the_scrolling_and_the_history_are_there(
    screen: Screen, start: Start, kept: Kept, tmp_path: Path
) -> None:
    lines = [f"Line {number} of an entry that is longer than the window." for number in range(80)]
    with kept.open() as journal:
        entry = journal.writing.save(replace(journal.writing.blank(), text="\n".join(lines)))
        journal.choices.remember_places((Place("journal", str(entry.id), {"cursor": 0, "scroll": 0}),))
    program = start()
    _unlock(program, kept)
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "the entry")
    screen.press("ctrl+End")
    screen.write(" Typed.")
    screen.press("ctrl+z")  # typed and undone before any lock: undo reaches over autosave
    screen.write(" Kept.")
    screen.press("Up", "Up")
    screen.press("ctrl+l")
    program.wait_for("prompt")
    place = kept.last_place()  # at the prompt nobody has the journal open
    session = _unlock(program, kept)
    wait_until(lambda: copies(session, forms("Line 79")), "the entry to be shown again")
    screen.write("HERE")
    screen.press("alt+F4")
    assert program.ends() == 0
    with kept.open() as journal:
        stored = journal.writing.entry(entry.id)
        assert stored is not None
        (version,) = [journal.history.version(one.id) for one in journal.history.versions(entry.id)]
    assert place is not None
    scroll = place.view["scroll"]
    assert isinstance(scroll, int)
    assert scroll > 0
    assert stored.text.endswith("Kept.")
    assert "Typed." not in stored.text
    assert "HERE" in stored.text.split("\n")[77]
    assert version is not None
    assert version.text == "\n".join(lines)
