"""Shows where the words searched for stand in the original text, whatever accents and case it has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
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

_Span = tuple[int, int]


class Highlighter:
    """Made for one query, used for every hit of it: fifty hits should cost a few milliseconds."""

    def __init__(self, words: Sequence[SearchWord], shadows: Shadows) -> None:
        self._finders = [_Finder(word) for word in words]
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
            block = text[start:end]
            shadow = " " + self._shadows.in_place(block)
            found = [span for finder in self._finders if (span := finder.find(shadow, 0)) is not None]
            if found:
                return start + self._in_text(block, shadow, min(found))[0]
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

    def _spans(self, text: str) -> list[_Span]:
        """Beginning and end of each hit in `text`, in order, none inside another."""
        shadow = " " + self._shadows.in_place(text)
        found = []
        for finder in self._finders:
            span = finder.find(shadow, 0)
            while span is not None:
                found.append(self._in_text(text, shadow, span))
                span = finder.find(shadow, span[1])
        spans: list[_Span] = []
        for start, end in sorted(found):
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        return spans

    def _in_text(self, text: str, shadow: str, span: _Span) -> _Span:
        """The place in `text` of a place in its shadow, which begins with one space more."""
        start, end = span[0] - 1, span[1] - 1
        if len(shadow) == len(text) + 1 and self._shadows.in_place(text[start:end]) == shadow[span[0] : span[1]]:
            return start, end
        ends = list(accumulate(self._shadows.lengths(text)))
        first = bisect_right(ends, start)
        after = bisect_right(ends, end - 1) + 1
        while after < len(ends) and ends[after] == ends[after - 1]:
            after += 1  # accents that stand behind their letter
        return first, after


class _Finder:
    """Finds one word of a query in a shadow that begins with a space."""

    def __init__(self, word: SearchWord) -> None:
        is_open = word.is_prefix or len(word.tokens[-1]) == LONGEST_TOKEN
        self._beginning = " " + word.tokens[0]
        self._whole = re.compile(r"\s+".join(map(re.escape, word.tokens)) + (r"\S*" if is_open else r"(?!\S)"))

    def find(self, shadow: str, start: int) -> _Span | None:
        """The first place at or after `start` where the word stands."""
        # Searching for the plain beginning is many times faster than a regular expression with a boundary.
        while (place := shadow.find(self._beginning, start)) >= 0:
            match = self._whole.match(shadow, place + 1)
            if match is not None:
                return match.span()
            start = place + 1
        return None


def _after_space(text: str, start: int, most: int) -> int:
    """The first beginning of a word between `start` and `most`."""
    for place in range(start, most):
        if text[place].isspace():
            return place + 1
    return start


def _before_space(text: str, end: int, least: int) -> int:
    """The last end of a word between `least` and `end`."""
    for place in range(end, max(least, 0), -1):
        if text[place - 1].isspace():
            return place - 1
    return end
