"""A few whole lines of a text with a selection in them, and what a command makes of them.

A command that writes Markdown takes a passage and returns another; only where the two differ is the text changed.
Positions are characters of the passage. An editor that counts in UTF-16 units translates with `Utf16`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from trustjournal.domain.markup import NO_FENCE, Line, read_line


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole lines; the selection runs from `anchor` to `position`, where the caret is."""

    text: str = field(repr=False)
    anchor: int
    position: int
    fence: int = NO_FENCE
    """The fence of code that is open before the first line."""

    @property
    def start(self) -> int:
        """Where the selection begins."""
        return min(self.anchor, self.position)

    @property
    def end(self) -> int:
        """Where the selection ends."""
        return max(self.anchor, self.position)

    @property
    def is_caret(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.position

    def at(self, position: int) -> Passage:
        """The same lines with nothing but a caret in them."""
        return replace(self, anchor=position, position=position)

    def lines(self) -> Iterator[PassageLine]:
        """The lines, each with where it begins and what it is."""
        start, fence = 0, self.fence
        for text in self.text.split("\n"):
            line = read_line(text, fence)
            yield PassageLine(start, text, line, is_code=fence != NO_FENCE or line.fence != NO_FENCE)
            start, fence = start + len(text) + 1, line.fence


class PassageLine(NamedTuple):
    """One line of a passage."""

    start: int
    text: str
    line: Line
    is_code: bool
    """Whether it is fenced code, or its fence: there signs mean nothing."""


class Change(NamedTuple):
    """Something taken out of a passage at a place, and something put in."""

    at: int
    removed: int
    added: str
    pushes: bool = True
    """Whether a caret exactly there ends up behind what was put in."""


def changed(passage: Passage, changes: Sequence[Change]) -> Passage:
    """The passage after changes that do not overlap; the selection stays on the words it was on."""
    pieces, done = [], 0
    ordered = sorted(changes, key=lambda change: change.at)
    for change in ordered:
        pieces += [passage.text[done : change.at], change.added]
        done = change.at + change.removed
    pieces.append(passage.text[done:])

    def moved(place: int) -> int:
        new = place
        for change in ordered:
            if place >= change.at + change.removed and (change.removed or change.pushes or place > change.at):
                new += len(change.added) - change.removed
            elif place > change.at:
                new += len(change.added) - (place - change.at)
        return new

    return replace(passage, text="".join(pieces), anchor=moved(passage.anchor), position=moved(passage.position))


class Difference(NamedTuple):
    """What has to be put between two positions of a text to make another of it."""

    start: int
    end: int
    text: str


def difference(old: str, new: str) -> Difference:
    """The shortest piece in which two texts differ."""
    most = min(len(old), len(new))
    start = next((index for index in range(most) if old[index] != new[index]), most)
    most -= start
    same = next((count for count in range(most) if old[-1 - count] != new[-1 - count]), most)
    return Difference(start, len(old) - same, new[start : len(new) - same])


_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Translates between characters of a text and UTF-16 units, of which an emoji takes two."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._wide_units = [index + count for count, index in enumerate(self._wide)]

    def units(self, characters: int) -> int:
        """How many units so many characters take."""
        return characters + bisect_left(self._wide, characters)

    def characters(self, units: int) -> int:
        """How many characters so many units are."""
        return units - bisect_left(self._wide_units, units)
