"""A process that is shut in can work something out and do nothing else. Each door is tried in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux only")

SHUT_IN = (
    "from trustjournal.host.hardening.shut_in import shut_in; shut_in(memory_bytes=2_000_000_000, cpu_seconds=10)\n"
)
ONLY_THE_KERNEL = "from trustjournal.host.hardening import call_filter; call_filter.set_up()\n"
TELL = """
import os, signal, socket, subprocess
def tell(attempt):
    try:
        attempt()
    except BaseException as error:
        os.write(1, type(error).__name__.encode())
    else:
        os.write(1, b"done")
"""

DOORS = {
    "read a file": "os.open('/etc/hostname', os.O_RDONLY)",
    "make a file": "os.open(PATH, os.O_WRONLY | os.O_CREAT)",
    "delete a file": "os.unlink(PATH)",
    "rename a file": "os.rename(PATH, PATH + '2')",
    "make a folder": "os.mkdir(PATH + 'd')",
    "list a folder": "os.listdir('/')",
    "ask about a file": "os.stat(PATH)",
    "open a socket": "socket.socket(socket.AF_UNIX)",
    "make a pair of sockets": "socket.socketpair()",
    "make a pipe": "os.pipe()",
    "start a program": "os.execv('/bin/true', ['true'])",
    "make a process": "os.fork() or os._exit(0)",
    "end another process": "os.kill(os.getppid(), signal.SIGTERM)",
    "change a mode": "os.chmod(PATH, 0o644)",
}


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    return done.stdout


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("shut", [SHUT_IN, ONLY_THE_KERNEL], ids=["shut in", "only the kernel's filter"])
def test_every_door_is_closed(tmp_path: Path, door: str, shut: str) -> None:
    path = tmp_path / "file"
    path.touch()
    attempt = f"tell(lambda: {DOORS[door]})".replace("PATH", repr(str(path)))
    said = _run(TELL + shut + attempt)
    assert said in {"PermissionError", "WorkerRefusedError"}
    if shut == ONLY_THE_KERNEL:
        assert said == "PermissionError"
    assert list(tmp_path.iterdir()) == [path]


def test_the_doors_are_open_before(tmp_path: Path) -> None:
    for door in ("read a file", "open a socket", "make a pipe", "list a folder"):
        assert _run(TELL + f"tell(lambda: {DOORS[door]})") == "done"


def test_it_can_still_work_and_answer() -> None:
    work = "import zlib\n" + SHUT_IN + "import os; os.write(1, b'%d' % len(zlib.compress(bytes(30_000_000))))"
    assert int(_run(work)) > 0


def test_memory_and_time_have_an_end() -> None:
    small = SHUT_IN.replace("2_000_000_000", "300_000_000")
    assert _run(TELL + small + "tell(lambda: bytes(400_000_000))") == "MemoryError"
    short = SHUT_IN.replace("cpu_seconds=10", "cpu_seconds=1")
    assert _run(TELL + short + "tell(lambda: [None for _ in iter(int, 1)])") == ""


def test_it_opens_no_file_even_where_the_kernel_has_no_filter() -> None:
    code = "from trustjournal.host.hardening import call_filter\ncall_filter.is_known_here = lambda: False\n" + SHUT_IN
    assert _run(TELL + code + "tell(lambda: os.open('/etc/hostname', os.O_RDONLY))") == "WorkerRefusedError"
