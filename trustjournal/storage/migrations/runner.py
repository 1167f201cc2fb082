"""Takes the steps a database has not taken yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Final

from sqlcipher3 import dbapi2 as sqlite

from trustjournal.errors import JournalDamagedError, JournalTooNewError

_FILE_NAME: Final = re.compile(r"m([0-9]{4})_[a-z_]+\.sql")


@dataclass(frozen=True, slots=True)
class Step:
    """A script that brings a database to `version`; it has its own transaction and sets `user_version` in it."""

    version: int
    name: str
    script: str = field(repr=False)


def released_steps() -> tuple[Step, ...]:
    """Every step of this version of the program, in order."""
    found = [
        Step(int(match[1]), file.name, file.read_text(encoding="utf-8"))
        for file in files(__package__).iterdir()
        if (match := _FILE_NAME.fullmatch(file.name))
    ]
    return tuple(sorted(found, key=lambda step: step.version))


def pending_steps(version: int, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps after `version`.

    Raises JournalTooNewError for a version after the last step, JournalDamagedError for one that never was.
    """
    if version > steps[-1].version:
        raise JournalTooNewError("a newer version of the program wrote this database")
    if version and version not in {step.version for step in steps}:
        raise JournalDamagedError("the database is of a version that never was")
    return tuple(step for step in steps if step.version > version)


def take(connection: sqlite.Connection, steps: Sequence[Step]) -> None:
    """Run `steps` in order; one that fails leaves the database as the step before it left it."""
    for step in steps:
        try:
            connection.executescript(step.script)
        except sqlite.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def version_of(connection: sqlite.Connection) -> int:
    """The version of the last step the database took; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
