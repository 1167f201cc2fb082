"""Keeps check-ins with their moods, words and ratings."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Final
from uuid import UUID, uuid4

from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.ids import CheckInId, PersonId
from trustjournal.domain.moment import Moment
from trustjournal.domain.mood import FEELING_WORDS, Mood
from trustjournal.domain.timeline import MoodDot
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.storage.database import Database, Row
from trustjournal.storage.moments import as_kept, from_columns, to_columns
from trustjournal.storage.records import CHECK_IN, TRUST_RATING, Records
from trustjournal.storage.texts import storable

OVERALL: Final = "overall"
"""The only facet so far."""
_OFFERED_WORDS: Final = frozenset(chain.from_iterable(FEELING_WORDS.values()))


class CheckInStore:
    """Check-ins; of one person and day one rating is kept, the latest."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def save(self, check_in: CheckIn) -> CheckIn:
        """Keep a new check-in, and return it as kept; its ratings replace those of the same person and day.

        One that is kept already is left as it is.
        """
        words = tuple(dict.fromkeys(word for word in (storable(word).strip() for word in check_in.words) if word))
        kept = CheckIn(check_in.id, as_kept(check_in.moment), check_in.mood, words, check_in.ratings)
        with self._db.transaction():
            if self._records.head(CHECK_IN, kept.id) is not None:
                return kept
            mood = kept.mood
            self._records.add(
                CHECK_IN,
                kept.id,
                {
                    **to_columns(kept.moment),
                    "pleasantness": None if mood is None else mood.pleasantness,
                    "energy": None if mood is None else mood.energy,
                    "words": words,
                },
            )
            for rating in kept.ratings:
                self._keep(rating, kept.id)
        return kept

    def undo(self, id_: CheckInId) -> None:
        """Take a check-in back; the ratings it replaced are kept again. Undoing twice does nothing."""
        with self._db.transaction():
            head = self._records.head(CHECK_IN, id_)
            if head is None or head.is_deleted:
                return
            self._records.bury(CHECK_IN, id_)
            for (rating,) in self._db.rows(
                "SELECT id FROM trust_rating WHERE check_in = ? ORDER BY n DESC", (id_.bytes,)
            ):
                self._take_back(rating)

    def ratings_on(self, day: date) -> tuple[TrustRating, ...]:
        """The kept ratings of a day."""
        return self.ratings_between(day, day)

    def ratings_between(self, first: date, last: date) -> tuple[TrustRating, ...]:
        """The kept ratings of the days between two, both included, oldest day first."""
        rows = self._db.rows(
            "SELECT person, day, value, basis FROM trust_rating"
            " WHERE deleted_at IS NULL AND facet = ? AND day BETWEEN ? AND ? ORDER BY day, n",
            (OVERALL, first.isoformat(), last.isoformat()),
        )
        return tuple(_rating(row) for row in rows)

    def moods_between(self, first: date, last: date) -> tuple[MoodDot, ...]:
        """The logged moods of the days between two, both included, oldest first."""
        rows = self._db.rows(
            "SELECT day, wall_time, zone, instant, pleasantness, energy FROM check_in"
            " WHERE deleted_at IS NULL AND pleasantness IS NOT NULL AND day BETWEEN ? AND ? ORDER BY day, wall_time, n",
            (first.isoformat(), last.isoformat()),
        )
        return tuple(MoodDot(from_columns(*row[:4]), row[4], row[5]) for row in rows)

    def latest_mood(self) -> tuple[Moment, Mood] | None:
        """The last logged mood and when it was."""
        row = self._db.row(
            "SELECT day, wall_time, zone, instant, pleasantness, energy FROM check_in"
            " WHERE deleted_at IS NULL AND pleasantness IS NOT NULL ORDER BY day DESC, wall_time DESC, n DESC LIMIT 1"
        )
        return None if row is None else (from_columns(*row[:4]), Mood(row[4], row[5]))

    def own_words(self) -> tuple[str, ...]:
        """Words that are not among the offered ones, those used last first."""
        rows = self._db.rows(
            "SELECT w.word FROM check_in_word w JOIN check_in c ON c.id = w.check_in WHERE c.deleted_at IS NULL"
            " GROUP BY w.word ORDER BY max(c.n) DESC, min(w.place)"
        )
        return tuple(row[0] for row in rows if row[0] not in _OFFERED_WORDS)

    def first_day(self) -> date | None:
        """The day of the first check-in."""
        row = self._db.row("SELECT day FROM check_in WHERE deleted_at IS NULL ORDER BY day LIMIT 1")
        return None if row is None else date.fromisoformat(row[0])

    def _keep(self, rating: TrustRating, check_in: CheckInId) -> None:
        day = rating.day.isoformat()
        replaced = self._db.row(
            "SELECT id FROM trust_rating WHERE person = ? AND day = ? AND facet = ? AND deleted_at IS NULL",
            (rating.person.bytes, day, OVERALL),
        )
        new = uuid4()
        if replaced is not None:
            # The old one steps aside first: only one may be kept at any moment.
            self._records.bury(TRUST_RATING, UUID(bytes=replaced[0]), {"replaced_by": new.bytes})
        self._records.add(
            TRUST_RATING,
            new,
            {
                "check_in": check_in.bytes,
                "person": rating.person.bytes,
                "day": day,
                "facet": OVERALL,
                "value": rating.value,
                "basis": None if rating.basis is None else rating.basis.value,
            },
        )

    def _take_back(self, rating: bytes) -> None:
        """Remove a rating from the chain of those that replaced one another."""
        row = self._db.row("SELECT deleted_at IS NULL, replaced_by FROM trust_rating WHERE id = ?", (rating,))
        if row is None:
            raise LookupError("no such rating")
        was_kept, successor = row
        before = self._db.row("SELECT id FROM trust_rating WHERE replaced_by = ?", (rating,))
        if was_kept:
            self._records.bury(TRUST_RATING, UUID(bytes=rating))
            if before is not None:
                self._records.revive(TRUST_RATING, UUID(bytes=before[0]), {"replaced_by": None})
        else:
            self._records.note(TRUST_RATING, UUID(bytes=rating), {"replaced_by": None})
            if before is not None:
                self._records.note(TRUST_RATING, UUID(bytes=before[0]), {"replaced_by": successor})


def _rating(row: Row) -> TrustRating:
    person, day, value, basis = row
    return TrustRating(
        PersonId(UUID(bytes=person)), date.fromisoformat(day), value, None if basis is None else Basis(basis)
    )
