"""What changed between two texts, to be read by a person: paragraph by paragraph, and word by word where they changed.

First the lines are compared, then the words of the lines that changed. Words that stand once in both texts hold the
comparison in its place (as “patience diff” does), so that long texts are quick; between them a text-book comparison
does the rest. Few words that stayed between many that changed are told as changed: islands are hard to read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum, auto
from itertools import groupby, pairwise
from typing import Final

_ONE_EACH: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of scripts that are written without spaces: each is compared by itself."""
_BETWEEN: Final = r"\s!-/:-@\[-`{-~“”„‚‘«»‹›…–—¿¡、。，！？：；（）「」『』"
_TOKEN: Final = re.compile(rf"[{_ONE_EACH}]|[^{_BETWEEN}{_ONE_EACH}]+(?:['’][^{_BETWEEN}{_ONE_EACH}]+)*|\s+|.")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS: Final = re.compile(r"\w+")
_MOST_COMPARED: Final = 40_000
"""Pairs the text-book comparison may look at; where there are more, and nothing holds, all is told as changed."""
_ISLAND_WORDS: Final = 2
"""More words that stayed are never told as changed."""


class Change(Enum):
    """What became of a stretch of text."""

    KEPT = auto()
    ADDED = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text, and what became of it."""

    change: Change
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A place in both texts: what stood there, and what stands there."""

    old: str
    new: str

    @property
    def is_change(self) -> bool:
        return self.old != self.new

    @property
    def size(self) -> int:
        return max(len(self.old), len(self.new))

    def __add__(self, other: _Piece) -> _Piece:
        return _Piece(self.old + other.old, self.new + other.new)


def difference(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches that make the new text (kept and added) and the old one (kept and removed), in reading order.

    Where something changed, what was removed comes before what was added; no two neighbours are of one kind.
    """
    pieces: list[_Piece] = []
    for lines in _compared(_LINE.findall(old), _LINE.findall(new)):
        if lines.is_change and lines.old and lines.new:
            tokens = _compared(_TOKEN.findall(lines.old), _TOKEN.findall(lines.new))
            pieces += _without_islands(_changes_joined(tokens))
        else:
            pieces.append(lines)
    stretches: list[Stretch] = []
    for piece in _changes_joined(pieces):
        if not piece.is_change:
            stretches.append(Stretch(Change.KEPT, piece.old))
            continue
        if piece.old:
            stretches.append(Stretch(Change.REMOVED, piece.old))
        if piece.new:
            stretches.append(Stretch(Change.ADDED, piece.new))
    return tuple(stretches)


def changed_range(old: str, new: str) -> tuple[int, int, int]:
    """The one place in which two texts differ: where it begins, where it ends in the old one, and where in the new."""
    start, most = 0, min(len(old), len(new))
    step = most
    while step:  # halves, because letter by letter a long text takes half a second
        if old[start : start + step] == new[start : start + step] and start + step <= most:
            start += step
        else:
            step //= 2
    end, most, step = 0, most - start, most - start
    while step:
        one, other = len(old) - end, len(new) - end
        if end + step <= most and old[one - step : one] == new[other - step : other]:
            end += step
        else:
            step //= 2
    return start, len(old) - end, len(new) - end


def _without_islands(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """What stayed between two changes is told as changed too, where it is little beside them."""
    tidy: list[_Piece] = []
    for piece in pieces:
        if piece.is_change and len(tidy) > 1 and tidy[-2].is_change and _is_island(tidy[-1], tidy[-2], piece):
            tidy[-2:] = [tidy[-2] + tidy[-1] + piece]
        else:
            tidy.append(piece)
    yield from tidy


def _is_island(stayed: _Piece, before: _Piece, after: _Piece) -> bool:
    text = stayed.old
    if "\n\n" in text:
        return False
    words = len(_WORDS.findall(text))
    return not words or (words <= _ISLAND_WORDS and stayed.size < min(before.size, after.size))


def _changes_joined(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """No two neighbours are both changes, or both none."""
    for _, alike in groupby(pieces, key=lambda piece: piece.is_change):
        together = list(alike)
        yield _Piece("".join(piece.old for piece in together), "".join(piece.new for piece in together))


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[_Piece]:
    """Two texts cut into parts, as pieces that are the same or changed, in turns."""
    at_old, at_new = 0, 0
    for start_old, start_new, length in (*_alike(old, new), (len(old), len(new), 0)):
        if start_old > at_old or start_new > at_new:
            yield _Piece("".join(old[at_old:start_old]), "".join(new[at_new:start_new]))
        if length:
            same = "".join(old[start_old : start_old + length])
            yield _Piece(same, same)
        at_old, at_new = start_old + length, start_new + length


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs of parts that are the same: where they begin in either text and how many they are, in order."""
    found: list[tuple[int, int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        first, last, other_first, other_last = waiting.pop()
        start = 0
        while (
            first + start < last and other_first + start < other_last and old[first + start] == new[other_first + start]
        ):
            start += 1
        found.append((first, other_first, start))
        first, other_first = first + start, other_first + start
        end = 0
        while (
            last - end > first and other_last - end > other_first and old[last - end - 1] == new[other_last - end - 1]
        ):
            end += 1
        last, other_last = last - end, other_last - end
        found.append((last, other_last, end))
        if first == last or other_first == other_last:
            continue
        holds = _holds(old[first:last], new[other_first:other_last])
        if holds:
            places = [(0, 0), *holds, (last - first, other_last - other_first)]
            for (here, there), (until, other_until) in pairwise(places):
                waiting.append((first + here, first + until, other_first + there, other_first + other_until))
        elif (last - first) * (other_last - other_first) <= _MOST_COMPARED:
            matcher = SequenceMatcher(None, old[first:last], new[other_first:other_last], autojunk=False)
            found += [(first + here, other_first + there, size) for here, there, size in matcher.get_matching_blocks()]
    return sorted(run for run in found if run[2])


def _holds(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest row of parts that stand once in both texts, and in the same order."""
    counts, others = Counter(old), Counter(new)
    where = {part: place for place, part in enumerate(new) if others[part] == 1}
    pairs = [
        (place, where[part]) for place, part in enumerate(old) if counts[part] == 1 and part in where and _tells(part)
    ]
    ends: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(pairs):
        at = bisect_left(ends, there)
        before.append(rows[at - 1] if at else -1)
        ends[at : at + 1] = [there]
        rows[at : at + 1] = [index]
    row, index = [], rows[-1] if rows else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def _tells(part: str) -> bool:
    """A sign or a space that stands once says little about where a text goes on."""
    return any(sign.isalnum() for sign in part[:8])
