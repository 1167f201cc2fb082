"""A check-in being made, and the same as one line of text: so that it is still there after a lock, for its own day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from trustjournal.domain.ids import PersonId
from trustjournal.domain.mood import Mood
from trustjournal.domain.trust import Basis

MOST_WORDS = 3
"""Feeling words one check-in takes: a few say more than many."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was given about one person: a number, or *not sure*, or nothing yet; and what it rests on."""

    value: int | None = None
    is_not_sure: bool = False
    basis: Basis | None = None

    @property
    def is_given(self) -> bool:
        """There is something to keep."""
        return self.value is not None or self.is_not_sure


NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class Draft:
    """A check-in being made. Nothing of it is asked for; one thing is enough."""

    mood: Mood | None = field(default=None, repr=False)
    words: tuple[str, ...] = field(default=(), repr=False)
    answers: Mapping[PersonId, Answer] = field(default_factory=dict, repr=False)

    @property
    def is_given(self) -> bool:
        """There is something to keep."""
        return self.mood is not None or bool(self.words) or any(answer.is_given for answer in self.answers.values())


EMPTY = Draft()


def as_text(draft: Draft, day: date) -> str:
    """The draft of a day as compact JSON. Private words: it belongs into the encrypted journal and nowhere else."""
    answers = {
        str(person): [answer.value, answer.is_not_sure, answer.basis]
        for person, answer in draft.answers.items()
        if answer.is_given
    }
    mood = None if draft.mood is None else [draft.mood.pleasantness, draft.mood.energy]
    kept = {"day": day.isoformat(), "mood": mood, "words": draft.words, "answers": answers}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_text(text: object, day: date) -> Draft:
    """What `as_text` wrote on this day; nothing where it is of another day, or of another version's making."""
    try:
        kept = json.loads(text) if isinstance(text, str) else None
        if not isinstance(kept, dict) or kept["day"] != day.isoformat():
            return EMPTY
        return Draft(
            mood=None if kept["mood"] is None else _mood(*kept["mood"]),
            words=tuple(str(word) for word in kept["words"])[:MOST_WORDS],
            answers={PersonId(UUID(person)): _answer(*answer) for person, answer in kept["answers"].items()},
        )
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return EMPTY


def _mood(pleasantness: object, energy: object) -> Mood:
    return Mood(_whole(pleasantness), _whole(energy))


def _answer(value: object, is_not_sure: object, basis: object) -> Answer:
    number = None if value is None else _whole(value)
    if number is not None and not 0 <= number <= 10:
        raise ValueError("a rating goes from 0 to 10")
    return Answer(number, number is None and is_not_sure is True, None if basis is None else Basis(str(basis)))


def _whole(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError("not a whole number")
    return number
