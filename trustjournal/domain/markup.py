"""Reads Markdown a line at a time, as an editor has to while somebody is writing it.

The rules are those of CommonMark and of GitHub's strikethrough and task lists, with what needs a look at other lines
left out: headings underlined on the next line, code by indentation, links whose target stands elsewhere, and pairs of
marks that open on one line and close on another. Only code between fences runs on, so a line is read with the fence
that is open before it, and says which is open after it.

Positions are characters of the line.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

NO_FENCE = 0
"""Outside of fenced code. Inside, a fence is how long its opening line is: backticks above zero, tildes below."""

LONGEST_STYLED = 20_000
"""Characters. Inside a longer line nothing is looked for: it would cost more than a key press may."""


class Style(Enum):
    """What a piece of a line is."""

    HEADING = auto()
    BOLD = auto()
    ITALIC = auto()
    STRIKE = auto()
    CODE = auto()
    LINK = auto()
    """The words of a link, or a bare address."""
    QUOTE = auto()
    DONE = auto()
    """The words of a ticked task."""
    MARKER = auto()
    """Signs that say how something looks and are not part of what is said."""
    CHECKBOX = auto()
    RULE = auto()


class LineKind(Enum):
    """What a line is as a whole."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    """Of a list."""
    RULE = auto()
    FENCE = auto()
    """The line that opens or closes fenced code."""
    CODE = auto()
    """A line of fenced code."""
    PICTURE = auto()
    """Nothing but one of the journal's own pictures."""


class Span(NamedTuple):
    """A piece of a line. Where two overlap, the later one goes on top."""

    style: Style
    start: int
    end: int


class Link(NamedTuple):
    """A link with everything that belongs to it, and where it points."""

    start: int
    end: int
    target: str


