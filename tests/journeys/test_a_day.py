"""A journal is made, written in, locked, unlocked and read again, by keys pressed from outside the program."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.memory import copies, forms
from tests.journeys.program import Program
from tests.journeys.screen import Screen, wait_until

CANARY = "Kookaburra-Quandary"


def _unlock(program: Program, kept: Kept) -> int:
    program.wait_for("prompt")
    program.screen.write(kept.passphrase)
    program.screen.press("Return")
    return program.wait_for("session")


def _is_saved_since(before: int, kept: Kept) -> bool:
    """Whether something was saved, and nothing more for two seconds: on a slow machine typing comes in pieces."""
    changed = kept.database.stat().st_mtime_ns
    return changed != before and time.time_ns() - changed > 2_000_000_000


def _key_file(kept: Kept) -> bool:
    return (kept.folder / "vault.tjkeys").exists()


def test_create_write_lock_scan_unlock_and_read(screen: Screen, start: Start, home: Path, tmp_path: Path) -> None:
    """The first day: everything by keyboard, from the first start to the next morning."""
    kept = Kept(home, passphrase="plum harbour nine violins")
    program = start()
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    screen.write(kept.passphrase)
    screen.press("Return")
    wait_until(lambda: _key_file(kept), "the journal to be made")
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "the recovery code")
    screen.press("Tab", "space")  # later
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "whether others may see this computer")
    screen.press("space")  # maybe
    session = program.wait_for("session")
    screen.press("ctrl+n")
    screen.write(f"{CANARY} was here")
    wait_until(lambda: copies(session, forms(CANARY)), "the words to arrive")
    screen.press("ctrl+Left", "ctrl+l")
    prompt = program.wait_for("prompt")
    assert copies(prompt, forms(CANARY)) == 0
    screen.write(kept.passphrase)
    screen.press("Return")
    session = program.wait_for("session")
    wait_until(lambda: copies(session, forms(CANARY)), "the entry to be shown again")
    screen.write("still ")
    screen.press("alt+F4")
    assert program.ends() == 0
    (entry,) = kept.entries()
    assert entry.text == f"{CANARY} was still here"
    assert kept.database.stat().st_mode & 0o777 == 0o600
    assert kept.folder.stat().st_mode & 0o777 == 0o700
    assert "Traceback" not in program.output()
    assert CANARY not in program.output() + program.settings()


def test_words_typed_a_moment_before_locking_and_before_the_system_ends_the_program_are_kept(
    screen: Screen, start: Start, kept: Kept
) -> None:
    program = start()
    _unlock(program, kept)
    screen.press("ctrl+n")
    screen.write("one")
    screen.press("ctrl+l")
    _unlock(program, kept)
    screen.write(" two")
    program.terminate()
    assert program.ends() == 0
    assert [entry.text for entry in kept.entries()] == ["one two"]


def test_a_session_that_is_killed_keeps_what_was_saved_and_leads_back_to_the_prompt(
    screen: Screen, start: Start, kept: Kept
) -> None:
    program = start()
    session = _unlock(program, kept)
    before = kept.database.stat().st_mtime_ns
    screen.press("ctrl+n")
    screen.write("saved before")
    wait_until(lambda: _is_saved_since(before, kept), "the save")
    before = kept.database.stat().st_mtime_ns
    screen.write(" the storm")
    wait_until(lambda: _is_saved_since(before, kept), "the second save")
    program.kill(session)
    program.wait_for("prompt")
    assert program.notice() == "SessionLostError"
    _unlock(program, kept)
    screen.write(" and after")  # the entry is open, with the cursor where it was when it was first saved
    screen.press("alt+F4")
    assert program.ends() == 0
    (entry,) = kept.entries()
    assert sorted(entry.text.split()) == ["after", "and", "before", "saved", "storm", "the"]


def test_closing_the_prompt_ends_every_process(screen: Screen, start: Start, kept: Kept) -> None:
    program = start()
    program.wait_for("prompt")
    screen.write("not the passphrase")
    screen.press("Return")
    wait_until(lambda: "session" in program.tree().values(), "the session that waits for a key")
    screen.press("alt+F4")
    assert program.ends() == 0
    wait_until(lambda: not program.tree(), "every process to end")
    assert kept.entries() == []


def test_a_second_start_brings_the_first_window_to_the_front_and_ends(
    screen: Screen, start: Start, kept: Kept, home: Path, tmp_path: Path
) -> None:
    program = start()
    first = program.wait_for("prompt")
    with screen.something_else_in_front():
        second = start()
        assert second.exit_code() == 0
        wait_until(lambda: screen.focused() == first, "the first window to come to the front")
    assert len(screen.windows()) == 1
    screen.press("alt+F4")
    assert program.ends() == 0


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_the_program_with_everything_saved(screen: Screen, start: Start, kept: Kept, name: str) -> None:
    program = start()
    _unlock(program, kept)
    screen.press("ctrl+n")
    screen.write(name)
    program.terminate(name)
    assert program.ends() == 0
    assert [entry.text for entry in kept.entries()] == [name]


def test_words_that_cannot_be_stored_keep_the_window_covered_until_they_can(
    screen: Screen, start: Start, kept: Kept, tmp_path: Path
) -> None:
    program = start()
    session = _unlock(program, kept)
    screen.press("ctrl+n")
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "an empty page")
    _, most = resource.prlimit(session, resource.RLIMIT_FSIZE)
    resource.prlimit(session, resource.RLIMIT_FSIZE, (4096, most))
    screen.write(CANARY)
    screen.press("ctrl+l")
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "the cover that says why")
    assert list(program.tree().values()).count("session") == 1
    assert "prompt" not in program.tree().values()
    resource.prlimit(session, resource.RLIMIT_FSIZE, (most, most))
    screen.press("space")  # on “Try again”
    program.wait_for("prompt")
    screen.press("alt+F4")
    assert program.ends() == 0
    assert [entry.text for entry in kept.entries()] == [CANARY]
