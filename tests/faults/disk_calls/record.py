"""What was recorded of a program's disk calls, in order."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

_HEAD = struct.Struct("<cIIqI")


class CallKind(Enum):
    """What a call did."""

    MADE = b"C"
    WRITTEN = b"W"
    CUT = b"T"
    SYNCED = b"S"
    UNLINKED = b"U"
    RENAMED = b"R"
    FOLDER_MADE = b"M"
    FOLDER_REMOVED = b"D"


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded. Paths are relative to the root ("" is the root); `offset` of CUT is the new length."""

    kind: CallKind
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = field(default=b"", repr=False)


def calls_in(log: Path, root: Path) -> Iterator[Call]:
    """The calls recorded in `log` for the files below `root`."""
    recorded = log.read_bytes()
    beginning = str(root.resolve())

    def relative(path: bytes) -> str:
        return path.decode().removeprefix(beginning).removeprefix("/")

    place = 0
    while place < len(recorded):
        kind, path_length, other_length, offset, length = _HEAD.unpack_from(recorded, place)
        parts = []
        place += _HEAD.size
        for size in (path_length, other_length, length):
            parts.append(recorded[place : place + size])
            place += size
        yield Call(CallKind(kind), relative(parts[0]), relative(parts[1]), offset, parts[2])
