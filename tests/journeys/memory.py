"""Counts what stands in the memory of a process: every readable byte of it is looked at (Linux)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

STEP = 16 * 1024 * 1024


def forms(text: str) -> tuple[bytes, ...]:
    """How a text can stand in memory: as Python and SQLite keep it, and as Qt does."""
    return text.encode("utf-8"), text.encode("utf-16-le")


def copies(pid: int, wanted: Iterable[bytes]) -> int:
    """How many copies of any of `wanted` the process holds; skips the test where nobody but root could tell."""
    wanted = tuple(wanted)
    _skip_if_closed(pid)
    overlap = max(map(len, wanted)) - 1
    found = 0
    with Path("/proc", str(pid), "mem").open("rb", buffering=0) as memory:
        for start, end in _regions(pid):
            tail = b""
            while start < end:
                try:
                    memory.seek(start)
                    piece = memory.read(min(STEP, end - start))
                except (OSError, ValueError):
                    break  # pages of a device, or the kernel's own
                if not piece:
                    break
                block = tail + piece
                found += sum(block.count(form) for form in wanted)
                start += len(piece)
                # A copy that lies within the tail alone would be counted again.
                tail = block[-overlap:] if overlap else b""
    return found


def matches(pid: int, pattern: re.Pattern[bytes]) -> set[bytes]:
    """Everything in the memory of the process that fits a pattern; skips the test as `copies` does."""
    _skip_if_closed(pid)
    found: set[bytes] = set()
    with Path("/proc", str(pid), "mem").open("rb", buffering=0) as memory:
        for start, end in _regions(pid):
            try:
                memory.seek(start)
                found.update(pattern.findall(memory.read(end - start)))
            except (OSError, ValueError, OverflowError):
                continue  # pages of a device, or the kernel's own
    return found


def _regions(pid: int) -> list[tuple[int, int]]:
    lines = Path("/proc", str(pid), "maps").read_text(encoding="utf-8", errors="replace").splitlines()
    found = []
    for line in lines:
        span, rights, *_ = line.split()
        if rights.startswith("r") and "[v" not in line:
            start, end = (int(edge, 16) for edge in span.split("-"))
            found.append((start, end))
    return found


def _skip_if_closed(pid: int) -> None:
    """A life closes its memory to all programs of the same person, and so to these tests, unless root runs them."""
    try:
        Path("/proc", str(pid), "mem").open("rb").close()
    except PermissionError:
        pytest.skip("the memory of the process is closed, as it should be: only root can look for copies in it")
