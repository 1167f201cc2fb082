"""Writes entries as one Markdown text: a heading, a line about each, and the text just as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from trustjournal.domain.attachment import pictures_in
from trustjournal.domain.markup import NO_FENCE, read_line
from trustjournal.domain.paper import MarkdownEntry

_BETWEEN: Final = "\n---\n\n"
_MEANT: Final = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`|~(?=~)|\[|<(?=[A-Za-z/!?])|&(?=#?\w+;)"
)
"""Where a sign among plain words would be taken for a sign of Markdown."""
_CLOSING: Final = re.compile(r"(?:^|(?<=\s))#(?=#*$)")
"""At the end of a heading these would be left out."""
_LINE_BEGINNING: Final = re.compile(r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[#>+\-=~*_]))")
"""Where a line of plain words would be taken for a heading, a quotation or an item of a list."""


def markdown_file(entries: Iterable[MarkdownEntry]) -> Iterator[str]:
    """The text of a file, one piece for each entry, in their order."""
    between = ""
    for entry in entries:
        yield between + entry_markdown(entry)
        between = _BETWEEN


def entry_markdown(entry: MarkdownEntry) -> str:
    """One entry, with a line end after it."""
    heading = _CLOSING.sub(r"\\#", _plain(entry.heading))
    parts = [f"# {heading}", _line(" · ".join(entry.about))]
    if entry.prompt:
        parts.append(f"> {_line(entry.prompt)}")
    parts.append(_whole(_without_photos(entry.text, entry.photo)))
    return "\n\n".join(part for part in parts if part).rstrip("\n") + "\n"


def _plain(words: str) -> str:
    """Plain words on one line, so that they are read as they are."""
    return _MEANT.sub(r"\\\g<0>", " ".join(words.split()))


def _line(words: str) -> str:
    return _LINE_BEGINNING.sub(r"\1\\", _plain(words))


def _without_photos(text: str, photo: str) -> str:
    """The text with the words about each photo in its place: its address leads nowhere outside the journal."""
    pieces, end = [], 0
    for mark in pictures_in(text):
        pieces += [text[end : mark.start], f"({photo}: {mark.words})" if mark.words.strip() else f"({photo})"]
        end = mark.end
    return "".join((*pieces, text[end:]))


def _whole(text: str) -> str:
    """The text, with an end to code that has none: the entries after it would be read as code too."""
    if "```" not in text and "~~~" not in text:
        return text
    fence = NO_FENCE
    for line in text.split("\n"):
        fence = read_line(line, fence).fence
    if fence == NO_FENCE:
        return text
    return text.rstrip("\n") + "\n" + ("`" if fence > NO_FENCE else "~") * abs(fence)
