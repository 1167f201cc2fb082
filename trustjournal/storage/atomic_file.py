"""Replaces a small file so that after any crash either the old or the new content is there, whole."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_PATIENCE_MS = (20, 50, 100, 200, 400)
"""Waits between tries where a cloud client or a virus scanner holds the file (seen on Windows only)."""


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` under a fixed temporary name beside `path`, sync it, rename it over `path`, sync the folder.

    A stale temporary file of an earlier crash is overwritten. Raises OSError; then `path` is as it was.
    """
    temporary = path.with_name(path.name + ".tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(temporary, flags, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            if sys.platform != "win32":
                os.fchmod(descriptor, 0o600)
            file.write(data)
            file.flush()
            sync(descriptor)
        _replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync(descriptor: int) -> None:
    """Have the disk keep what was written: `F_FULLFSYNC` on macOS, where `fsync` alone stops at the drive's cache."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_file(path: Path) -> None:
    """Have the disk keep a file that somebody else has written and closed, and its name."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in `folder` (Windows does so by itself)."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _replace(source: Path, target: Path) -> None:
    for wait_ms in _PATIENCE_MS if sys.platform == "win32" else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait_ms / 1000)
        else:
            return
    source.replace(target)
