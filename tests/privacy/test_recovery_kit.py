"""A recovery code that is shown, not printed and not saved: no trace of it outside the window, under strace."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.memory import matches
from tests.journeys.screen import Screen, wait_until
from tests.privacy.test_what_leaves_the_program import CALLS, look_at_every_file
from trustjournal.domain import recovery_code
from trustjournal.errors import RecoveryCodeMistypedError

A_CODE = re.compile(rb"(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}")
PASSPHRASE = "walnut ferry eleven kites"


def _code_in(pid: int) -> str | None:
    for found in matches(pid, A_CODE):
        with suppress(RecoveryCodeMistypedError):
            recovery_code.read(found.decode("ascii"))
            return found.decode("ascii")
    return None


def test_a_kit_that_is_neither_printed_nor_saved_leaves_no_code_anywhere(
    screen: Screen, start: Start, home: Path, tmp_path: Path
) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("needs strace")
    log = tmp_path / "strace.log"
    kept = Kept(home, passphrase=PASSPHRASE)
    program = start(before=(strace, "-f", "-qq", "--seccomp-bpf", "-s", "65536", "-e", CALLS, "-o", str(log)))
    prompt = program.wait_for("prompt")
    for _ in range(2):
        screen.write(PASSPHRASE)
        screen.press("Return")
    wait_until(lambda: (kept.folder / "vault.tjkeys.bak").exists(), "the journal to be made")
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "the recovery code")
    code = wait_until(lambda: _code_in(prompt), "the code in the memory of the prompt")
    screen.press("shift+Tab", "space")  # save it as a file…
    wait_until(lambda: screen.focused() == prompt and len(screen.windows()) == 1, "the window")
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "the dialog of the system")
    screen.press("Escape")
    wait_until(lambda: screen.is_still(program.window(), tmp_path), "the dialog to go")
    screen.press("ctrl+l")  # the code was not confirmed
    wait_until(lambda: program.life("prompt") not in (None, prompt), "a prompt without keys")
    screen.press("alt+F4")
    assert program.ends() == 0
    words = {"code": code, "code without hyphens": code.replace("-", ""), "passphrase": PASSPHRASE}
    traced = log.read_bytes()
    assert kept.database.name.encode() in traced
    for what, word in words.items():
        assert word.encode() not in traced, f"the {what} left the program"
        assert "\\0".join(word).encode() not in traced, f"the {what} left the program as UTF-16"
    look_at_every_file([path for path in home.rglob("*") if path.is_file()], words)
