"""Where somebody stopped reading in each part and article: known on the page at once, kept in the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trustjournal.services.guide_progress import GuideProgressService
from trustjournal.ui.kit.tasks import Tasks


class Stops:
    """How far down one was, in thousandths. What is noted is kept when `keep` is called."""

    def __init__(self, progress: GuideProgressService, tasks: Tasks, tell: Callable[[Exception], None]) -> None:
        self._progress = progress
        self._tasks = tasks
        self._tell = tell
        self._far: dict[str, int] = {}
        self._noted: dict[str, int] = {}

    def read(self) -> None:
        """Look at what is kept."""
        self._tasks.run(self._progress.stopped, owner=self, done=self._have)

    def far(self, id_: str) -> int:
        """How far down one was in this part or article; 0 where one never was."""
        return self._far.get(id_, 0)

    def note(self, id_: str, far: int) -> None:
        """One stops here."""
        if far != self.far(id_):
            self._far[id_] = self._noted[id_] = far

    def keep(self) -> None:
        """Keep what was noted since the last time."""
        noted, self._noted = self._noted, {}
        if noted:
            self._tasks.run(lambda: self._progress.stop_at(noted), owner=self, failed=self._tell)

    def _have(self, kept: Mapping[str, int]) -> None:
        self._far = {**kept, **self._noted}
