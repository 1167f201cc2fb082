"""What comes back from the journal: an entry by chance when asked, and one of this day if the person chose so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.ids import EntryId
from trustjournal.domain.memory import Memory, OnThisDay, days_to_remember
from trustjournal.services.choices import ChoiceService
from trustjournal.storage import calendar_rows, memory_rows
from trustjournal.storage.database import Database
from trustjournal.storage.entry_store import EntryStore

ChooseBelow = Callable[[int], int]
"""A number from 0 to below the one given, each as likely."""

_TRIES = 40
"""After so many that are to stay away, one is chosen among those that are not."""


class MemoryService:
    """Never brings back an entry the person marked as one that stays away."""

    def __init__(
        self,
        database: Database,
        entries: EntryStore,
        choices: ChoiceService,
        *,
        choose_below: ChooseBelow,
        announce: Announce,
    ) -> None:
        self._database = database
        self._entries = entries
        self._choices = choices
        self._choose_below = choose_below
        self._announce = announce

    def by_chance(self) -> EntryId | None:
        """Any entry, each as likely as every other; None where there is none that may come back."""
        days = calendar_rows.written_days(self._database)
        for _try in range(_TRIES if days.total else 0):
            day, skip = days.at(self._choose_below(days.total))
            found = calendar_rows.ids_from(self._database, day, skip, 1)
            if not memory_rows.stays_away(self._database, found):
                return found[0]
        left = memory_rows.all_that_may_come(self._database)
        return left[self._choose_below(len(left))] if left else None

    def on_this_day(self, today: date) -> tuple[Memory, ...]:
        """Entries of this day in earlier years, last year's first, as far as the person wants them to come back."""
        wanted = self._choices.settings().on_this_day
        oldest = calendar_rows.written_days(self._database).oldest
        if wanted is OnThisDay.NEVER or oldest is None:
            return ()
        return tuple(
            Memory(entry, today.year - year)
            for year in range(today.year - 1, oldest.year - 1, -1)
            for day in days_to_remember(today, year)
            if wanted is not OnThisDay.KIND or memory_rows.is_kind(self._database, day)
            for entry in memory_rows.summaries_on(self._database, day, starred=wanted is OnThisDay.STARRED)
        )

    def keep_away(self, id_: EntryId, *, away: bool = True) -> None:
        """Never bring an entry back unasked, or allow it again; an entry that is gone is passed over."""
        with self._database.transaction():
            entry = self._entries.get(id_)
            changed = entry is not None and entry.stays_away != away
            if entry is not None and changed:
                self._entries.save(replace(entry, stays_away=away))
        if changed:
            self._announce(Changed.ENTRIES)
