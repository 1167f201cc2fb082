"""Shows where the words searched for stand in the original text, whatever accents and case it has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import accumulate
from typing import Final

from trustjournal.domain.entry import TextRun
from trustjournal.storage.search_query import SearchWord
from trustjournal.storage.shadow_text import LONGEST_TOKEN, Shadows

_RUN: Final = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]{1,32}")
_PHOTO: Final = re.compile(r"!\[([^\[\]\n]*)\]\(tj:[0-9a-f]{32}\)")
_BLOCK: Final = 2048
_OVERLAP: Final = 64
_BEFORE: Final = 48
_SNIPPET: Final = 200
_MOST_PLACES: Final = 3
_PLACE_BEFORE: Final = 20
_PLACE: Final = 64
"""Characters of each place, where several are shown."""
_TITLE: Final = 300

Span = tuple[int, int]
"""Beginning and end, in characters."""


class Highlighter:
    """Made for one query, used for every hit of it: fifty hits should cost a few milliseconds."""

    def __init__(self, words: Sequence[SearchWord], shadows: Shadows) -> None:
        self._finders = [_Finder(word) for word in words]
        self._shadows = shadows

    def title(self, title: str) -> tuple[TextRun, ...]:
        """A title with its hits."""
        return self._runs(title if len(title) <= _TITLE else title[:_TITLE] + "…")

    def snippet(self, text: str) -> tuple[TextRun, ...]:
        """The words around the hits in `text`, in one line; its beginning where nothing is found.

        Where hits are far apart up to three places are shown: the first of each word, then others. Of a photo of the
        journal only the words about it are there.
        """
        if "](tj:" in text:
            text = _PHOTO.sub(r"\1", text)
        places = self._places(text)
        if len(places) < 2:
            hit = places[0] if places else 0
            start = 0 if hit <= _BEFORE else _after_space(text, hit - _BEFORE, hit)
            return self._runs(_cut(text, start, hit, _SNIPPET))
        line, end = "", 0
        for number, hit in enumerate(places):
            start = 0 if hit <= _PLACE_BEFORE else max(end, _after_space(text, hit - _PLACE_BEFORE, hit))
            is_last = number == len(places) - 1
            piece, end = _piece(text, start, hit, _PLACE)
            line += ("… " if number and start else "…" if start else "") + piece
            line += "…" if is_last and end < len(text) else " "
        return self._runs(line.rstrip())

    def spans(self, text: str) -> list[Span]:
        """Beginning and end of each hit in `text`, in order, none inside another."""
        shadowed = _Shadowed(text, self._shadows)
        spans: list[Span] = []
        found = [finder.all_in(shadowed.shadow) for finder in self._finders]
        for span in found[0] if len(found) == 1 else merge(*found):
            start, end = shadowed.in_text(span)
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        return spans

    def _places(self, text: str) -> list[int]:
        """Where hits begin that are far enough apart to be shown as places of their own, in order."""
        firsts: dict[int, int] = {}
        others: list[int] = []
        for start, block in _blocks(text):
            if len(firsts) == len(self._finders):
                break  # every word has been seen, and what was near them too
            shadowed = _Shadowed(block, self._shadows)
            for number, finder in enumerate(self._finders):
                for found, span in enumerate(finder.all_in(shadowed.shadow)):
                    if found >= _MOST_PLACES:
                        break
                    place = start + shadowed.in_text(span)[0]
                    if firsts.setdefault(number, place) != place:
                        others.append(place)
        chosen: list[int] = []
        for place in (*sorted(firsts.values()), *sorted(others)):
            if all(place < one - _PLACE or place > one + _PLACE - _PLACE_BEFORE for one in chosen):
                chosen.append(place)
                if len(chosen) == _MOST_PLACES:
                    break
        return sorted(chosen)

    def _runs(self, text: str) -> tuple[TextRun, ...]:
        runs = []
        done = 0
        for start, end in self.spans(text):
            if start > done:
                runs.append(TextRun(text[done:start], is_hit=False))
            runs.append(TextRun(text[start:end], is_hit=True))
            done = end
        if done < len(text):
            runs.append(TextRun(text[done:], is_hit=False))
        return tuple(runs)


class _Shadowed:
    """A text and its shadow, which begins with one space more.

    The shadow is made run by run: a run of ASCII is as long as its shadow and many times quicker to make, and of the
    others only the one a hit is in has to be gone through character by character.
    """

    def __init__(self, text: str, shadows: Shadows) -> None:
        self._text = text
        self._shadows = shadows
        self._is_ascii = text.isascii()
        if self._is_ascii:
            self.shadow = " " + shadows.in_place(text)
            return
        self._runs = [match.group() for match in _RUN.finditer(text)]
        made = [shadows.in_place(run) for run in self._runs]
        self._starts = [0, *accumulate(map(len, self._runs))]
        self._shadow_starts = [0, *accumulate(map(len, made))]
        self.shadow = " " + "".join(made)

    def in_text(self, span: Span) -> Span:
        """The place in the text of a place in its shadow."""
        if self._is_ascii:
            return span[0] - 1, span[1] - 1
        first, after = self._character_at(span[0] - 1), self._character_at(span[1] - 2) + 1
        while after < len(self._text) and not self._shadows.in_place(self._text[after]):
            after += 1  # accents that stand behind their letter
        return first, after

    def _character_at(self, place: int) -> int:
        """Which character of the text has its shadow at a place."""
        number = bisect_right(self._shadow_starts, place, hi=len(self._runs)) - 1
        run, inside = self._runs[number], place - self._shadow_starts[number]
        if not run.isascii():
            inside = bisect_right([*accumulate(self._shadows.lengths(run))], inside)
        return self._starts[number] + inside


class _Finder:
    """Finds one word of a query in a shadow that begins with a space."""

    def __init__(self, word: SearchWord) -> None:
        is_open = word.is_prefix or len(word.tokens[-1]) == LONGEST_TOKEN
        self._beginning = " " + word.tokens[0]
        self._whole = re.compile(r"\s+".join(map(re.escape, word.tokens)) + (r"\S*" if is_open else r"(?!\S)"))

    def all_in(self, shadow: str) -> Iterator[Span]:
        """Every place where the word stands."""
        # Searching for the plain beginning is many times faster than a regular expression with a boundary.
        start = 0
        while (place := shadow.find(self._beginning, start)) >= 0:
            match = self._whole.match(shadow, place + 1)
            if match is not None:
                yield match.span()
            start = place + 1 if match is None else match.end()


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of a text and where they begin: most hits come early. A phrase over an edge is in the next piece."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _BLOCK)
        if end < len(text):
            end = _before_space(text, end, end - _OVERLAP)
        yield start, text[start:end]
        if end >= len(text):
            break
        start = end if text[end].isspace() else end - _OVERLAP


def _cut(text: str, start: int, hit: int, length: int) -> str:
    piece, end = _piece(text, start, hit, length)
    return ("…" if start else "") + piece + ("…" if end < len(text) else "")


def _piece(text: str, start: int, hit: int, length: int) -> tuple[str, int]:
    """So many characters from `start`, in one line and cut between words, and where they end."""
    end = min(len(text), start + length)
    if end < len(text):
        end = _before_space(text, end, max(start, hit) + 1)
    return " ".join(text[start:end].split()), end


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
