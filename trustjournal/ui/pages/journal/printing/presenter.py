"""Decides what goes to paper or into a file and takes it there lot by lot. Knows no widgets and no printer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from typing import Protocol

from trustjournal.domain.ids import EntryId
from trustjournal.domain.paper import PaperChoice, PaperEntry, PaperRange
from trustjournal.errors import CancelledError
from trustjournal.services.paper import PaperService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks

LOT = 10
"""Entries drawn at once: between two lots the window answers, words are saved, and somebody can think better of it."""


WriteFile = Callable[[threading.Event], None]
"""Writes a file away from the window's thread; raises CancelledError once the event is set."""


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
    """What entries are drawn on, or written into."""

    @property
    def pages(self) -> int:
        """How many pages there are so far, or entries where there are no pages."""
        ...

    def draw(self, entries: Sequence[PaperEntry]) -> None:
        """Draw entries after those before."""
        ...

    def end(self) -> None:
        """All is drawn, or nothing more will be."""
        ...


@dataclass(frozen=True, slots=True)
class PrintingState:
    """What a window that asks which entries go out shows."""

    these: tuple[EntryId, ...] = field(default=(), repr=False)
    first: date = date.min
    last: date = date.max
    scope: Scope = Scope.THESE
    initials: bool = False
    details: bool = True
    prompt: bool = True
    pictures: bool = True
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
            pictures=self.pictures,
        )


class PrintingPresenter:
    """One visit of the window. `show` gets each new state; files are written with `aside`."""

    def __init__(
        self,
        paper: PaperService,
        tasks: Tasks,
        aside: Tasks,
        show: Callable[[PrintingState], None],
        *,
        these: tuple[EntryId, ...],
        today: date,
        pictures: bool = True,
    ) -> None:
        self._paper = paper
        self._tasks = tasks
        self._aside = aside
        self._show = show
        self._running: TaskHandle | None = None
        self._pages: Pages | None = None
        self._is_writing = False
        self._stopped = threading.Event()
        scope = Scope.THESE if these else Scope.DAYS
        self._state = PrintingState(these, today.replace(day=1), today, scope, pictures=pictures)

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

    def begin(self, pages: Pages, drawn: Callable[[], WriteFile | None]) -> None:
        """Draw what was chosen; `drawn` is called when all is drawn, and gives what is to be written then."""
        choice = self._state.choice()
        self._pages = pages
        self._stopped = threading.Event()
        self._update(replace(self._state, phase=Phase.WORKING, total=0, done=0, error=None))

        def found(entries: tuple[EntryId, ...]) -> None:
            if not entries:
                self._stop(Phase.EMPTY)
                return
            self._update(replace(self._state, total=len(entries)))
            self._draw(entries, choice, drawn)

        self._running = self._tasks.run(
            lambda: self._paper.chosen(choice), owner=self, done=found, failed=self._on_failed
        )

    def tell_no_printer(self) -> None:
        """There is no printer to ask."""
        self._update(replace(self._state, phase=Phase.NO_PRINTER))

    def cancel(self) -> None:
        """Draw no more; nothing is kept of what was drawn. A file that is whole by now stays, and that is told."""
        self._stopped.set()
        if not self._is_writing:
            self.leave()

    def leave(self) -> None:
        """The same, and hear nothing more of it."""
        self._stopped.set()
        if self._running is not None:
            self._running.cancel()
        if self._state.phase is Phase.WORKING:
            self._stop(Phase.CANCELLED)

    # Inside -----------------------------------------------------------------------------------

    def _draw(
        self, entries: tuple[EntryId, ...], choice: PaperChoice, drawn: Callable[[], WriteFile | None], start: int = 0
    ) -> None:
        lot = entries[start : start + LOT]

        def read(read_ones: tuple[PaperEntry, ...]) -> None:
            if self._pages is None:
                return
            try:
                self._pages.draw(read_ones)
                done = start + len(lot)
                self._update(replace(self._state, done=done, pages=self._pages.pages))
                if done < len(entries):
                    self._draw(entries, choice, drawn, done)
                    return
                self._end_pages()
                self._write(drawn())
            except Exception as error:  # noqa: BLE001 - whatever a printer or a disk says, the person hears of it
                self._on_failed(error)

        self._running = self._tasks.run(
            lambda: self._paper.pages(lot, choice), owner=self, done=read, failed=self._on_failed
        )

    def _write(self, write: WriteFile | None) -> None:
        if write is None:
            self._stop(Phase.DONE)
            return
        self._is_writing = True
        stopped = self._stopped
        self._running = self._aside.run(
            lambda: write(stopped), owner=self, done=lambda _: self._stop(Phase.DONE), failed=self._on_failed
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            self._stop(Phase.CANCELLED)
        else:
            self._stop(Phase.FAILED, error)

    def _stop(self, phase: Phase, error: Exception | None = None) -> None:
        self._is_writing = False
        self._end_pages()
        self._update(replace(self._state, phase=phase, error=error))

    def _end_pages(self) -> None:
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.end()
            self._update(replace(self._state, pages=pages.pages))

    def _choose(self, state: PrintingState) -> None:
        if self._state.phase is not Phase.WORKING:
            self._update(replace(state, phase=Phase.CHOOSING))

    def _update(self, state: PrintingState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
