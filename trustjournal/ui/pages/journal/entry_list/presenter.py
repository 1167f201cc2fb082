"""Decides what the list of entries holds: the newest, month by month, or what a search found. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from trustjournal.domain.change import Changed
from trustjournal.domain.entry import SearchHit
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import EntryId, PersonId
from trustjournal.services.calendar import CalendarService
from trustjournal.services.finding import FindingService
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.pages.journal.entry_list.line_maker import LineMaker
from trustjournal.ui.pages.journal.entry_list.whole_journal import WholeJournal
from trustjournal.ui.parts.entry_line import EntryLine, ListLine, MonthLine

SEARCH_LOT = 50
READ_AGAIN = 200
"""After a change somewhere, so many of the newest hits are looked for again; the others stay as they were."""


@dataclass(frozen=True, slots=True)
class ListState:
    """What the list shows. `is_read` is False until the journal has answered once."""

    lines: Sequence[ListLine] = field(default=(), repr=False)
    """Headings of months and entries, from the newest."""
    shown: int = 0
    """How many entries are among them."""
    query: str = field(default="", repr=False)
    is_read: bool = False
    has_more: bool = False
    total: int = 0
    """How many entries the journal has."""
    trouble: Exception | None = None

    @property
    def is_journal_empty(self) -> bool:
        """Nothing was ever written, or all of it is gone."""
        return self.is_read and self.total == 0


@dataclass(frozen=True, slots=True)
class _Answer:
    found: tuple[SearchHit, ...] = field(repr=False)
    has_more: bool
    total: int
    names: Mapping[PersonId, str] = field(repr=False)


class EntryListPresenter:
    """Shows the whole journal, or, where the query is not empty, what a search finds, lot by lot."""

    def __init__(
        self,
        *,
        finding: FindingService,
        people: PeopleService,
        calendar: CalendarService,
        guide: Guide,
        tasks: Tasks,
        show: Callable[[ListState], None],
    ) -> None:
        self._finding = finding
        self._people = people
        self._make = LineMaker(guide)
        self._tasks = tasks
        self._show = show
        self._state = ListState()
        self._entries: tuple[EntryLine, ...] = ()
        self._names: Mapping[PersonId, str] = {}
        self._shown_query = ""
        self._asked = 0
        self._running: TaskHandle | None = None
        self._is_reading_more = False
        self._whole = WholeJournal(
            calendar=calendar, people=people, tasks=tasks, make_line=self._make.of_hit, changed=self._on_whole_changed
        )

    @property
    def state(self) -> ListState:
        """What is shown now."""
        return self._state

    @property
    def _is_search(self) -> bool:
        return bool(self._state.query.strip())

    def newest(self) -> EntryId | None:
        """The entry at the top of the list, if it is read."""
        if self._is_search:
            return self._entries[0].summary.id if self._entries else None
        return self._whole.newest()

    # Wishes -----------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the list from its top."""
        if self._is_search:
            query = self._state.query
            self._ask(lambda: self._lot(query, SEARCH_LOT, None), self._on_read)
        else:
            self._stop_searching()
            self._whole.read()

    def want(self, rows: range) -> None:
        """These rows of the list can be seen."""
        if self._state.lines is self._whole.lines:
            self._whole.want(rows.start, rows.stop - 1)

    def search(self, query: str) -> None:
        """Show what a query finds; the whole journal where it is empty. An answer to an earlier one is dropped."""
        if query.strip() == self._state.query.strip():
            self._state = replace(self._state, query=query)
            return
        self._state = replace(self._state, query=query)
        self.read()

    def read_more(self) -> None:
        """Read the lot after the last entry in the list."""
        is_shown = self._state.query.strip() == self._shown_query
        if (
            not self._is_search
            or not self._state.has_more
            or self._is_reading_more
            or not self._entries
            or not is_shown
        ):
            return
        query, before = self._state.query, self._entries[-1].summary.position
        self._is_reading_more = True
        self._ask(lambda: self._lot(query, SEARCH_LOT, before), self._on_read_more)

    def refresh(self, changed: Changed) -> None:
        """Read again what a change may have touched, keeping what is further down as it is."""
        if changed not in (Changed.ENTRIES, Changed.PEOPLE) or not self._state.is_read:
            return
        if not self._is_search:
            self._whole.read()
            return
        query = self._state.query
        wanted = max(SEARCH_LOT, min(len(self._entries), READ_AGAIN))
        is_shown = query.strip() == self._shown_query
        self._ask(lambda: self._lot(query, wanted, None), self._on_read_again if is_shown else self._on_read)

    def drop(self, entry_id: EntryId) -> None:
        """Take an entry out that was just deleted."""
        if not self._is_search:
            self._whole.read()
            return
        left = tuple(line for line in self._entries if line.summary.id != entry_id)
        if len(left) < len(self._entries):
            self._put(left, has_more=self._state.has_more, total=max(0, self._state.total - 1))

    # Asking -----------------------------------------------------------------------------------

    def _lot(self, query: str, wanted: int, before: int | None) -> _Answer:
        """Runs on the journal's thread."""
        found = self._finding.search(query, wanted, before)
        names = {person.id: person.name for person in self._people.people(archived=True)}
        return _Answer(found, len(found) == wanted, self._finding.count(), names)

    def _stop_searching(self) -> None:
        if self._running is not None:
            self._running.cancel()
        self._asked += 1
        self._is_reading_more = False
        self._entries = ()

    def _ask(self, work: Callable[[], _Answer], done: Callable[[_Answer], None]) -> None:
        if self._running is not None:
            self._running.cancel()
        self._asked += 1
        asked = self._asked

        def answered(answer: _Answer) -> None:
            if asked == self._asked:  # nothing newer was asked for meanwhile
                self._is_reading_more = False
                done(answer)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._is_reading_more = False
                self._update(replace(self._state, trouble=error))

        self._running = self._tasks.run(work, owner=self, done=answered, failed=failed)

    def _on_read(self, answer: _Answer) -> None:
        self._shown_query = self._state.query.strip()
        self._put(self._lines_of(answer), has_more=answer.has_more, total=answer.total)

    def _on_read_more(self, answer: _Answer) -> None:
        self._put((*self._entries, *self._lines_of(answer)), has_more=answer.has_more, total=answer.total)

    def _on_read_again(self, answer: _Answer) -> None:
        fresh = self._lines_of(answer)
        if not fresh or not answer.has_more:
            self._put(fresh, has_more=False, total=answer.total)
            return
        last = fresh[-1].summary.position
        below = tuple(line for line in self._entries if line.summary.position < last)
        self._put((*fresh, *below), has_more=self._state.has_more or not below, total=answer.total)

    def _lines_of(self, answer: _Answer) -> tuple[EntryLine, ...]:
        """The lines of an answer; one that says what it said before stays the same object."""
        if answer.names != self._names:
            self._names = answer.names
            self._entries = tuple(
                self._make.of_hit(SearchHit(old.summary, old.title, old.excerpt), self._names) for old in self._entries
            )
        known = {line.summary.id: line for line in self._entries[: 2 * READ_AGAIN]}
        lines = (self._make.of_hit(hit, self._names) for hit in answer.found)
        return tuple(old if (old := known.get(new.summary.id)) == new and old is not None else new for new in lines)

    # The state --------------------------------------------------------------------------------

    def _on_whole_changed(self) -> None:
        whole = self._whole
        if self._is_search:
            return
        self._shown_query = ""
        self._update(
            replace(
                self._state,
                lines=whole.lines,
                shown=whole.total,
                is_read=whole.is_read,
                has_more=False,
                total=whole.total,
                trouble=whole.trouble,
            )
        )

    def _put(self, entries: tuple[EntryLine, ...], *, has_more: bool, total: int) -> None:
        self._entries = entries
        lines: list[ListLine] = []
        for (year, month), group in groupby(entries, key=_month_of):
            lines.append(MonthLine(date(year, month, 1), None))
            lines += group
        self._update(
            replace(
                self._state,
                lines=tuple(lines),
                shown=len(entries),
                is_read=True,
                has_more=has_more,
                total=total,
                trouble=None,
            )
        )

    def _update(self, state: ListState) -> None:
        self._state = state
        self._show(state)


def _month_of(line: EntryLine) -> tuple[int, int]:
    day = line.summary.moment.day
    return day.year, day.month
