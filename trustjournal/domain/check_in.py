"""A short look at how things are: a mood, some words, and ratings of people."""

from __future__ import annotations

from dataclasses import dataclass, field

from trustjournal.domain.ids import CheckInId
from trustjournal.domain.moment import Moment
from trustjournal.domain.mood import Mood
from trustjournal.domain.trust import TrustRating


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in; several a day are fine, and of each person one rating a day is kept (the latest)."""

    id: CheckInId
    moment: Moment
    mood: Mood | None
    words: tuple[str, ...] = field(default=(), repr=False)
    ratings: tuple[TrustRating, ...] = ()
