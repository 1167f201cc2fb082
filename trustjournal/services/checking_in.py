"""Check-ins: how things are just now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.ids import CheckInId, PersonId
from trustjournal.domain.mood import Mood
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.storage.check_in_store import CheckInStore


class CheckInService:
    """Keeps check-ins; of each person one rating a day stands, the latest."""

    def __init__(self, store: CheckInStore, *, clock: Clock, announce: Announce) -> None:
        self._store = store
        self._clock = clock
        self._announce = announce

    def save(
        self,
        mood: Mood | None,
        words: Sequence[str],
        ratings: Mapping[PersonId, tuple[int | None, Basis | None]],
    ) -> CheckIn:
        """Keep a check-in of this moment; a rating of None is *not sure*. One with nothing in it is not kept."""
        moment = moment_now(self._clock)
        check_in = CheckIn(
            CheckInId(uuid4()),
            moment,
            mood,
            tuple(words),
            tuple(TrustRating(person, moment.day, value, basis) for person, (value, basis) in ratings.items()),
        )
        if mood is None and not words and not ratings:
            return check_in
        kept = self._store.save(check_in)
        self._announce(Changed.CHECK_INS)
        return kept

    def undo(self, id_: CheckInId) -> None:
        """Take a check-in back; the ratings it replaced stand again."""
        self._store.undo(id_)
        self._announce(Changed.CHECK_INS)

    def ratings_on(self, day: date) -> tuple[TrustRating, ...]:
        """The ratings that stand for a day."""
        return self._store.ratings_on(day)

    def own_words(self) -> tuple[str, ...]:
        """Feeling words of the person's own, those used last first."""
        return self._store.own_words()
