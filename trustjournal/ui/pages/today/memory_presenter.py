"""Decides which page of an earlier year Today shows, if any. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.ids import EntryId
from trustjournal.domain.memory import Memory
from trustjournal.services.memories import MemoryService
from trustjournal.ui.kit.tasks import Tasks


@dataclass(frozen=True, slots=True)
class MemoryState:
    """The one page that is shown, and whether another could be."""

    memory: Memory | None = field(default=None, repr=False)
    has_others: bool = False


class MemoryPresenter:
    """Shows one page at a time. `kept_away` is called when one will not come back, with what undoes that."""

    def __init__(
        self,
        *,
        memories: MemoryService,
        clock: Clock,
        tasks: Tasks,
        show: Callable[[MemoryState], None],
        kept_away: Callable[[Callable[[], None]], None],
    ) -> None:
        self._memories = memories
        self._clock = clock
        self._tasks = tasks
        self._show = show
        self._kept_away = kept_away
        self._state = MemoryState()
        self._all: tuple[Memory, ...] = ()
        self._day: date | None = None
        self._at = 0

    @property
    def state(self) -> MemoryState:
        """What is shown now."""
        return self._state

    def visit(self) -> None:
        """Read what may come back today."""
        today = moment_now(self._clock).day
        if today != self._day:
            self._day, self._at = today, 0
        self._tasks.run(lambda: self._memories.on_this_day(today), owner=self, done=self._on_read)

    def refresh(self, changed: Changed) -> None:
        """Read again, if what changed is something memories depend on."""
        if changed in (Changed.ENTRIES, Changed.SETTINGS, Changed.CHECK_INS):
            self.visit()

    def another(self) -> None:
        """Show the next one, and after the last the first."""
        if self._all:
            self._at = (self._at + 1) % len(self._all)
            self._update()

    def never_again(self) -> None:
        """Never bring the one that is shown back unasked."""
        if self._state.memory is not None:
            id_ = self._state.memory.entry.id
            self._tasks.run(
                lambda: self._memories.keep_away(id_),
                owner=self,
                done=lambda _: self._on_kept_away(id_),
            )

    def _on_kept_away(self, id_: EntryId) -> None:
        self._kept_away(lambda: self._allow(id_))
        self.visit()

    def _allow(self, id_: EntryId) -> None:
        self._tasks.run(lambda: self._memories.keep_away(id_, away=False), owner=self, done=lambda _: self.visit())

    def _on_read(self, memories: tuple[Memory, ...]) -> None:
        shown = self._state.memory.entry.id if self._state.memory is not None else None
        self._all = memories
        same = next((at for at, memory in enumerate(memories) if memory.entry.id == shown), None)
        self._at = same if same is not None else min(self._at, max(0, len(memories) - 1))
        self._update()

    def _update(self) -> None:
        memory = self._all[self._at] if self._all else None
        state = replace(self._state, memory=memory, has_others=len(self._all) > 1)
        if state != self._state:
            self._state = state
            self._show(state)
