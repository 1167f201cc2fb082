"""Decides what is offered for what was typed. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from trustjournal.domain.destination import OF_EACH_KIND, Destination, best, fit
from trustjournal.services.destinations import DestinationService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.parts.page import Command

Offer = Command | Destination


@dataclass(frozen=True, slots=True)
class GoState:
    """What is offered, best first."""

    typed: str = field(default="", repr=False)
    offers: tuple[Offer, ...] = field(default=(), repr=False)
    is_read: bool = False
    """The journal has answered to what was typed."""
    trouble: Exception | None = None


class GoPresenter:
    """One visit. Commands and exercises are there at once; what the journal knows follows. `show` gets each state."""

    def __init__(
        self,
        destinations: DestinationService,
        tasks: Tasks,
        show: Callable[[GoState], None],
        *,
        commands: Sequence[Command],
        always: Sequence[Destination],
    ) -> None:
        self._destinations = destinations
        self._tasks = tasks
        self._show = show
        self._commands = commands
        self._always = always
        self._running: TaskHandle | None = None
        self._found: tuple[Destination, ...] = ()

    def type(self, typed: str) -> None:
        """Offer what fits; an answer to an earlier text is dropped."""
        if self._running is not None:
            self._running.cancel()
        self._put(typed, is_read=False)

        def answered(found: tuple[Destination, ...]) -> None:
            self._found = found
            self._put(typed, is_read=True)

        def failed(error: Exception) -> None:
            self._show(GoState(typed, self._here(typed), is_read=True, trouble=error))

        self._running = self._tasks.run(
            lambda: self._destinations.matching(typed), owner=self, done=answered, failed=failed
        )

    def _put(self, typed: str, *, is_read: bool) -> None:
        # What was found for the text before stays until the answer comes, so that the list does not flicker.
        self._show(GoState(typed, (*self._here(typed), *self._found), is_read=is_read))

    def _here(self, typed: str) -> tuple[Offer, ...]:
        if not typed.strip():
            return tuple(self._commands)
        fits = [(how, one) for one in self._commands if (how := fit(one.words, typed)) is not None]
        fits.sort(key=lambda one: one[0])
        return (*(one for _, one in fits[:OF_EACH_KIND]), *best(self._always, typed))


MakeGo = Callable[[Callable[[GoState], None], Sequence[Command]], GoPresenter]
"""Makes the presenter of one visit: whom to show its states, and the commands of the window."""
