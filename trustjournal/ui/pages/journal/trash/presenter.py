"""Decides what the trash shows, and what becomes of what is in it. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.trash import TrashedEntry
from trustjournal.services.trash import TrashService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks

LOT = 200
"""Entries that are read at a time."""


class Question(Enum):
    """What is asked before something goes for good."""

    ONE = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class TrashState:
    """What the trash shows."""

    is_read: bool = False
    entries: tuple[TrashedEntry, ...] = ()
    """The last deleted first, as far as they are read."""
    total: int = 0
    chosen: EntryId | None = None
    entry: Entry | None = field(default=None, repr=False)
    """The chosen one with all its words, once it is read."""
    question: Question | None = None
    is_emptying: bool = False
    trouble: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    entries: tuple[TrashedEntry, ...]
    total: int


class TrashPresenter:
    """`brought_back` gets an entry that is an entry again."""

    def __init__(
        self,
        *,
        trash: TrashService,
        tasks: Tasks,
        show: Callable[[TrashState], None],
        brought_back: Callable[[Entry], None],
        tell: Callable[[Exception], None],
    ) -> None:
        self._trash = trash
        self._tasks = tasks
        self._show = show
        self._brought_back = brought_back
        self._tell = tell
        self._state = TrashState()
        self._reading: TaskHandle | None = None
        self._opening: TaskHandle | None = None
        self._is_tidying = False

    @property
    def state(self) -> TrashState:
        """What is shown now."""
        return self._state

    # Reading ----------------------------------------------------------------------------------

    def read(self, chosen: EntryId | None = None) -> None:
        """Read what is in the trash; with `chosen`, go to that one, else stay where one is."""
        wanted = max(LOT, len(self._state.entries))
        chosen = chosen or self._state.chosen

        def done(answer: _Answer) -> None:
            self._put(answer.entries, answer.total, chosen)

        self._ask(lambda: _Answer(self._trash.entries(wanted), self._trash.count()), done)

    def read_more(self) -> None:
        """Read the lot after the last one in the list."""
        state = self._state
        if self._reading is not None or len(state.entries) >= state.total:
            return

        def done(answer: _Answer) -> None:
            self._put((*state.entries, *answer.entries), answer.total, self._state.chosen)

        self._ask(lambda: _Answer(self._trash.entries(LOT, len(state.entries)), self._trash.count()), done)

    def refresh(self, changed: Changed) -> None:
        """Read again what a change may have touched."""
        if changed is Changed.ENTRIES and not self._state.is_emptying:
            self.read()

    def choose(self, id_: EntryId) -> None:
        """Show an entry of the trash."""
        if id_ == self._state.chosen and self._state.entry is not None:
            return
        self._update(replace(self._state, chosen=id_, entry=None, question=None))
        if self._opening is not None:
            self._opening.cancel()

        def read(entry: Entry | None) -> None:
            self._update(replace(self._state, entry=entry))

        self._opening = self._tasks.run(lambda: self._trash.entry(id_), owner=self, done=read, failed=self._tell)

    def forget(self) -> None:
        """Nobody looks any more: hold none of its words."""
        self._update(replace(self._state, entry=None, chosen=None, question=None))

    # What becomes of it -----------------------------------------------------------------------

    def bring_back(self) -> None:
        """Put the chosen entry back to its date."""
        chosen = self._state.chosen
        if chosen is None:
            return
        self._step_aside(chosen)
        self._tasks.run(
            lambda: self._trash.bring_back(chosen), owner=self, done=self._brought_back, failed=self._failed
        )

    def ask(self, question: Question | None) -> None:
        """Ask before something goes for good; None takes the question back."""
        self._update(replace(self._state, question=question))

    def answer(self) -> None:
        """The person means it."""
        question, chosen = self._state.question, self._state.chosen
        self._update(replace(self._state, question=None))
        if question is Question.ALL:
            self._update(replace(self._state, is_emptying=True, chosen=None, entry=None))
            self._empty()
        elif question is Question.ONE and chosen is not None:
            self._step_aside(chosen)
            self._tasks.run(
                lambda: self._trash.delete_for_good(chosen),
                owner=self,
                done=lambda _none: self.tidy(),
                failed=self._failed,
            )

    def tidy(self) -> None:
        """Take away step by step what deleting for good left in the file, also the time before."""
        if self._is_tidying:
            return
        self._is_tidying = True

        def stepped(more: bool) -> None:
            if more:
                step()
            else:
                self._is_tidying = False

        def failed(_error: Exception) -> None:
            self._is_tidying = False  # it is tried again the next time the journal is opened

        def step() -> None:
            self._tasks.run(self._trash.tidy, owner=self, done=stepped, failed=failed)

        step()

    def _empty(self) -> None:
        """One entry after the other, so that saves come between."""

        def one() -> int:
            for entry in self._trash.entries(1):
                self._trash.delete_for_good(entry.id)
            return self._trash.count()

        def done(left: int) -> None:
            self._update(replace(self._state, total=left, entries=self._state.entries[-left:] if left else ()))
            if left:
                self._empty()
            else:
                self._update(replace(self._state, is_emptying=False))
                self.tidy()

        self._tasks.run(one, owner=self, done=done, failed=self._failed)

    def _step_aside(self, going: EntryId) -> None:
        """Choose the neighbour of one that goes."""
        entries = self._state.entries
        place = next((place for place, entry in enumerate(entries) if entry.id == going), None)
        left = tuple(entry for entry in entries if entry.id != going)
        self._put(
            left, self._state.total - 1, left[min(place, len(left) - 1)].id if left and place is not None else None
        )

    # Inside -----------------------------------------------------------------------------------

    def _put(self, entries: tuple[TrashedEntry, ...], total: int, chosen: EntryId | None) -> None:
        ids = [entry.id for entry in entries]
        if chosen not in ids:
            chosen = ids[0] if ids else None
        self._update(
            replace(
                self._state,
                is_read=True,
                entries=entries,
                total=total,
                chosen=chosen,
                entry=self._state.entry if chosen == self._state.chosen else None,
                question=self._state.question if ids else None,
                trouble=None,
            )
        )
        if chosen is not None:
            self.choose(chosen)

    def _ask(self, work: Callable[[], _Answer], done: Callable[[_Answer], None]) -> None:
        if self._reading is not None:
            self._reading.cancel()

        def answered(answer: _Answer) -> None:
            self._reading = None
            done(answer)

        def failed(error: Exception) -> None:
            self._reading = None
            self._update(replace(self._state, is_read=True, trouble=error))

        self._reading = self._tasks.run(work, owner=self, done=answered, failed=failed)

    def _failed(self, error: Exception) -> None:
        self._update(replace(self._state, is_emptying=False))
        self._tell(error)
        self.read()

    def _update(self, state: TrashState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
