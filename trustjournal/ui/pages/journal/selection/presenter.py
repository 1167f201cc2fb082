"""Carries out what is wished for the picked entries, and remembers how to undo it. Knows no widgets."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial

from trustjournal.domain.ids import EntryId
from trustjournal.domain.person import Person
from trustjournal.errors import CancelledError
from trustjournal.services.arranging import ArrangingService, Watch
from trustjournal.services.finding import FindingService
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.journal.selection.picked import Picked

SHOWS_PROGRESS_FROM = 300
"""So many entries take long enough for somebody to want to see how far it is."""


class Kind(Enum):
    """What was done with entries."""

    TAGGED = auto()
    LINKED = auto()
    STARRED = auto()
    UNSTARRED = auto()
    DELETED = auto()


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, with how many entries, and how to undo it."""

    kind: Kind
    count: int
    name: str = field(repr=False)
    """The tag or the person, if there is one."""
    undo: Callable[[], None]


@dataclass(frozen=True, slots=True)
class SelectionState:
    """What the bar under the list says."""

    count: int = 0
    people: tuple[Person, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    is_working: bool = False
    done: int = 0
    """How many entries of `of` are done, while it works and there are many."""
    of: int = 0


Change = Callable[[tuple[EntryId, ...], Watch], tuple[EntryId, ...]]


class SelectionPresenter:
    """One change at a time, to all picked entries or to none.

    `before` stores the words that are being typed, and then calls the first of what it is given; the second where it
    could not.
    `report` is called from the journal's thread with how many are done; the window's thread passes it to `progressed`.
    """

    def __init__(
        self,
        *,
        arranging: ArrangingService,
        people: PeopleService,
        finding: FindingService,
        tasks: Tasks,
        show: Callable[[SelectionState], None],
        before: Callable[[Callable[[], None], Callable[[Exception], None]], None],
        changed: Callable[[tuple[EntryId, ...]], None],
        said: Callable[[Done], None],
        tell: Callable[[Exception], None],
        report: Callable[[int], None],
    ) -> None:
        self._arranging = arranging
        self._people = people
        self._finding = finding
        self._tasks = tasks
        self._show = show
        self._before = before
        self._changed = changed
        self._said = said
        self._tell = tell
        self._report = report
        self._state = SelectionState()
        self._picked = Picked()
        self._stop = threading.Event()

    @property
    def state(self) -> SelectionState:
        """What is shown now."""
        return self._state

    def pick(self, picked: Picked) -> None:
        """These entries are picked now."""
        is_first = self._picked.count == 0 and picked.count > 0
        self._picked = picked
        self._update(replace(self._state, count=picked.count))
        if is_first:
            self._tasks.run(lambda: (self._people.people(), self._finding.tags()), owner=self, done=self._on_names_read)

    # Wishes -----------------------------------------------------------------------------------

    def add_tag(self, tag: str) -> None:
        """Give all of them a tag."""
        if tag.strip():
            self._carry_out(
                Kind.TAGGED,
                tag.strip(),
                lambda ids, watch: self._arranging.add_tag(ids, tag, watch),
                lambda ids, watch: self._arranging.remove_tag(ids, tag, watch),
            )

    def add_person(self, person: Person) -> None:
        """Link all of them to a person."""
        self._carry_out(
            Kind.LINKED,
            person.name,
            lambda ids, watch: self._arranging.add_person(ids, person.id, watch),
            lambda ids, watch: self._arranging.remove_person(ids, person.id, watch),
        )

    def star(self) -> None:
        """Star all of them; where all are starred, take the stars away."""

        def starred(ids: tuple[EntryId, ...], watch: Watch) -> tuple[EntryId, ...]:
            return self._arranging.star(ids, watch)

        def unstarred(ids: tuple[EntryId, ...], watch: Watch) -> tuple[EntryId, ...]:
            return self._arranging.star(ids, watch, starred=False)

        self._carry_out(
            Kind.STARRED,
            "",
            starred,
            unstarred,
            if_nothing=lambda: self._carry_out(Kind.UNSTARRED, "", unstarred, starred),
        )

    def delete(self) -> None:
        """Move all of them to the trash."""
        self._carry_out(Kind.DELETED, "", self._arranging.delete, self._arranging.bring_back)

    def with_ids(self, use: Callable[[tuple[EntryId, ...]], None]) -> None:
        """Say which entries they are, to somebody who does something else with them."""
        self._tasks.run(
            partial(self._ids, self._picked), owner=self, done=lambda ids: use(ids or ()), failed=self._tell
        )

    def stop(self) -> None:
        """Stop what is being done; nothing has changed then."""
        self._stop.set()

    def progressed(self, done: int) -> None:
        """So many are done."""
        if self._state.is_working:
            self._update(replace(self._state, done=done))

    # ------------------------------------------------------------------------------------------

    def _ids(self, picked: Picked) -> tuple[EntryId, ...] | None:
        """Runs on the journal's thread."""
        if picked.days is None:
            return picked.ids
        return self._arranging.ids(picked.stretches, picked.days)

    def _carry_out(
        self, kind: Kind, name: str, do: Change, undo: Change, *, if_nothing: Callable[[], None] | None = None
    ) -> None:
        if self._state.is_working or not self._picked.count:
            return
        picked = self._picked

        def work() -> tuple[EntryId, ...]:
            ids = self._ids(picked)
            return do(ids, self._watch(len(ids))) if ids is not None else ()

        def done(ids: tuple[EntryId, ...]) -> None:
            self._end(ids)
            if not ids and if_nothing is not None:
                if_nothing()
            else:
                self._said(Done(kind, len(ids), name, lambda: self._undo(ids, undo)))

        self._begin(picked.count, lambda: self._tasks.run(work, owner=self, done=done, failed=self._on_failed))

    def _undo(self, ids: tuple[EntryId, ...], undo: Change) -> None:
        if not self._state.is_working and ids:
            self._begin(
                len(ids),
                lambda: self._tasks.run(
                    lambda: undo(ids, self._watch(len(ids))), owner=self, done=self._end, failed=self._on_failed
                ),
            )

    def _begin(self, count: int, work: Callable[[], object]) -> None:
        self._stop.clear()
        of = count if count >= SHOWS_PROGRESS_FROM else 0
        self._update(replace(self._state, is_working=True, done=0, of=of))

        def go_on() -> None:
            work()

        self._before(go_on, self._on_failed)

    def _end(self, changed: tuple[EntryId, ...]) -> None:
        self._update(replace(self._state, is_working=False, of=0))
        self._changed(changed)

    def _on_failed(self, error: Exception) -> None:
        self._update(replace(self._state, is_working=False, of=0))
        if not isinstance(error, CancelledError):
            self._tell(error)

    def _watch(self, count: int) -> Watch:
        """For the journal's thread: tells of each hundredth part, and stops where somebody wishes it."""
        step = max(1, count // 100)

        def watch(done: int) -> None:
            if self._stop.is_set():
                raise CancelledError("somebody stopped it")
            if done % step == 0 and count >= SHOWS_PROGRESS_FROM:
                self._report(done)

        return watch

    def _on_names_read(self, names: tuple[tuple[Person, ...], tuple[str, ...]]) -> None:
        people, tags = names
        self._update(replace(self._state, people=people, tags=tags))

    def _update(self, state: SelectionState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
