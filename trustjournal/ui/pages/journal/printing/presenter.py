"""Decides what goes to paper and takes it there lot by lot. Knows no widgets and no printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from typing import Protocol

from trustjournal.domain.ids import EntryId
from trustjournal.domain.paper import PaperChoice, PaperEntry, PaperRange
from trustjournal.services.paper import PaperService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks

LOT = 10
"""Entries drawn at once: between two lots the window answers, words are saved, and somebody can think better of it."""


class Scope(Enum):
    """Which entries."""

    THESE = auto()
    """The open one, or those that are selected."""
    DAYS = auto()


class Phase(Enum):
    """How far it is."""

    CHOOSING = auto()
    WORKING = auto()
    DONE = auto()
    EMPTY = auto()
    """There is no entry on these days."""
    NO_PRINTER = auto()
    CANCELLED = auto()
    FAILED = auto()


class Pages(Protocol):
    """What entries are drawn on."""

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        ...

    def draw(self, entries: Sequence[PaperEntry]) -> None:
        """Draw entries after those before."""
        ...

    def end(self) -> None:
        """All is drawn, or nothing more will be."""
        ...


@dataclass(frozen=True, slots=True)
class PrintingState:
    """What the window for printing shows."""

    these: tuple[EntryId, ...] = field(default=(), repr=False)
    first: date = date.min
    last: date = date.max
    scope: Scope = Scope.THESE
    initials: bool = False
    details: bool = True
    prompt: bool = True
    phase: Phase = Phase.CHOOSING
    total: int = 0
    done: int = 0
    pages: int = 0
    error: Exception | None = None

    @property
    def percent(self) -> int:
        """How much of it is drawn."""
        return 100 * self.done // self.total if self.total else 0

    def choice(self) -> PaperChoice:
        """What was chosen, for the service."""
        return PaperChoice(
            entries=self.these if self.scope is Scope.THESE else (),
            range=PaperRange(min(self.first, self.last), max(self.first, self.last))
            if self.scope is Scope.DAYS
            else None,
            initials=self.initials,
            details=self.details,
            prompt=self.prompt,
        )


class PrintingPresenter:
    """One visit of the window for printing. `show` gets each new state."""

    def __init__(
        self,
        paper: PaperService,
        tasks: Tasks,
        show: Callable[[PrintingState], None],
        *,
        these: tuple[EntryId, ...],
        today: date,
    ) -> None:
        self._paper = paper
        self._tasks = tasks
        self._show = show
        self._running: TaskHandle | None = None
        self._pages: Pages | None = None
        scope = Scope.THESE if these else Scope.DAYS
        self._state = PrintingState(these, today.replace(day=1), today, scope)

    @property
    def state(self) -> PrintingState:
        """What is shown now."""
        return self._state

    def set_scope(self, scope: Scope) -> None:
        """The open or selected entries, or those of some days."""
        self._choose(replace(self._state, scope=scope))

    def set_days(self, first: date, last: date) -> None:
        """From this day to that one."""
        self._choose(replace(self._state, first=first, last=last))

    def set_content(self, *, initials: bool, details: bool, prompt: bool) -> None:
        """How much is shown of each entry."""
        self._choose(replace(self._state, initials=initials, details=details, prompt=prompt))

    def begin(self, pages: Pages, finished: Callable[[], None]) -> None:
        """Draw what was chosen; `finished` is called when all is drawn, and may raise a WorldError."""
        choice = self._state.choice()
        self._pages = pages
        self._update(replace(self._state, phase=Phase.WORKING, total=0, done=0, error=None))

        def found(entries: tuple[EntryId, ...]) -> None:
            if not entries:
                self._stop(Phase.EMPTY)
                return
            self._update(replace(self._state, total=len(entries)))
            self._draw(entries, choice, finished)

        self._running = self._tasks.run(
            lambda: self._paper.chosen(choice), owner=self, done=found, failed=self._on_failed
        )

    def tell_no_printer(self) -> None:
        """There is no printer to ask."""
        self._update(replace(self._state, phase=Phase.NO_PRINTER))

    def cancel(self) -> None:
        """Draw no more; nothing is kept of what was drawn."""
        if self._running is not None:
            self._running.cancel()
        if self._state.phase is Phase.WORKING:
            self._stop(Phase.CANCELLED)

    # Inside -----------------------------------------------------------------------------------

    def _draw(self, left: tuple[EntryId, ...], choice: PaperChoice, finished: Callable[[], None]) -> None:
        now, later = left[:LOT], left[LOT:]

        def read(entries: tuple[PaperEntry, ...]) -> None:
            if self._pages is None:
                return
            try:
                self._pages.draw(entries)
                self._update(replace(self._state, done=self._state.total - len(later), pages=self._pages.pages))
                if later:
                    self._draw(later, choice, finished)
                    return
                self._stop(Phase.DONE)
                finished()
            except Exception as error:  # noqa: BLE001 - whatever a printer or a disk says, the person hears of it
                self._on_failed(error)

        self._running = self._tasks.run(
            lambda: self._paper.pages(now, choice), owner=self, done=read, failed=self._on_failed
        )

    def _on_failed(self, error: Exception) -> None:
        self._stop(Phase.FAILED, error)

    def _stop(self, phase: Phase, error: Exception | None = None) -> None:
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.end()
        self._update(replace(self._state, phase=phase, error=error, pages=pages.pages if pages else self._state.pages))

    def _choose(self, state: PrintingState) -> None:
        if self._state.phase is not Phase.WORKING:
            self._update(replace(state, phase=Phase.CHOOSING))

    def _update(self, state: PrintingState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
