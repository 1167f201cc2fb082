"""The words of a document with their positions, a line at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument

from trustjournal.domain.markup import LONGEST_STYLED, LineKind, Style
from trustjournal.domain.spelling import utf16_positions, words_in
from trustjournal.ui.parts.editor.styler import read_block

_NO_PROSE_KINDS = frozenset({LineKind.FENCE, LineKind.CODE, LineKind.PICTURE, LineKind.RULE})
_NO_PROSE = frozenset({Style.CODE, Style.MARKER, Style.CHECKBOX, Style.RULE})
_AROUND = 200
"""Of a line too long to be read whole, so much more than what is asked for: no word is longer."""

_Key = tuple[str, int]
"""The text of a line, and the state of the one before it: whether code between fences goes on."""


class Place(NamedTuple):
    """A word, and from where to where it stands, in UTF-16 units."""

    start: int
    end: int
    word: str


class ReadLine(NamedTuple):
    """The words of a line, by their places in it, and where the line begins in the document."""

    at: int
    places: tuple[Place, ...]
    words: frozenset[str]

    def of(self, words: frozenset[str]) -> list[Place]:
        """The places of some words in the document."""
        if self.words.isdisjoint(words):
            return []
        return [Place(self.at + start, self.at + end, word) for start, end, word in self.places if word in words]


class Prose:
    """Reads the words of a document, and remembers those of the lines it read last."""

    def __init__(self) -> None:
        self._lines: dict[_Key, tuple[tuple[Place, ...], frozenset[str]]] = {}

    def between(self, document: QTextDocument, first: int, last: int, is_late: Callable[[], bool]) -> list[ReadLine]:
        """The lines between two positions. When it is late, raises TimeoutError; asked again, it goes on from there."""
        lines, seen, has_read = list[ReadLine](), dict[_Key, tuple[tuple[Place, ...], frozenset[str]]](), False
        block = document.findBlock(first)
        while block.isValid() and block.position() <= last:
            at, key = _key_of(block, first, last)
            if key not in self._lines:
                if has_read and is_late():
                    raise TimeoutError
                self._lines[key], has_read = _read(block, key[0]), True
            seen[key] = self._lines[key]
            lines.append(ReadLine(at, *seen[key]))
            block = block.next()
        self._lines = seen
        return lines

    def from_on(self, document: QTextDocument, first: int) -> Iterator[ReadLine]:
        """What is behind a position, to the end, and then everything from the top to the line of that position."""
        block = document.findBlock(first)
        for _line in range(document.blockCount() + 1):
            at, (text, _state) = _key_of(block, block.position(), block.position() + block.length())
            places, words = _read(block, text)
            yield ReadLine(at, tuple(place for place in places if at + place.start >= first), words)
            block, first = block.next(), 0
            if not block.isValid():
                block = document.begin()


def _key_of(block: QTextBlock, first: int, last: int) -> tuple[int, _Key]:
    """Where the text of a line begins that is to be read, and what its words follow from."""
    at, text, state = block.position(), block.text(), block.previous().userState()
    if block.length() > LONGEST_STYLED:
        begin, end = max(0, first - at - _AROUND), max(0, last - at + _AROUND)
        text = text.encode("utf-16-le", "surrogatepass")[2 * begin : 2 * end].decode("utf-16-le", "replace")
        at += begin
    return at, (text, state)


def _read(block: QTextBlock, text: str) -> tuple[tuple[Place, ...], frozenset[str]]:
    """The words of a line; `text` is a part of it, where it is too long to be read whole."""
    line = read_block(block)
    if line.kind in _NO_PROSE_KINDS:
        return (), frozenset()
    spans = line.spans if text == block.text() else ()
    words = words_in(text, [(span.start, span.end) for span in spans if span.style in _NO_PROSE])
    spots = zip(utf16_positions(text, words), words, strict=True)
    return tuple(Place(start, end, word.text) for (start, end), word in spots), frozenset(word.text for word in words)
