"""Where in a line something is bold, struck out, code or a link, with the signs that make it so."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from trustjournal.domain.line_beginning import line_beginning
from trustjournal.domain.markup import LineKind, Style
from trustjournal.domain.passage import Passage, PassageLine


class Format(Enum):
    """What words or lines can be, as far as a command makes them so."""

    BOLD = auto()
    ITALIC = auto()
    STRIKE = auto()
    CODE = auto()
    LINK = auto()
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    BULLETS = auto()
    NUMBERS = auto()
    BOXES = auto()
    QUOTE = auto()


INLINE = {
    Format.BOLD: (Style.BOLD, "**"),
    Format.ITALIC: (Style.ITALIC, "*"),
    Format.STRIKE: (Style.STRIKE, "~~"),
    Format.CODE: (Style.CODE, "`"),
}
"""What stands between two signs: how it is read, and which signs are written."""


class Marked(NamedTuple):
    """Words between two signs; positions of the passage. The signs are around `start` and `end`."""

    outer_start: int
    start: int
    end: int
    outer_end: int


def marked(line: PassageLine, style: Style) -> list[Marked]:
    """Every place of a line with this style."""
    if line.is_code:
        return []
    found = []
    for span in line.line.spans:
        if span.style is style:
            width = _ticks(line.text, span.start) if style is Style.CODE else 1 if style is Style.ITALIC else 2
            start, end = line.start + span.start, line.start + span.end
            found.append(Marked(start - width, start, end, end + width))
    return sorted(found)


class Words(NamedTuple):
    """The selected words of one line, without its signs at the beginning and the spaces around them."""

    line: PassageLine
    start: int
    end: int


def selected_words(passage: Passage) -> list[Words]:
    """The words of each line the selection reaches; none for lines in which signs mean nothing."""
    found = []
    for line in passage.lines():
        if line.is_code or line.line.kind in (LineKind.RULE, LineKind.PICTURE):
            continue
        start = max(passage.start, line.start + len(line_beginning(line.text).signs))
        end = min(passage.end, line.start + len(line.text))
        words = passage.text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            found.append(Words(line, start, start + len(words.strip())))
    return found


def _ticks(text: str, end: int) -> int:
    return len(text[:end]) - len(text[:end].rstrip("`"))
