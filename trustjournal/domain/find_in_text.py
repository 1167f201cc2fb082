"""Looks for words in one text: without accents and case unless these are asked for, as the search of the journal does.

Unlike that, it looks for exactly the letters and signs that were typed, also in the middle of a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from trustjournal.domain.folding import UNSPACED, Folding
from trustjournal.domain.passage import Utf16

_SAME_SIGNS = str.maketrans({
    "\u2018": "'",
    "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
})  # fmt: skip
"""Signs that keyboards have in one form and texts in others."""

_IN_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked for."""

    words: str = field(default="", repr=False)
    match_case: bool = False
    whole_words: bool = False


class FindableText:
    """A text made ready to be looked through many times. Hits are start and end in UTF-16 units."""

    def __init__(self, text: str, *, match_case: bool = False) -> None:
        self._text = text
        self.match_case = match_case
        self._folding = Folding(keeps_case=match_case)
        self._letters = _Letters(self._folding)
        self._folded = self._fold(text)
        self._places = Utf16(text)
        self._is_in_place = len(self._folded) == len(text)
        self._starts = [] if self._is_in_place else _line_starts(text)
        self._folded_starts = [] if self._is_in_place else _line_starts(self._folded)
        self._line = _FoldedLine(0, 0, 0, [])

    def hits(self, looking: Looking) -> list[tuple[int, int]]:
        """Where the words are, in order; none lies in another."""
        wanted = self._folding.of(looking.words).translate(_SAME_SIGNS)
        if not wanted:
            return []
        hits, done, units = [], 0, self._places.units
        for match in re.finditer(re.escape(wanted), self._folded):
            start, end = match.span() if self._is_in_place else self._in_text(*match.span())
            # Three points are found three times in an ellipsis.
            if start >= done and (not looking.whole_words or self._is_whole(start, end)):
                hits.append((units(start), units(end)))
                done = end
        return hits

    def _fold(self, text: str) -> str:
        if text.isascii():
            return text if self.match_case else text.lower()
        return text.translate(self._letters)

    def _in_text(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text of a place in the folded one; asked for from the beginning to the end."""
        if not self._line.folded_start <= start < self._line.folded_end:
            number = bisect_right(self._folded_starts, start) - 1
            self._line = self._read_line(number)
        line = self._line
        first = bisect_right(line.ends, start - line.folded_start)
        after = bisect_right(line.ends, end - line.folded_start - 1) + 1
        while after < len(line.ends) and line.ends[after] == line.ends[after - 1]:
            after += 1  # accents that stand behind their letter
        return line.start + first, line.start + after

    def _read_line(self, number: int) -> _FoldedLine:
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        ends = list(accumulate(map(len, map(self._letters.__getitem__, map(ord, self._text[start:end])))))
        folded_start = self._folded_starts[number]
        return _FoldedLine(start, folded_start, folded_start + (ends[-1] if ends else 0), ends)

    def _is_whole(self, start: int, end: int) -> bool:
        text = self._text
        runs_in = start > 0 and _runs_on(text[start - 1], text[start])
        return not runs_in and (end >= len(text) or not _runs_on(text[end - 1], text[end]))


def first_from(hits: Sequence[tuple[int, int]], place: int) -> int:
    """The number of the first hit that begins at a place or behind it; of the very first, where none does."""
    index = bisect_left(hits, (place, 0))
    return index if index < len(hits) else 0


class _Letters(dict[int, str]):
    """For `str.translate`: each character folded by itself. A line end stays one."""

    def __init__(self, folding: Folding) -> None:
        super().__init__()
        self._folding = folding

    def __missing__(self, code: int) -> str:
        found = self[code] = self._folding.of(chr(code)).translate(_SAME_SIGNS)
        return found


class _FoldedLine(NamedTuple):
    """Where a line begins in a text, and where in the folded one each of its characters ends."""

    start: int
    folded_start: int
    folded_end: int
    ends: list[int]


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _runs_on(before: str, after: str) -> bool:
    """Whether a word goes on between two characters."""
    if not (_IN_WORD.match(before) and _IN_WORD.match(after)):
        return False
    return not (UNSPACED.match(before) or UNSPACED.match(after))
