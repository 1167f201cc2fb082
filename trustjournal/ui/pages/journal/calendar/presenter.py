"""Decides what the calendar shows: which month or year, and the entries of the day one is on. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.ids import EntryId
from trustjournal.domain.written_days import WrittenDays
from trustjournal.services.calendar import CalendarService
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.pages.journal.entry_list.line_maker import LineMaker
from trustjournal.ui.parts.entry_line import EntryLine

MOST_OF_A_DAY = 500
"""Entries of one day that are listed; an import may bring more, and the list of the whole journal has them."""


@dataclass(frozen=True, slots=True)
class CalendarState:
    """What the calendar shows. `is_read` is False until the journal has answered once."""

    day: date
    """The day one is on: its month or year is shown."""
    today: date
    is_year: bool = False
    days: WrittenDays = field(default_factory=WrittenDays, repr=False)
    lines: tuple[EntryLine, ...] = field(default=(), repr=False)
    """The entries of the day, newest first, as far as they are read."""
    opened: date | None = None
    """The day of the entry on the sheet."""
    is_read: bool = False
    trouble: Exception | None = None

    @property
    def count(self) -> int:
        """How many entries the day has."""
        return self.days.count(self.day)

    @property
    def can_write(self) -> bool:
        """Whether the day is one somebody can write about: it has begun."""
        return self.day <= self.today


@dataclass(frozen=True, slots=True)
class _Look:
    day: date
    days: WrittenDays
    lines: tuple[EntryLine, ...] = field(repr=False)


class CalendarPresenter:
    """Reads how many entries each day has, and those of one day. `open_entry` is told what was chosen by pressing."""

    def __init__(
        self,
        *,
        calendar: CalendarService,
        people: PeopleService,
        clock: Clock,
        tasks: Tasks,
        make: LineMaker,
        show: Callable[[CalendarState], None],
        open_entry: Callable[[EntryId], None],
    ) -> None:
        self._calendar = calendar
        self._people = people
        self._clock = clock
        self._tasks = tasks
        self._make = make
        self._show = show
        self._open_entry = open_entry
        today = moment_now(clock).day
        self._state = CalendarState(today, today)
        self._is_wanted = False
        self._opens_only_one = False
        self._looking: TaskHandle | None = None

    @property
    def state(self) -> CalendarState:
        """What is shown now."""
        return self._state

    def begin(self, day: date | None = None, *, is_year: bool = False) -> None:
        """Somebody wants to see it: on `day`, else on the day of the open entry, else today."""
        self._is_wanted = True
        today = moment_now(self._clock).day
        self._update(replace(self._state, today=today, is_year=is_year))
        self._go(day or self._state.opened or today)

    def end(self) -> None:
        """Nobody sees it any more."""
        self._is_wanted = False

    def refresh(self, changed: Changed) -> None:
        """Look again, if what changed is something a calendar shows."""
        if self._is_wanted and changed in (Changed.ENTRIES, Changed.PEOPLE):
            self._look()

    def follow(self, opened: date | None) -> None:
        """An entry of this day is on the sheet."""
        if opened != self._state.opened:
            self._update(replace(self._state, opened=opened))

    # Wishes -----------------------------------------------------------------------------------

    def go(self, day: date) -> None:
        """Go to a day, and show what was written on it."""
        self._opens_only_one = False
        self._go(day)

    def press(self, day: date) -> None:
        """Go to a day, and open its entry if it has just one."""
        self._opens_only_one = self._state.days.count(day) == 1
        self._go(day)

    def show_year(self, *, is_year: bool) -> None:
        """Show the whole year of the day, or its month again."""
        self._update(replace(self._state, is_year=is_year))

    def zoom(self, day: date) -> None:
        """From the year into the month of a day."""
        self._update(replace(self._state, is_year=False))
        self.go(day)

    # ------------------------------------------------------------------------------------------

    def _go(self, day: date) -> None:
        lines = self._state.lines if day == self._state.day else ()
        self._update(replace(self._state, day=day, lines=lines))
        self._look()

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        day = self._state.day

        def look() -> _Look:
            days = self._calendar.days()
            count = min(days.count(day), MOST_OF_A_DAY)
            if not count:
                return _Look(day, days, ())
            names = {person.id: person.name for person in self._people.people(archived=True)}
            found = self._calendar.entries_from(day, limit=count)
            return _Look(day, days, tuple(self._make.of_summary(one, names) for one in found))

        self._looking = self._tasks.run(look, owner=self, done=self._on_looked, failed=self._on_failed)

    def _on_looked(self, look: _Look) -> None:
        days = self._state.days if look.days == self._state.days else look.days
        self._update(replace(self._state, days=days, lines=look.lines, is_read=True, trouble=None))
        if self._opens_only_one and len(look.lines) == 1:
            self._open_entry(look.lines[0].summary.id)
        self._opens_only_one = False

    def _on_failed(self, error: Exception) -> None:
        self._update(replace(self._state, trouble=error))

    def _update(self, state: CalendarState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