class Checkbox(NamedTuple):
    """The brackets of a task."""

    start: int
    end: int
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of Markdown is."""

    kind: LineKind = LineKind.TEXT
    spans: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    level: int = 0
    """Of a heading: 1 to 6."""
    is_quote: bool = False
    checkbox: Checkbox | None = None
    picture: str = ""
    """The id of the picture that stands in place of the line."""
    fence: int = NO_FENCE
    """The fence that is open after the line."""


_PLAIN = Line()

# A line with none of the three is read without further ado: nine lines of ten in a journal.
_SIGN = re.compile(r"[*_~`\[<#>\\]")
_ITEM_OR_RULE = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)|[ \t]*---")
_ADDRESS = "://"

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$)")
_CHECKBOX = re.compile(r"\[([ xX])\](?=[ \t])")
_PICTURE = re.compile(r"[ \t]*!\[[^\[\]]*\]\(tj:([0-9a-f]{32})\)[ \t]*$")
_INLINE = re.compile(
    r"(?=[\\`!\[<h*_~])(?:"  # passes over letters four times as fast
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<link>!?\[(?P<words>(?:[^\[\]\\]|\\.)*)\]"
    r"\([ \t]*(?P<target><[^<>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:[ \t]+\"[^\"]*\")?[ \t]*\))"
    r"|(?P<angled><(?:https?://|mailto:)[^\s<>]*>)"
    r"|(?P<bare>(?<![\w@/])https?://[^\s<>]+)"
    r"|(?P<run>\*+|_+|~+)"
    r"|`+)"  # ticks that enclose nothing, as a whole
)
_AFTER_ADDRESS = ".,:;!?\"'*_~)]”’»"


def read_line(text: str, fence: int = NO_FENCE) -> Line:
    """What a line is, with the fence that is open before it."""
    if fence != NO_FENCE:
        return _read_fenced(text, fence)
    if len(text) > LONGEST_STYLED:
        return _PLAIN
    if _SIGN.search(text) is None and _ITEM_OR_RULE.match(text) is None and _ADDRESS not in text:
        return _PLAIN
    if opening := _FENCE.match(text):
        marks = opening[1]
        return Line(LineKind.FENCE, _whole(Style.CODE, Style.MARKER, text), fence=len(marks) * _side(marks))
    if picture := _PICTURE.match(text):
        return Line(LineKind.PICTURE, (Span(Style.MARKER, 0, len(text)),), picture=picture[1])
    return _Reader(text).line()


def _read_fenced(text: str, fence: int) -> Line:
    closing = _FENCE.match(text)
    if closing and len(closing[1]) * _side(closing[1]) * _side_of(fence) >= abs(fence) and text.strip() == closing[1]:
        return Line(LineKind.FENCE, _whole(Style.CODE, Style.MARKER, text))
    return Line(LineKind.CODE, (Span(Style.CODE, 0, len(text)),), fence=fence)


def _whole(first: Style, second: Style, text: str) -> tuple[Span, ...]:
    return Span(first, 0, len(text)), Span(second, 0, len(text))


def _side(marks: str) -> int:
    return 1 if marks[0] == "`" else -1


def _side_of(fence: int) -> int:
    return 1 if fence > 0 else -1


@dataclass(slots=True)
class _Run:
    """Marks of one kind side by side, of which some may be used up as pairs."""

    mark: str
    start: int
    end: int
    can_open: bool
    can_close: bool
    length: int = field(init=False)
    """With those used up."""

    def __post_init__(self) -> None:
        self.length = self.end - self.start

    def fits(self, closing: _Run) -> bool:
        """Whether this one opens what the other closes."""
        if self.mark != closing.mark:
            return False
        if self.mark == "~":
            return self.length == closing.length
        # CommonMark, "Emphasis and strong emphasis", rules 9 and 10: `*foo**bar*` is one pair with two marks in it.
        is_odd = (self.can_close or closing.can_open) and (self.length + closing.length) % 3 == 0
        return not is_odd or (self.length % 3 == 0 and closing.length % 3 == 0)


class _Reader:
    """Reads one line that is not in fenced code."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._below: list[Span] = []
        self._markers: list[Span] = []
        self._links: list[Link] = []

    def line(self) -> Line:
        text, at, kind, level = self._text, 0, LineKind.TEXT, 0
        checkbox = None
        if quote := _QUOTE.match(text):
            at = quote.end()
            self._below.append(Span(Style.QUOTE, 0, len(text)))
            self._mark(0, at)
        if _RULE.match(text, at):
            kind = LineKind.RULE
            self._below.append(Span(Style.RULE, at, len(text)))
            at = len(text)
        elif heading := _HEADING.match(text, at):
            kind, level = LineKind.HEADING, len(heading[1])
            self._below.append(Span(Style.HEADING, at, len(text)))
            self._mark(at, heading.end())
            at = heading.end()
        elif item := _ITEM.match(text, at):
            kind = LineKind.ITEM
            self._mark(at, item.end())
            at = item.end()
            if box := _CHECKBOX.match(text, at):
                checkbox = Checkbox(at, box.end(), box[1] != " ")
                at = box.end()
                if checkbox.is_ticked:
                    self._below.append(Span(Style.DONE, at, len(text)))
        self._read_inside(at, len(text))
        if checkbox is not None:
            self._markers.append(Span(Style.CHECKBOX, checkbox.start, checkbox.end))
        return Line(
            kind, (*self._below, *self._markers), tuple(self._links), level, quote is not None, checkbox=checkbox
        )

    def _read_inside(self, start: int, end: int) -> None:
        runs = []
        for found in _INLINE.finditer(self._text, start, end):
            match found.lastgroup:
                case "escape":
                    self._mark(found.start(), found.start() + 1)
                case "code":
                    ticks = len(found["ticks"])
                    self._below.append(Span(Style.CODE, found.start() + ticks, found.end() - ticks))
                    self._mark(found.start(), found.start() + ticks)
                    self._mark(found.end() - ticks, found.end())
                case "link":
                    self._add_link(found)
                case "angled":
                    self._links.append(Link(found.start(), found.end(), found[0][1:-1]))
                    self._below.append(Span(Style.LINK, found.start() + 1, found.end() - 1))
                    self._mark(found.start(), found.start() + 1)
                    self._mark(found.end() - 1, found.end())
                case "bare":
                    address = found[0].rstrip(_AFTER_ADDRESS)
                    self._links.append(Link(found.start(), found.start() + len(address), address))
                    self._below.append(Span(Style.LINK, found.start(), found.start() + len(address)))
                case "run":
                    runs.append(self._run(found.start(), found.end()))
                case _:
                    pass
        self._pair(runs)

    def _add_link(self, found: re.Match[str]) -> None:
        words_start, words_end = found.span("words")
        self._links.append(Link(found.start(), found.end(), found["target"].strip("<>")))
        self._below.append(Span(Style.LINK, words_start, words_end))
        self._mark(found.start(), words_start)
        self._mark(words_end, found.end())
        self._read_inside(words_start, words_end)

    def _run(self, start: int, end: int) -> _Run:
        """How a run may be used: CommonMark, "left-flanking" and "right-flanking delimiter run"."""
        text = self._text
        mark, before, after = text[start], text[start - 1 : start] or " ", text[end : end + 1] or " "
        is_left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
        is_right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
        if mark == "_":  # not inside a word: names of files have them
            can_open = is_left and (not is_right or _is_sign(before))
            can_close = is_right and (not is_left or _is_sign(after))
            return _Run(mark, start, end, can_open, can_close)
        if mark == "~" and end - start != 2:
            return _Run(mark, start, end, can_open=False, can_close=False)
        return _Run(mark, start, end, is_left, is_right)

    def _pair(self, runs: list[_Run]) -> None:
        opened: list[_Run] = []
        for run in runs:
            index = len(opened) - 1
            while run.can_close and run.start < run.end and index >= 0:
                opening = opened[index]
                if not opening.fits(run):
                    index -= 1
                    continue
                used = 2 if min(opening.end - opening.start, run.end - run.start) >= 2 else 1
                opening.end -= used
                self._add_pair(opening.mark, used, opening.end, run.start)
                run.start += used
                del opened[index + 1 :]
                if opening.start == opening.end:
                    opened.pop()
                    index -= 1
            if run.can_open and run.start < run.end:
                opened = [*opened[-_DEEPEST:], run]

    def _add_pair(self, mark: str, used: int, opening: int, closing: int) -> None:
        style = Style.STRIKE if mark == "~" else Style.BOLD if used == 2 else Style.ITALIC
        self._below.append(Span(style, opening + used, closing))
        self._mark(opening, opening + used)
        self._mark(closing, closing + used)

    def _mark(self, start: int, end: int) -> None:
        if start < end:
            self._markers.append(Span(Style.MARKER, start, end))


_DEEPEST = 50
"""So many marks may wait for their other half; a line of nothing but marks must not take for ever."""


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
