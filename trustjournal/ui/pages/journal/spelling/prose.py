"""The words of a document with their positions, a line at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument

from trustjournal.domain.markup import LONGEST_STYLED, LineKind, Style
from trustjournal.domain.spelling import utf16_positions, words_in
from trustjournal.ui.parts.editor.styler import read_block

_NO_PROSE_KINDS = frozenset({LineKind.FENCE, LineKind.CODE, LineKind.PICTURE, LineKind.RULE})
_NO_PROSE = frozenset({Style.CODE, Style.MARKER, Style.CHECKBOX, Style.RULE})
_AROUND = 200
"""Of a line too long to be read whole, so much more than what is asked for: no word is longer."""

_Ranges = tuple[tuple[int, int], ...]


class Place(NamedTuple):
    """A word, and where it stands in the document, in UTF-16 units."""

    start: int
    end: int
    word: str


class Prose:
    """Reads the words of a document, and remembers those of the lines it read last."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, _Ranges], tuple[Place, ...]] = {}

    def between(self, document: QTextDocument, first: int, last: int) -> list[Place]:
        """The words that stand between two positions as a whole."""
        before, self._lines = self._lines, {}
        places: list[Place] = []
        block = document.findBlock(first)
        while block.isValid() and block.position() <= last:
            places += self._in_block(block, first, last, before)
            block = block.next()
        return [place for place in places if first <= place.start and place.end <= last]

    def from_on(self, document: QTextDocument, first: int) -> Iterator[list[Place]]:
        """The words from a position to the end, then those before it, a line at a time."""
        block = document.findBlock(first)
        for _line in range(document.blockCount() + 1):
            whole = self._in_block(block, block.position(), block.position() + block.length(), {})
            yield [place for place in whole if place.start >= first]
            block, first = block.next(), 0
            if not block.isValid():
                block = document.begin()

    def _in_block(
        self,
        block: QTextBlock,
        first: int,
        last: int,
        before: dict[tuple[str, _Ranges], tuple[Place, ...]],
    ) -> Iterator[Place]:
        at, text = block.position(), block.text()
        no_prose: _Ranges = ()
        if block.length() > LONGEST_STYLED:
            begin, end = max(0, first - at - _AROUND), max(0, last - at + _AROUND)
            text = text.encode("utf-16-le", "surrogatepass")[2 * begin : 2 * end].decode("utf-16-le", "replace")
            at += begin
        else:
            line = read_block(block)
            if line.kind in _NO_PROSE_KINDS:
                return
            no_prose = tuple((span.start, span.end) for span in line.spans if span.style in _NO_PROSE)
        key = (text, no_prose)
        places = before.get(key)
        if places is None:
            words = words_in(text, no_prose)
            spots = zip(utf16_positions(text, words), words, strict=True)
            places = tuple(Place(start, end, word.text) for (start, end), word in spots)
        self._lines[key] = places
        for place in places:
            yield Place(at + place.start, at + place.end, place.word)
