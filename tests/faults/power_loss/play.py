"""Records a journal's life once, then lets the power go at many moments of it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.disk_calls.library import run_with
from tests.faults.disk_calls.record import Call, CallKind, calls_in
from tests.faults.power_loss.disk import Disk, write_out
from tests.faults.power_loss.state import JOURNAL, SAID, Life, Way, said_in
from tests.faults.power_loss.verdict import verdict

_LATEST_TRIED, _OTHERS_TRIED = 6, 3
"""Of the ways in there ever were, how many of the last and how many others are tried after each power cut."""
_DECISIVE = frozenset({CallKind.SYNCED, CallKind.RENAMED, CallKind.UNLINKED, CallKind.MADE, CallKind.FOLDER_MADE})


@dataclass(frozen=True)
class Recording:
    """A journal's life, call by call, and the folder it happened in."""

    root: Path
    calls: tuple[Call, ...]


@dataclass
class Moment:
    """One place in the record: what was acknowledged, what was being done, and the disk."""

    place: int
    disk: Disk
    settled: Life | None
    next: Life | None


def recorded(library: Path, place: Path, *, rounds: int, known_bad: str | None = None) -> Recording:
    """Live a journal's life of `rounds` rounds below `place`."""
    root, log = place / "root", place / "log"
    root.mkdir(parents=True)
    words = [str(root.resolve()), str(rounds), *([known_bad] if known_bad else [])]
    run_with(library, root, "-m", "tests.faults.power_loss.life", *words, log=log)
    return Recording(root, tuple(calls_in(log, root)))


def moments(recording: Recording) -> Iterator[Moment]:
    """Every moment between two calls, in order."""
    disk, settled, next_ = Disk(), None, None
    for place, call in enumerate(recording.calls):
        yield Moment(place, disk, settled, next_)
        if call.path == SAID:
            for what, life in said_in(call.data):
                settled, next_ = (settled, life) if what == "about to" else (life, None)
        else:
            disk.take(call)
    yield Moment(len(recording.calls), disk, settled, next_)


def power_cuts(recording: Recording, place: Path, *, points: int, seed: int, anywhere: float = 0.5) -> Counter[str]:
    """What was wrong after each of `points` power cuts, spread over the whole record; `place` is used for each.

    The part `anywhere` of them are at any moment, the others beside calls that decide what lasts.
    """
    dice = random.Random(seed)
    cuts = _places(recording.calls, points, anywhere, dice)
    ever: dict[Way, None] = {}
    found: Counter[str] = Counter()
    for moment in moments(recording):
        for life in (moment.settled, moment.next):
            ever.update(dict.fromkeys(sorted(life.ways, key=repr)) if life is not None else {})
        for _ in range(cuts[moment.place]):
            _clear(place)
            write_out(moment.disk.after_power_cut(dice), place)
            earlier = list(ever)
            tried = {*earlier[-_LATEST_TRIED:], *dice.sample(earlier, min(_OTHERS_TRIED, len(earlier)))}
            found.update(verdict(place / JOURNAL, moment.settled, moment.next, tried))
    return found


def _clear(place: Path) -> None:
    """Leave no file below `place`, and no folder of the journal."""
    if (place / JOURNAL).exists():
        for path in (place / JOURNAL).iterdir():
            path.unlink()
        (place / JOURNAL).rmdir()


def _places(calls: tuple[Call, ...], points: int, anywhere: float, dice: random.Random) -> Counter[int]:
    decisive = [
        place + beside
        for place, call in enumerate(calls)
        if call.kind in _DECISIVE and call.path != SAID
        for beside in (0, 1)
    ]
    beside_them = points - round(points * anywhere)
    chosen = [decisive[number * len(decisive) // beside_them] for number in range(beside_them)]
    chosen += [dice.randrange(len(calls) + 1) for _ in range(points - beside_them)]
    return Counter(chosen)
