"""Looking back: mood, trust and writing over time."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from trustjournal.domain.ids import PersonId
from trustjournal.domain.runs import MOOD_EVERY_DAYS, TRUST_EVERY_DAYS, cut_into_runs, first_day_of
from trustjournal.domain.timeline import Span, Timeline, TrustDot, TrustSeries
from trustjournal.storage.check_in_store import CheckInStore
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.person_store import PersonStore


class TimelineService:
    """Reads what a stretch of time holds; nothing is averaged, filled in or ranked."""

    def __init__(self, check_ins: CheckInStore, entries: EntryStore, people: PersonStore) -> None:
        self._check_ins = check_ins
        self._entries = entries
        self._people = people

    def timeline(self, span: Span, *, today: date, until: date | None = None) -> Timeline:
        """What a span shows that ends on `until` (today, unless somebody has moved back in time)."""
        last = min(until, today) if until is not None else today
        return self._between(first_day_of(span, last_day=last, first_ever=self._first_ever()), last)

    def recent(self, days: int = 60, *, today: date) -> Timeline:
        """The last `days` days with today."""
        return self._between(today - timedelta(days=days - 1), today)

    def _between(self, first: date, last: date) -> Timeline:
        moods = self._check_ins.moods_between(first, last)
        return Timeline(
            first_day=first,
            last_day=last,
            moods=cut_into_runs(moods, day_of=lambda dot: dot.moment.day, every_days=MOOD_EVERY_DAYS),
            trust=self._trust(first, last),
            writing=self._entries.writing_marks(first, last),
        )

    def _trust(self, first: date, last: date) -> tuple[TrustSeries, ...]:
        """A series for everybody who was rated in this time, archived or not, in the order people were added."""
        dots: dict[PersonId, list[TrustDot]] = defaultdict(list)
        not_sure: dict[PersonId, int] = defaultdict(int)
        for rating in self._check_ins.ratings_between(first, last):
            if rating.value is None:
                not_sure[rating.person] += 1
            else:
                dots[rating.person].append(TrustDot(rating.day, rating.value))
        return tuple(
            TrustSeries(
                person.id,
                person.name,
                cut_into_runs(dots[person.id], day_of=lambda dot: dot.day, every_days=TRUST_EVERY_DAYS),
                not_sure[person.id],
            )
            for person in self._people.all(archived=True)
            if person.id in dots or person.id in not_sure
        )

    def _first_ever(self) -> date | None:
        days = (self._check_ins.first_day(), self._entries.first_day())
        return min((day for day in days if day is not None), default=None)
