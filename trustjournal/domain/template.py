"""Templates: the beginning of a page, with room left free for what is to be written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from trustjournal.domain.ids import TemplateId

LONGEST_TEMPLATE_NAME: Final = 100
"""Characters the name of a template may have."""

_EMPTY_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])(?: \[ \])? *")
_ENDS_OPEN: Final = re.compile(r"[^ ] $")
_HEADING: Final = re.compile(r"#{1,6} ")


@dataclass(frozen=True, slots=True)
class Template:
    """A page to begin from: a person's own, or one that ships with the program."""

    name: str = field(repr=False)
    title: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    id: TemplateId | None = None
    """None: it ships with the program."""
    slug: str = ""
    """What one that ships is called whatever the language."""

    @property
    def key(self) -> str:
        """By what it is found again."""
        return self.slug if self.id is None else str(self.id)

    @property
    def is_blank(self) -> bool:
        """Nothing is in it: a page begun from it is a blank one."""
        return not self.title.strip() and not self.text.strip()


def first_free_place(text: str) -> int:
    """Where somebody who begins from this text would write first: characters before it.

    That is the end of a list item that has no words yet, or of a line that ends in one space (two are a line break); or
    an empty line with room around it: another one over it, a heading under it, or nothing. Without one it is the end.
    """
    lines = text.split("\n")
    place = 0
    for number, line in enumerate(lines):
        if _EMPTY_ITEM.fullmatch(line) or _ENDS_OPEN.search(line):
            return place + len(line)
        if not line.strip():
            before = lines[number - 1] if number else ""
            after = lines[number + 1] if number + 1 < len(lines) else ""
            is_last = number + 1 == len(lines)
            if is_last or not before.strip() or _HEADING.match(after):
                return place
        place += len(line) + 1
    return len(text)
