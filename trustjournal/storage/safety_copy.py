"""The copy that is made of a journal before its database changes its shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from trustjournal.storage.checked_copy import copy_checked
from trustjournal.storage.migrations.runner import version_of


def copy_before_migrating(source: sqlite.Connection, path: Path, connect: Callable[[Path], sqlite.Connection]) -> Path:
    """Copy the database beside itself, under the same key, as ``before-<version>-<name>``; the path of the copy.

    Raises as `copy_checked` does, and leaves no copy then.
    """
    copy = path.with_name(f"before-{version_of(source):04}-{path.name}")
    copy_checked(source, copy, connect)
    return copy
