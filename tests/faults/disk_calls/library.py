"""The library that stands between a process and its disk: how it is made, and how a process is started with it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from enum import IntFlag
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("disk_calls.c")


class Kinds(IntFlag):
    """Which calls may fail."""

    CHANGING = 1
    READING = 2


def compiled(folder: Path) -> Path:
    """The library, made in `folder`; skips where this system cannot have it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("what a program does to its disk is recorded on Linux only (LD_PRELOAD)")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler: power cuts and failing disks were not tried (on Debian and Ubuntu: gcc libc6-dev)")
    library = folder / "disk_calls.so"
    if any(character.isspace() or character == ":" for character in str(library)):
        pytest.skip("LD_PRELOAD takes no path with spaces or colons: set TMPDIR to one without")
    subprocess.run(
        [compiler, "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-O1", "-shared", "-fPIC",
         "-o", str(library), str(SOURCE), "-ldl"],
        check=True,
    )  # fmt: skip
    return library


def run_with(library: Path, root: Path, *command: str, log: Path | None = None) -> str:
    """Run a Python with the library over the files below `root`; what it prints. Raises if it fails."""
    surroundings = {
        **os.environ,
        "LD_PRELOAD": str(library),
        "TJ_DISK_ROOT": str(root.resolve()),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    if log is not None:
        surroundings["TJ_DISK_LOG"] = str(log)
    done = subprocess.run([sys.executable, *command], env=surroundings, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


class FailingDisk:
    """Lets calls of this process fail; the process was started by `run_with`."""

    def __init__(self, library: Path) -> None:
        self._library = ctypes.CDLL(str(library))
        self._library.disk_calls_fail.argtypes = (ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int)
        self._library.disk_calls_fail.restype = None
        self._library.disk_calls_seen.restype = ctypes.c_long

    def fail_at(self, call: int, error: int, *, always: bool, kinds: Kinds) -> None:
        """From now on the `call`-th call fails (the first is 1), and if `always` every one after it."""
        self._library.disk_calls_fail(call, error, int(always), int(kinds))

    def work_again(self) -> int:
        """Let every call pass; how many were made since `fail_at`."""
        seen = int(self._library.disk_calls_seen())
        self._library.disk_calls_fail(0, 0, 0, 0)
        return seen
