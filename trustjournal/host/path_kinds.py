"""Tells of a path what kind of place it is in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from trustjournal.domain.proof import PathKind

_PROGRAM = Path(__file__).resolve().parents[1]
_NOBODYS_ALONE = {Path("/"), Path("/usr"), Path("/usr/local")}
"""A Python here shares its place with all the system has."""


class PathKinds:
    """The kinds of places of one process."""

    def __init__(self, journal: Path, own: Iterable[Path]) -> None:
        """`journal` is the folder of the open journal, `own` those the program keeps for this computer."""
        pythons = {Path(sys.prefix), Path(sys.base_prefix)} - _NOBODYS_ALONE
        # The first that fits counts: a journal may lie within a folder of the program's own.
        self._places = [
            *_places([journal], PathKind.JOURNAL),
            *_places(own, PathKind.SETTINGS),
            *_places([Path("/dev/shm"), Path("/memfd")], PathKind.MEMORY),  # noqa: S108 - names to know them by
            *_places([_PROGRAM, *pythons], PathKind.PROGRAM),
            *_places(_system(), PathKind.SYSTEM),
        ]

    def of(self, path: str) -> PathKind:
        """The kind of an absolute path."""
        path = os.path.normcase(path)
        for place, kind in self._places:
            if path == place or path.startswith((place + os.sep, place + ":")):
                return kind
        return PathKind.ELSEWHERE


def _places(folders: Iterable[Path], kind: PathKind) -> list[tuple[str, PathKind]]:
    """Each folder as it is named, and as it is called with all links followed."""
    names = {os.path.normcase(name) for folder in folders for name in (folder, folder.resolve())}
    return [(os.fspath(name), kind) for name in sorted(names)]


if sys.platform == "win32":  # not tested

    def _system() -> list[Path]:
        return [Path(os.environ.get("SYSTEMROOT", "C:\\Windows"))]

else:

    def _system() -> list[Path]:
        names = "bin dev etc lib lib64 proc run sbin sys usr var Library System"
        return [Path("/", name) for name in names.split()]
