"""Shows where the words searched for stand in the original text, whatever accents and case it has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from trustjournal.domain.entry import TextRun
from trustjournal.storage.search_query import SearchWord
from trustjournal.storage.shadow_text import LONGEST_TOKEN, Shadows

_BLOCK: Final = 512
_OVERLAP: Final = 64
_BEFORE: Final = 48
_SNIPPET: Final = 200
_TITLE: Final = 300


class Highlighter:
    """Made for one query, used for every hit of it."""

    def __init__(self, words: Sequence[SearchWord], shadows: Shadows) -> None:
        self._pattern = re.compile("|".join(_pattern(word) for word in words))
        self._shadows = shadows

    def title(self, title: str) -> tuple[TextRun, ...]:
        """A title with its hits."""
        return self._runs(title if len(title) <= _TITLE else title[:_TITLE] + "…")

    def snippet(self, text: str) -> tuple[TextRun, ...]:
        """The words around the first hit in `text`, in one line; its beginning where nothing is found."""
        hit = self._first_hit(text)
        start = 0 if hit <= _BEFORE else _after_space(text, hit - _BEFORE, hit)
        end = min(len(text), start + _SNIPPET)
        if end < len(text):
            end = _before_space(text, end, max(start, hit) + 1)
        line = " ".join(text[start:end].split())
        return self._runs(("…" if start else "") + line + ("…" if end < len(text) else ""))

    def _first_hit(self, text: str) -> int:
        """Where the first hit begins; 0 where there is none. Read in pieces, since most hits come early."""
        start = 0
        while start < len(text):
            end = min(len(text), start + _BLOCK)
            if end < len(text):
                end = _before_space(text, end, end - _OVERLAP)
            for found, _ in self._spans(text[start:end]):
                return start + found
            if end >= len(text):
                break
            start = end if text[end].isspace() else end - _OVERLAP
        return 0

    def _runs(self, text: str) -> tuple[TextRun, ...]:
        runs = []
        done = 0
        for start, end in self._spans(text):
            if start > done:
                runs.append(TextRun(text[done:start], is_hit=False))
            runs.append(TextRun(text[start:end], is_hit=True))
            done = end
        if done < len(text):
            runs.append(TextRun(text[done:], is_hit=False))
        return tuple(runs)

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Beginning and end of each hit, in characters of `text`."""
        shadow_of = self._shadows.of_characters
        pieces = [shadow_of[character] for character in text]
        folded = "".join(pieces)
        ends: list[int] = []
        for match in self._pattern.finditer(folded):
            ends = ends or list(accumulate(map(len, pieces)))
            start = bisect_right(ends, match.start())
            end = bisect_right(ends, match.end() - 1) + 1
            while end < len(pieces) and not pieces[end]:
                end += 1
            yield start, end


def _pattern(word: SearchWord) -> str:
    is_open = word.is_prefix or len(word.tokens[-1]) == LONGEST_TOKEN
    return r"(?<!\S)" + r"\s+".join(map(re.escape, word.tokens)) + (r"\S*" if is_open else r"(?!\S)")


def _after_space(text: str, start: int, most: int) -> int:
    """The first beginning of a word between `start` and `most`."""
    for place in range(start, most):
        if text[place].isspace():
            return place + 1
    return start


def _before_space(text: str, end: int, least: int) -> int:
    """The last end of a word between `least` and `end`."""
    for place in range(end, max(least, 0), -1):
        if text[place - 1 : place].isspace():
            return place - 1
    return end
