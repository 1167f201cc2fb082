"""A whole session under strace: no socket to any network, and no written word in any file or message."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.screen import Screen, wait_until

CANARY = "Quixotic-Pelican-Harp"
CALLS = "trace=%network,%file,write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range"


@pytest.fixture
def strace() -> str:
    path = shutil.which("strace")
    if path is None:
        pytest.skip("needs strace")
    return path


def test_a_session_reaches_no_network_and_leaves_no_word_anywhere(
    screen: Screen, start: Start, kept: Kept, strace: str, tmp_path: Path
) -> None:
    log = tmp_path / "strace.log"
    program = start(before=(strace, "-f", "-qq", "--seccomp-bpf", "-s", "65536", "-e", CALLS, "-o", str(log)))
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    program.wait_for("session")
    screen.press("ctrl+n")
    before = kept.database.stat().st_mtime_ns
    screen.write(f"{CANARY} once and again")
    wait_until(lambda: kept.database.stat().st_mtime_ns != before, "the save")
    screen.press("ctrl+f")
    screen.write("pelican")
    screen.press("ctrl+1", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+2", "ctrl+l")
    program.wait_for("prompt")
    screen.press("alt+F4")
    assert program.ends() == 0
    assert kept.entries()[0].text.startswith(CANARY)

    traced = log.read_bytes()
    sockets = re.findall(rb"socket\((\w+)", traced)
    assert set(sockets) == {b"AF_UNIX"}, "a socket that is not this computer's own"
    assert b"sin_addr" not in traced
    assert b"sin6_addr" not in traced
    for word in (CANARY, CANARY.lower(), "once and again", kept.passphrase):
        assert word.encode() not in traced, "a word left the program"
        assert "\\0".join(word).encode() not in traced, "a word left the program as UTF-16"

    # The same log shows that it would have seen: the database was opened and written in, and settings were kept.
    assert kept.database.name.encode() in traced
    assert b"settings.json" in traced
    assert re.search(rb"pwrite64\(\d+, ", traced)


def test_nothing_the_program_leaves_behind_holds_a_word(screen: Screen, start: Start, kept: Kept) -> None:
    program = start()
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    program.wait_for("session")
    screen.press("ctrl+n")
    screen.write(CANARY)
    screen.press("ctrl+l")
    program.wait_for("prompt")
    screen.press("alt+F4")
    assert program.ends() == 0
    left = [path for path in kept.home.rglob("*") if path.is_file()]
    assert any(path == kept.database for path in left)
    for path in left:
        content = path.read_bytes()
        assert CANARY.encode() not in content, path.name
        assert CANARY.encode("utf-16-le") not in content, path.name
        assert kept.passphrase.encode() not in content, path.name
        assert path.stat().st_mode & 0o077 == 0 or path.name == "output", f"others can read {path.name}"
