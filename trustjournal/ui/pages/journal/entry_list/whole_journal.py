"""Reads the lines of the whole journal that are near what can be seen, and keeps them right after changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from trustjournal.domain.entry import EntrySummary, SearchHit
from trustjournal.domain.ids import EntryId, PersonId
from trustjournal.domain.written_days import WrittenDays
from trustjournal.services.calendar import CalendarService
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.pages.journal.entry_list.window_of_lines import MonthRows, WindowOfLines
from trustjournal.ui.parts.entry_line import EntryLine, plain_run

AROUND = 14
"""Once what can be seen is read: entries read above and below those that can be seen."""
FIRST_LOT = 20
"""Entries read before anybody has said what can be seen."""
MOST_KEPT = 600
"""More lines than this are not kept; what is far from what can be seen is read again when it is needed."""

Names = Mapping[PersonId, str]
MakeLine = Callable[[SearchHit, Names], EntryLine]


@dataclass(frozen=True, slots=True)
class _Look:
    """What was read of the journal: its days, where they were asked for, and entries from a rank on."""

    first_rank: int
    found: tuple[EntrySummary, ...] = field(repr=False)
    names: Names = field(repr=False)
    days: WrittenDays | None = None


class WholeJournal:
    """The lines of the journal, newest first. `changed` is called when `lines` is another one, or `trouble` is."""

    def __init__(
        self,
        *,
        calendar: CalendarService,
        people: PeopleService,
        tasks: Tasks,
        make_line: MakeLine,
        changed: Callable[[], None],
    ) -> None:
        self._calendar = calendar
        self._people = people
        self._tasks = tasks
        self._make_line = make_line
        self._changed = changed
        self.lines = WindowOfLines()
        self.is_read = False
        self.trouble: Exception | None = None
        self._seen = (0, FIRST_LOT)
        self._looking: TaskHandle | None = None
        self._looked_for: tuple[int, int] | None = None
        """The stretch of ranks that is being read."""
        self._looking_again: TaskHandle | None = None

    @property
    def total(self) -> int:
        """How many entries there are."""
        return self.lines.rows.days.total

    def newest(self) -> EntryId | None:
        """The newest entry, if it is read."""
        line = self.lines[self.lines.rows.row(0)] if self.total else None
        return line.summary.id if isinstance(line, EntryLine) else None

    def want(self, first_row: int, last_row: int) -> None:
        """These rows can be seen: read what is not read of them and around them."""
        rows = self.lines.rows
        if not rows.days.total:
            return
        self._seen = seen = (rows.rank(max(0, first_row)), rows.rank(min(last_row, len(rows) - 1)) + 1)
        unread = self.lines.unread(*seen)
        if unread is None and self.lines.unread(seen[0] - AROUND // 2, seen[1] + AROUND // 2) is not None:
            unread = self.lines.unread(seen[0] - AROUND, seen[1] + AROUND)
        if unread is None or unread == self._looked_for:
            return
        if self._looking is not None:
            self._looking.cancel()
        self._looked_for = unread
        first, end = unread
        day, skip = rows.days.at(first)

        def look() -> _Look:
            return _Look(first, self._calendar.entries_from(day, skip=skip, limit=end - first), self._names())

        self._looking = self._tasks.run(look, owner=self, done=self._on_looked, failed=self._on_failed)

    def read(self) -> None:
        """Read, or read again, how many entries each day has, and the lines that can be seen."""
        first, end = self._seen

        def look() -> _Look:
            days = self._calendar.days()
            from_rank = max(0, min(first - AROUND, days.total - (end - first)))
            if not days.total:
                return _Look(0, (), {}, days)
            day, skip = days.at(from_rank)
            limit = end - from_rank + AROUND
            return _Look(from_rank, self._calendar.entries_from(day, skip=skip, limit=limit), self._names(), days)

        if self._looking_again is not None:
            self._looking_again.cancel()
        self._looking_again = self._tasks.run(look, owner=self, done=self._on_looked_again, failed=self._on_failed)

    # ------------------------------------------------------------------------------------------

    def _names(self) -> Names:
        return {person.id: person.name for person in self._people.people(archived=True)}

    def _on_looked(self, look: _Look) -> None:
        self._looked_for = None
        more = self.lines.with_read(look.first_rank, self._lines_of(look))
        if more is None:  # the journal changed between two looks
            self.read()
            return
        if sum(len(lines) for lines in more.read.values()) > MOST_KEPT:
            first, end = self._seen
            more = more.near(first - 2 * AROUND, end + 2 * AROUND)
        self._put(more)

    def _on_looked_again(self, look: _Look) -> None:
        self._looked_for = None
        rows = self.lines.rows
        if look.days is not None and look.days != rows.days:
            rows = MonthRows(look.days)
        fresh = WindowOfLines(rows).with_read(look.first_rank, self._lines_of(look))
        assert fresh is not None, "days and entries of one look fit"
        self.is_read = True
        self._put(fresh)

    def _lines_of(self, look: _Look) -> Sequence[EntryLine]:
        """The lines of a look; one that says what it said before stays the same object."""
        known = {line.summary.id: line for line in self.lines.entries()}
        lines = (
            self._make_line(SearchHit(one, plain_run(one.title), plain_run(one.excerpt)), look.names)
            for one in look.found
        )
        return [old if (old := known.get(new.summary.id)) == new and old is not None else new for new in lines]

    def _put(self, lines: WindowOfLines) -> None:
        self.lines = lines
        self.trouble = None
        self._changed()

    def _on_failed(self, error: Exception) -> None:
        self._looked_for = None
        self.trouble = error
        self._changed()
