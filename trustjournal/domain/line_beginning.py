"""The signs a line begins with: of a quote, a heading, a list, a task."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trustjournal.domain.markup import LineKind, read_line

_BEGINNING = re.compile(
    r"(?P<quote>(?: {0,3}> ?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<heading>#{1,6}[ \t]+)|(?P<item>(?:[-+*]|\d{1,9}[.)])[ \t]+)(?P<box>\[[ xX]\](?:[ \t]+|$))?)?"
)


@dataclass(frozen=True, slots=True)
class LineBeginning:
    """What stands before the words of a line, piece by piece; every piece may be empty."""

    quote: str = ""
    indent: str = ""
    heading: str = ""
    item: str = ""
    """The bullet or the number of a list, with the space after it."""
    box: str = ""
    """The brackets of a task, with the space after them."""

    @property
    def signs(self) -> str:
        """All of it."""
        return self.quote + self.indent + self.heading + self.item + self.box

    @property
    def level(self) -> int:
        """Of a heading: 1 to 6; 0 for none."""
        return len(self.heading.rstrip())

    @property
    def number(self) -> int | None:
        """Of an item of a numbered list."""
        digits = self.item.strip()[:-1]
        return int(digits) if digits else None

    @property
    def is_ticked(self) -> bool:
        """Whether the task is done."""
        return self.box[1:2] in ("x", "X")

    def numbered(self, number: int) -> str:
        """The item with another number."""
        return f"{number}{self.item.lstrip('0123456789')}"


def line_beginning(text: str) -> LineBeginning:
    """The beginning of a line that is not fenced code."""
    found = _BEGINNING.match(text)
    if found is None or read_line(text).kind in (LineKind.RULE, LineKind.PICTURE):
        return LineBeginning()
    return LineBeginning(**{name: piece or "" for name, piece in found.groupdict().items()})
