"""The control lines between the supervisor and a life: one JSON object a line, no words of a person, no Qt.

A life says what it did; the supervisor tells it what to do next. A line that is not understood is passed over, so
that a program replaced on disk while it runs does no harm.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

VERSION = 1
LONGEST_LINE = 4096


class Word(StrEnum):
    """Everything that can be said; first what a life says, then what the supervisor says."""

    PAINTED = "painted"
    """My window is on the screen and has drawn its first frame."""
    UNLOCKING = "unlocking"
    """Somebody types a passphrase, and a key may follow on the key pipe: start the session now."""
    BEHIND = "behind"
    """Another program has the keyboard: whoever comes after me must not take it."""
    LOCKING = "locking"
    """Everything is saved and the journal is closed (or its keys given up), my window is covered: start the prompt.
    `fact` is the order of a vault task it is to begin with, or empty."""
    FAILED = "failed"
    """I could not open the journal; `fact` is the name of the error's class."""
    QUIT = "quit"
    """The person closed the program; I am leaving."""

    SHOW = "show"
    """You may show your window; `fact` is `BEHIND` if it must not take the keyboard."""
    RAISE = "raise"
    """Somebody started the program a second time; `fact` is an activation token, or empty."""
    LEAVE = "leave"
    """The other life has painted, you are done."""
    END = "end"
    """The program is asked to end: save, close and leave."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a word, and a short fact for those that have one."""

    word: Word
    fact: str = ""


def encode(line: Line) -> bytes:
    """The line as bytes, its end included."""
    return json.dumps({"v": VERSION, "say": line.word.value, "fact": line.fact}).encode("ascii") + b"\n"


def decode(raw: bytes) -> Line | None:
    """The line, or None if it is not one."""
    try:
        facts = json.loads(raw)
        if facts["v"] == VERSION and isinstance(facts["fact"], str):
            return Line(Word(facts["say"]), facts["fact"])
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    return None


class LineBuffer:
    """Cuts what comes out of a pipe, in whatever pieces, into lines."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> Iterator[Line]:
        """The lines that are complete now. A line that never ends is dropped instead of growing for ever."""
        *whole, self._rest = (self._rest + piece).split(b"\n")
        if len(self._rest) > LONGEST_LINE:
            self._rest = b""
        for raw in whole:
            line = decode(raw)
            if line is not None:
                yield line


def send(descriptor: int, line: Line) -> bool:
    """Write a line to a pipe; False if nobody is there to read it any more."""
    with suppress(OSError):
        # Far below PIPE_BUF, so it goes whole or not at all.
        os.write(descriptor, encode(line))
        return True
    return False


def receive(descriptor: int, buffer: LineBuffer) -> tuple[Line, ...] | None:
    """Wait for the next piece and return its lines, perhaps none; None when the other side has gone."""
    try:
        piece = os.read(descriptor, LONGEST_LINE)
    except OSError:
        return None
    return tuple(buffer.feed(piece)) if piece else None
