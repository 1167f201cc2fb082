"""The one way to do work off the window's thread and get its answer back on it.

Pages and presenters ask for `Tasks`; the session gives them `ThreadTasks`, tests and the tour `InlineTasks`.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable
from types import MethodType, TracebackType
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class TaskHandle(Protocol):
    """What `run` gives back."""

    def cancel(self) -> None:
        """Do not begin the work if it has not begun; in any case, tell nobody its answer."""
        ...


class Tasks(Protocol):
    """Runs work and hands its answer back on the thread of the window."""

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: object,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> TaskHandle:
        """Run `work`; then call `done` with its answer, or `failed` with the exception it raised.

        Exactly one of the two is called while `owner` lives and the task is not cancelled, none after.
        The work itself runs also for an owner that is gone: words that are being saved do not depend on a page.
        An exception nobody takes goes to `sys.excepthook`.
        """
        ...


WINDOW_WAITS_S: Final = 0.0005
"""So long Python lets another thread go on when the window wants to: a key press asks several times, and Python's own
5 ms made the letter wait for up to 20 ms while a long entry was being stored."""


class ThreadTasks(QObject):
    """Tasks on one thread of their own, always the same, one after the other in the order they were asked for.

    What must stay on one thread (a database connection) may be made by the first task.
    """

    _worked = Signal(object)

    def __init__(self, parent: QObject | None = None, *, name: str = "tasks") -> None:
        super().__init__(parent)
        self._name = name
        self._executor: ThreadPoolExecutor | None = None
        self._waiting = 0
        self._then: Callable[[], None] | None = None
        self._is_shut_down = False
        self._worked.connect(self._on_worked, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: object,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> TaskHandle:
        """Queue `work`; see `Tasks.run`. Raises RuntimeError once `shut_down` is through."""
        if self._is_shut_down:
            raise RuntimeError("these tasks are shut down")
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor  # not on the way to the first frame

            sys.setswitchinterval(WINDOW_WAITS_S)
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        ticket = _Ticket(owner, done, failed)
        self._waiting += 1
        self._executor.submit(self._work, work, ticket)
        return ticket

    def shut_down(self, then: Callable[[], None]) -> None:
        """Run what is queued, and what its answers queue in turn; then end the thread and call `then`."""
        if self._is_shut_down:
            QTimer.singleShot(0, then)
            return
        self._then = then
        if self._waiting == 0:
            self.run(_nothing, owner=self)  # `then` is called later in any case, never before this returns

    def _work(self, work: Callable[[], T], ticket: _Ticket[T]) -> None:
        """On the thread of the tasks: work, and send the way to deliver the answer to the window's thread."""
        outcome = _Outcome[T]() if ticket.is_cancelled else _Outcome.of(work)
        self._worked.emit(lambda: ticket.deliver(outcome))

    def _on_worked(self, deliver: object) -> None:
        try:
            cast("Callable[[], None]", deliver)()
        finally:
            self._waiting -= 1
            if self._waiting == 0 and self._then is not None:
                self._end(self._then)

    def _end(self, then: Callable[[], None]) -> None:
        self._then = None
        self._is_shut_down = True
        if self._executor is not None:
            self._executor.shutdown(wait=True)  # its queue is empty: there is nothing left to wait for
        then()


class InlineTasks:
    """Tasks that run at once, on the thread that asks, and answer before `run` returns."""

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: object,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> TaskHandle:
        """Do `work` now; see `Tasks.run`."""
        ticket = _Ticket(owner, done, failed)
        ticket.deliver(_Outcome.of(work))
        return ticket


class _Outcome(Generic[T]):
    """What came of some work: its answer, or what it raised."""

    def __init__(self) -> None:
        self.answers: list[T] = []
        self.error: BaseException | None = None

    @classmethod
    def of(cls, work: Callable[[], T]) -> _Outcome[T]:
        outcome = cls()
        with outcome:
            outcome.answers.append(work())
        return outcome

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.error = error
        return True  # whatever it is, it is told where the answer is awaited


class _Ticket(Generic[T]):
    """Who asked for some work, and how to tell them; holds nobody alive who would otherwise be gone."""

    def __init__(
        self, owner: object, done: Callable[[T], None] | None, failed: Callable[[Exception], None] | None
    ) -> None:
        self._owner = weakref.ref(owner)
        self._done = _loosely(done, owner)
        self._failed = _loosely(failed, owner)
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True
        self._done = self._failed = _nobody

    def deliver(self, outcome: _Outcome[T]) -> None:
        """Tell the owner, if there is still someone to tell."""
        done, failed = self._done(), self._failed()
        self._done = self._failed = _nobody
        error = outcome.error
        if self.is_cancelled:
            return
        if isinstance(error, Exception) and failed is not None:
            if self._owner_lives():
                failed(error)
        elif error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        elif done is not None and self._owner_lives():
            for answer in outcome.answers:
                done(answer)

    def _owner_lives(self) -> bool:
        owner = self._owner()
        if owner is None:
            return False
        return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _loosely(call: Callable[[T], None] | None, owner: object) -> Callable[[], Callable[[T], None] | None]:
    """Return a way to get `call` later that does not keep `owner` alive when `call` is one of its methods."""
    if isinstance(call, MethodType) and call.__self__ is owner:
        return weakref.WeakMethod(call)
    return lambda: call


def _nobody() -> None:
    return None


def _nothing() -> None:
    return None
