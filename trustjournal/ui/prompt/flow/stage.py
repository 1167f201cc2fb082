"""What all flows of the prompt share: the state that is shown, and the one request that may be under way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.ui.prompt.requests import Answer, EnterRequest, GiveUpRequest, Progress, Request
from trustjournal.ui.prompt.state import PromptState, Screen, Spot, Trouble

A = TypeVar("A")

SpotOf = Callable[[Exception], Spot]


@dataclass(frozen=True)
class _Awaited:
    kind: type[Any]
    then: Callable[[Any], None]
    spot: SpotOf
    refused: Callable[[Exception], None] | None


class Stage:
    """Holds the state, shows every change of it, and sends requests, one at a time."""

    def __init__(self, state: PromptState, *, show: Callable[[PromptState], None], send: Callable[[Request], None]):
        self._state = state
        self._show = show
        self._send = send
        self._awaited: _Awaited | None = None
        self._locks_next = False

    @property
    def state(self) -> PromptState:
        """What is shown now."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether nothing can be asked for just now."""
        return self._state.is_working

    def set(self, state: PromptState) -> None:
        """Show this."""
        self._state = state
        self._show(state)

    def go(self, screen: Screen) -> None:
        """Show another screen, with nothing amiss on it and nothing typed."""
        self.set(replace(self._state, screen=screen, trouble=None, proposal=None, strength=None))

    def say(self, trouble: Trouble) -> None:
        """Say what is amiss."""
        self.set(replace(self._state, trouble=trouble))

    def ask(
        self,
        request: Request,
        kind: type[A],
        then: Callable[[A], None],
        *,
        spot: SpotOf = lambda _error: Spot.ACTION,
        refused: Callable[[Exception], None] | None = None,
    ) -> None:
        """Send a request; `then` gets its answer, of that kind.

        Where it is refused, the words stand at the `spot` of the error, unless `refused` does something else.
        """
        self._awaited = _Awaited(kind, then, spot, refused)
        self.set(replace(self._state, is_working=True, trouble=None, progress=0.0, is_cancelling=False))
        self._send(request)

    def tell(self, request: Request) -> None:
        """Send a request that is not answered."""
        self._send(request)

    def answer(self, answer: Answer) -> None:
        """What was asked for is done, or so far."""
        awaited = self._awaited
        if awaited is None:
            return
        if isinstance(answer, Progress):
            self.set(replace(self._state, progress=answer.done))
            return
        if not isinstance(answer, awaited.kind):
            raise TypeError(f"a {awaited.kind.__name__} was awaited")
        self._settle()
        if self._locks_next:
            self.give_up()
        else:
            awaited.then(answer)

    def refuse(self, error: Exception) -> None:
        """What was asked for could not be done, or what happened before anything was."""
        awaited, was_busy = self._awaited, self.is_busy
        self._settle()
        if awaited is not None and self._locks_next:
            self.give_up()
        elif awaited is not None and awaited.refused is not None:
            awaited.refused(error)
        else:
            spot = awaited.spot(error) if awaited is not None else Spot.PASSPHRASE
            self.say(Trouble(spot, error, is_there_first=not was_busy))

    def enter(self, news: VaultNews = VaultNews.NONE, others_may_see: OthersMaySee = OthersMaySee.NOT_ASKED) -> None:
        """Everything is done here: hand over to the session."""
        self.set(replace(self._state, is_working=True, trouble=None))
        self.tell(EnterRequest(news or self._state.news, others_may_see))

    def give_up(self) -> None:
        """Lock: nothing can be seen from now on; with a request under way the keys go as soon as that is over."""
        self._locks_next = self._awaited is not None
        self.set(
            replace(
                self._state,
                screen=Screen.LOCKING,
                is_working=True,
                trouble=None,
                proposal=None,
                code=None,
                vault=None,
            )
        )
        if not self._locks_next:
            self.tell(GiveUpRequest())

    def _settle(self) -> None:
        self._awaited = None
        self.set(replace(self._state, is_working=False, is_done=False, is_cancelling=False))
