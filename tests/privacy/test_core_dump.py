"""A process that crashes leaves nothing of what was written in it; the same crash without hardening shows it would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.memory import forms
from tests.journeys.screen import Screen, wait_until

if sys.platform == "linux":
    import resource

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="cores are a thing of Linux")

ROOT = Path(__file__).resolve().parents[2]
# Spelt in two pieces where it is passed on, so that no command line and no source in memory counts as a find.
FIRST, SECOND = "Obsidian-Heron", "Wheelbarrow"
CANARY = f"{FIRST}-{SECOND}"
COPIES = 100

HOLD = (
    "import os, signal, sys\nfrom PySide6.QtCore import QByteArray\n"
    f"text = '-'.join({[FIRST, SECOND]!r})\n"
    f"words = [text + str(number) for number in range({COPIES})]\n"
    "held = [QByteArray(word.encode('utf-16-le')) for word in words]\n"
)
HARDEN = "from trustjournal.host.hardening import harden_process; hardening = harden_process()\n"
CLOSE = "hardening.close_memory()\n"
CRASH = "os.kill(os.getpid(), signal.SIGSEGV)\n"


@pytest.fixture
def cores(tmp_path: Path) -> Path:
    """A folder in which a process that crashes leaves its core; skips where this computer keeps cores elsewhere."""
    pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="utf-8").strip()
    if pattern.startswith(("|", "/")):
        pytest.skip(f"cores do not go to the folder a program runs in here, but to {pattern!r}")
    if resource.getrlimit(resource.RLIMIT_CORE)[1] not in {resource.RLIM_INFINITY}:
        pytest.skip("cores are limited here already")
    folder = tmp_path / "cores"
    folder.mkdir()
    return folder


def _crash(code: str, folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", 'ulimit -c unlimited; exec "$0" -c "$1"', sys.executable, HOLD + code + CRASH],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == -signal.SIGSEGV, done.stderr


def _found(folder: Path) -> int:
    """How many copies of the canary lie in the files of `folder`."""
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return sum(content.count(form) for content in contents for form in forms(CANARY))


def _control(folder: Path) -> None:
    _crash("", folder)
    if not list(folder.iterdir()):
        pytest.skip("a crash leaves no core on this computer")
    assert _found(folder) >= 2 * COPIES, "this scan would not find what a core holds"
    _clear(folder)


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


@pytest.mark.parametrize(
    "hardening",
    [
        pytest.param(HARDEN, id="hardened"),
        pytest.param(HARDEN + CLOSE, id="with its memory closed"),
        pytest.param(HARDEN + CLOSE + "hardening.dialog_opens()\n", id="while a dialog of the system is open"),
    ],
)
def test_a_hardened_process_that_crashes_leaves_no_core(hardening: str, cores: Path) -> None:
    _control(cores)
    _crash(hardening, cores)
    assert list(cores.iterdir()) == []


LIMIT_LIFTED = "import resource; resource.setrlimit = lambda *_: None\n"
"""As where cores are piped to a program: the limit does not count."""
FILTER_LIFTED = "open('/proc/self/coredump_filter', 'w').write('33')\n"


def test_where_the_limit_does_not_count_a_core_holds_nothing(cores: Path) -> None:
    _control(cores)
    _crash(LIMIT_LIFTED + HARDEN, cores)
    assert _found(cores) == 0


def test_a_closed_memory_leaves_no_core_by_itself(cores: Path) -> None:
    _control(cores)
    _crash(LIMIT_LIFTED + HARDEN + FILTER_LIFTED, cores)
    assert _found(cores) >= 2 * COPIES, "something else has kept the core away"
    _clear(cores)
    _crash(LIMIT_LIFTED + HARDEN + FILTER_LIFTED + CLOSE, cores)
    assert list(cores.iterdir()) == []


def test_a_session_that_crashes_leaves_no_word_anywhere(screen: Screen, start: Start, kept: Kept, cores: Path) -> None:
    _control(cores)
    environment = ("env", "-C", str(cores), f"PYTHONPATH={ROOT}")
    program = start(before=("sh", "-c", 'ulimit -c unlimited; exec "$@"', "sh", *environment))
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    session = program.wait_for("session")
    assert Path("/proc", str(session), "cwd").resolve() == cores
    before = kept.database.stat().st_mtime_ns
    screen.press("ctrl+n")
    screen.write(CANARY)
    wait_until(lambda: kept.database.stat().st_mtime_ns != before, "the save")
    os.kill(session, signal.SIGSEGV)
    program.wait_for("prompt")
    screen.press("alt+F4")
    program.ends()
    assert list(cores.iterdir()) == []
    assert _found(kept.home) == 0
    assert [entry.text for entry in kept.entries()] == [CANARY]
