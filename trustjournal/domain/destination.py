"""Somewhere a person can go by typing a piece of its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from trustjournal.domain.person import Role
from trustjournal.domain.place import Place

OF_EACH_KIND = 5


class DestinationKind(Enum):
    """What is there."""

    PERSON = auto()
    TAG = auto()
    PART = auto()
    EXERCISE = auto()
    ENTRY = auto()


@dataclass(frozen=True, slots=True)
class Destination:
    """One place, by its name; `day` is set for an entry, `role` for a person, `inside` for a part of something."""

    kind: DestinationKind
    name: str = field(repr=False)
    place: Place
    day: date | None = None
    role: Role | None = None
    inside: str = field(default="", repr=False)


def fit(name: str, typed: str) -> int | None:
    """How well a name fits what was typed, the best being 0; None where it does not.

    It fits where each word that was typed begins a word of the name (0, or 1 where it does not begin the whole name),
    or where all of it stands somewhere inside (2).
    """
    name, typed = name.casefold(), " ".join(typed.casefold().split())
    if not typed:
        return None
    if name.startswith(typed):
        return 0
    words = _words(name)
    if all(any(word.startswith(one) for word in words) for one in typed.split()):
        return 1
    return 2 if typed in name else None


def best(places: Iterable[Destination], typed: str) -> list[Destination]:
    """Those that fit, the best first, and only so many that other kinds are seen too."""
    fits = [(how, place) for place in places if (how := fit(place.name, typed)) is not None]
    fits.sort(key=lambda one: one[0])
    return [place for _, place in fits[:OF_EACH_KIND]]


def _words(name: str) -> Sequence[str]:
    return "".join(letter if letter.isalnum() else " " for letter in name).split()
