"""Earlier words of an entry: which are kept when others take their place, and which go again with time.

While somebody writes, the words of every tenth minute are kept, and those of the time before when they come back to
an entry later; and at once what a save would take away, if that is much. With time fewer are kept of what is long ago,
but always the oldest and the newest. Periods are counted from the beginning of 1970, so that what is kept at one time
is among what was kept before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from trustjournal.domain.ids import EntryId, VersionId

APART: Final = timedelta(minutes=10)
"""One sitting's versions are so far from each other."""
MUCH: Final = 200
"""Characters. A save that takes away more is never without a version."""
MUCH_OF_IT: Final = 3
"""Neither is one that takes away a third of all words, …"""
MUCH_OF_LITTLE: Final = 20
"""… unless that is less than so many characters."""

ALL_KEPT: Final = timedelta(days=1)
DAILY_KEPT: Final = timedelta(days=30)
WEEKLY_KEPT: Final = timedelta(days=364)
MOST_VERSIONS: Final = 300
"""Of one entry."""
MOST_BYTES: Final = 16_000_000
"""Of one entry, as they are stored; only the oldest and the newest may together be more."""

_DAY: Final = 86_400
_WEEK: Final = 7 * _DAY
_FOUR_WEEKS: Final = 4 * _WEEK
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """What a list shows of earlier words. `saved_at` is when they were stored."""

    id: VersionId
    saved_at: datetime
    words: int


@dataclass(frozen=True, slots=True)
class Version:
    """Earlier words of an entry."""

    id: VersionId
    entry: EntryId
    saved_at: datetime
    title: str = field(default="", repr=False)
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Stored:
    """What a version is when it is asked whether it stays: its time and how many bytes it takes."""

    saved_at: datetime
    size: int


def is_due(now: datetime, last: datetime) -> bool:
    """Whether it is time for a version again, when the last one was made (or the entry begun) at `last`.

    A clock that was put back makes one too: nobody should wait for a time to come again.
    """
    return abs(now - last) >= APART


def is_much(lost: int, old: str) -> bool:
    """Whether so many lost characters of `old` are much."""
    return lost > MUCH or (lost >= MUCH_OF_LITTLE and lost * MUCH_OF_IT >= len(old))


def lost_characters(old: str, new: str, elsewhere: str = "") -> int:
    """How many characters of the words of `old` are neither in `new` nor, if it is given, in a third text.

    Words are counted, not places: a paragraph that moved is not lost.
    """
    old, new = _where_they_differ(old, new)
    lines, others = Counter(old.split("\n")), Counter(new.split("\n"))
    gone = Counter(_WORD.findall("\n".join((lines - others).elements())))
    gone.subtract(_WORD.findall("\n".join((others - lines).elements())))
    lost = +gone
    if lost and elsewhere:
        lost.subtract(_WORD.findall(elsewhere))
    return sum(len(word) * times for word, times in lost.items() if times > 0)


def kept(versions: Sequence[Stored], now: datetime) -> tuple[int, ...]:
    """The places of those that stay, of all versions of an entry in the order they came.

    Where there are still too many of them, those go first that stand closest to their neighbours.
    """
    stay = sorted({*_last_of_their_time(versions, now), *range(len(versions))[:1], *range(len(versions))[-1:]})
    size = sum(versions[place].size for place in stay)
    while len(stay) > 2 and (len(stay) > MOST_VERSIONS or size > MOST_BYTES):
        going = min(range(1, len(stay) - 1), key=lambda at: _gap(versions, stay, at))
        size -= versions[stay.pop(going)].size
    return tuple(stay)


def _last_of_their_time(versions: Sequence[Stored], now: datetime) -> Iterator[int]:
    """The places of those after which none is of the same day, week or four weeks, whichever counts for their age."""
    seconds = [version.saved_at.timestamp() for version in versions]
    last = {period: {at // period: place for place, at in enumerate(seconds)} for period in (_DAY, _WEEK, _FOUR_WEEKS)}
    for place, version in enumerate(versions):
        age = now - version.saved_at
        period = _DAY if age < DAILY_KEPT else _WEEK if age < WEEKLY_KEPT else _FOUR_WEEKS
        if age < ALL_KEPT or last[period][seconds[place] // period] == place:
            yield place


def _gap(versions: Sequence[Stored], stay: Sequence[int], at: int) -> timedelta:
    """How far its neighbours would be from each other without it."""
    return abs(versions[stay[at + 1]].saved_at - versions[stay[at - 1]].saved_at)


def _where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Two texts without the whole words they begin and end with in common."""
    start = _common_start(old, new)
    start = max(old.rfind(" ", 0, start), old.rfind("\n", 0, start)) + 1
    old, new = old[start:], new[start:]
    end = _common_end(old, new)
    spaces = [place for sign in " \n" if (place := old.find(sign, len(old) - end)) >= 0]
    end = len(old) - min(spaces, default=len(old))
    return old[: len(old) - end], new[: len(new) - end]


def _common_start(old: str, new: str) -> int:
    """With slices, because letter by letter a long text takes half a second."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
