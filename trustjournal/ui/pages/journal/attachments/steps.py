"""Takes the short steps of something long one after the other, so that saves can go between."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from trustjournal.ui.kit.tasks import TaskHandle, Tasks

T = TypeVar("T")


class Steps(Generic[T]):
    """Takes the steps of `row` with `tasks`, each a task of its own; `each` hears what a step gave.

    `done` is called after the last one, `failed` with what a step raised; neither after `stop`.
    """

    def __init__(
        self,
        row: Generator[T, None, None],
        tasks: Tasks,
        *,
        each: Callable[[T], None],
        done: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._row = row
        self._tasks = tasks
        self._each = each
        self._done = done
        self._failed = failed
        self._handle: TaskHandle | None = None
        self._is_stopped = False

    def start(self) -> None:
        """Take the first step, and all others after it."""
        self._handle = self._tasks.run(lambda: next(self._row, None), owner=self, done=self._go_on, failed=self._failed)

    def stop(self) -> None:
        """Take no step any more, and leave nothing half done."""
        self._is_stopped = True
        if self._handle is not None:
            self._handle.cancel()
        self._tasks.run(self._row.close, owner=self)  # where the steps were taken

    def _go_on(self, given: T | None) -> None:
        if self._is_stopped:
            return
        if given is None:
            self._done()
        else:
            self._each(given)
            self.start()
