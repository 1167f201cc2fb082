"""Other programs of the same person cannot look into a process that holds keys, but while a dialog is open."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.host.another_process import HARDEN, ROOT, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux only")

NOBODY = 65534
PERSON = NOBODY if sys.platform == "linux" and os.geteuid() == 0 else None
"""Whose programs these are: root may read everything, so it does not try."""
NO_GROUPS: list[int] | None = [] if PERSON else None

AS_PERSON = f"import os\nif os.geteuid() == 0: os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
CLOSE = "hardening.close_memory()\n"


@contextmanager
def _process(code: str) -> Iterator[subprocess.Popen[str]]:
    """A process of the person's own that stops at each `wait()`."""
    wait = "def wait():\n    print('there', flush=True); input()\n"
    with subprocess.Popen(
        [sys.executable, "-c", HARDEN + AS_PERSON + wait + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield process
        process.kill()


def _come_to_next_wait(process: subprocess.Popen[str], *, is_first: bool = False) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    if not is_first:
        process.stdin.write("\n")
        process.stdin.flush()
    assert process.stdout.readline() == "there\n"


def _others_read(pid: int, name: str) -> bool:
    """Whether a program of the same person gets at /proc/PID/name; `root/` is what a portal has to open."""
    command = ["ls", "-d", f"/proc/{pid}/{name}"] if name.endswith("/") else ["cat", f"/proc/{pid}/{name}"]
    return (
        subprocess.run(command, user=PERSON, group=PERSON, extra_groups=NO_GROUPS, capture_output=True).returncode == 0
    )


@pytest.mark.parametrize("name", ["environ", "maps", "root/"])
def test_others_can_look_in_only_while_a_dialog_of_the_system_is_open(name: str) -> None:
    code = CLOSE + "wait()\nhardening.dialog_opens(); wait()\nhardening.dialog_closes(); wait()\n"
    with _process(code) as process:
        _come_to_next_wait(process, is_first=True)
        assert not _others_read(process.pid, name)
        _come_to_next_wait(process)
        assert _others_read(process.pid, name), "a portal would refuse to show a dialog"
        _come_to_next_wait(process)
        assert not _others_read(process.pid, name)


STATE = "def state(): print(dict(hardening.standings())['closed-memory'].value)\n"


def test_of_two_dialogs_the_last_closes_the_memory() -> None:
    code = (
        "hardening.dialog_opens(); state(); hardening.dialog_opens(); hardening.dialog_closes(); state()\n"
        "hardening.dialog_closes(); state()"
    )
    assert run(STATE + CLOSE + code).stdout.split() == ["off", "off", "on"]


def test_a_dialog_does_not_close_a_memory_that_was_not_to_be_closed_yet() -> None:
    code = "hardening.dialog_opens(); state(); hardening.dialog_closes(); state()"
    assert run(STATE + code).stdout.split() == ["off", "off"]


def test_a_memory_to_be_closed_while_a_dialog_is_open_is_closed_after_it() -> None:
    code = "hardening.dialog_opens(); hardening.close_memory(); state(); hardening.dialog_closes(); state()"
    assert run(STATE + code).stdout.split() == ["off", "on"]


def test_a_crash_leaves_nothing_while_a_dialog_is_open_either() -> None:
    code = "hardening.dialog_opens(); print(dict(hardening.standings())['no-crash-copy'].value)"
    assert run(CLOSE + code).stdout == "on\n"


def test_in_a_snap_the_memory_stays_open_and_says_why() -> None:
    assert (
        run(STATE + CLOSE + "state()", environment={"SNAP": os.path.dirname(sys.prefix)}).stdout
        == "not-possible-here\n"
    )


def test_a_terminal_that_is_a_snap_does_not_make_this_program_one() -> None:
    assert run(STATE + CLOSE + "state()", environment={"SNAP": "/snap/terminal/1"}).stdout == "on\n"


def test_what_the_process_starts_is_not_closed() -> None:
    code = (
        "import subprocess, sys; print(subprocess.run([sys.executable, '-c', "
        "'import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))'], capture_output=True, text=True).stdout)"
    )
    assert run(CLOSE + code).stdout.strip() == "1"
