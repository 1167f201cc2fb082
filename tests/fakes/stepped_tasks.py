"""Tasks that run only when a test says so, to see what happens in between."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Handle:
    """Whether anybody still waits for the answer."""

    def __init__(self) -> None:
        self.is_cancelled = False

    def cancel(self) -> None:
        """As in `TaskHandle`."""
        self.is_cancelled = True


class SteppedTasks:
    """Keeps what it was asked to run, in order."""

    def __init__(self) -> None:
        self._queue: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: object,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> Handle:
        """As in `Tasks`, but later."""

        handle = Handle()

        def step() -> None:
            if handle.is_cancelled:
                return
            try:
                result = work()
            except Exception as error:
                if failed is None:
                    raise
                failed(error)
            else:
                if done is not None:
                    done(result)

        self._queue.append(step)
        return handle

    @property
    def waiting(self) -> int:
        """How many pieces of work wait."""
        return len(self._queue)

    def step(self) -> None:
        """Run the oldest piece and hand its answer back."""
        self._queue.pop(0)()

    def all(self) -> None:
        """Run everything, and what comes of it."""
        while self._queue:
            self.step()
