"""Decides what of an entry's history is shown, and what it is compared with. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from trustjournal.domain.difference import Change, Stretch, difference
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import VersionId
from trustjournal.domain.version import Version, VersionSummary
from trustjournal.domain.word_count import count_words
from trustjournal.services.history import HistoryService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks


class Beside(Enum):
    """What a version is compared with."""

    NOW = auto()
    """The words as they are now: what came and went since."""
    BEFORE = auto()
    """The version before it: what it changed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A version, and what differs."""

    version: Version
    title: tuple[Stretch, ...] = field(repr=False)
    text: tuple[Stretch, ...] = field(repr=False)
    added: int
    """Words."""
    removed: int

    @property
    def is_same(self) -> bool:
        """Nothing differs."""
        return all(one.change is Change.KEPT for one in self.title + self.text)


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What the history shows. `entry` is None while it is closed."""

    entry: Entry | None = field(default=None, repr=False)
    is_read: bool = False
    versions: tuple[VersionSummary, ...] = ()
    """The newest first."""
    chosen: VersionId | None = None
    beside: Beside = Beside.NOW
    comparison: Comparison | None = None
    """None until it is worked out."""
    trouble: Exception | None = None


class HistoryPresenter:
    """Reads versions on the journal's thread, and compares them on another one."""

    def __init__(
        self, *, history: HistoryService, tasks: Tasks, aside: Tasks, show: Callable[[HistoryState], None]
    ) -> None:
        self._history = history
        self._tasks = tasks
        self._aside = aside
        self._show = show
        self._state = HistoryState()
        self._running: TaskHandle | None = None

    @property
    def state(self) -> HistoryState:
        """What is shown now."""
        return self._state

    def open(self, entry: Entry) -> None:
        """Show the history of an entry, with its words as they are now."""
        self._update(HistoryState(entry, beside=self._state.beside))

        def read(versions: tuple[VersionSummary, ...]) -> None:
            self._update(replace(self._state, is_read=True, versions=versions))
            if versions:
                self.choose(versions[0].id)

        self._ask(self._tasks, lambda: self._history.versions(entry.id), read)

    def close(self) -> None:
        """Show nothing any more, and hold none of its words."""
        self._stop()
        self._update(HistoryState(beside=self._state.beside))

    def choose(self, version: VersionId) -> None:
        """Show another version."""
        self._update(replace(self._state, chosen=version, comparison=None, trouble=None))
        self._compare()

    def compare_with(self, beside: Beside) -> None:
        """Compare with something else."""
        if beside is not self._state.beside:
            self._update(replace(self._state, beside=beside, comparison=None))
            self._compare()

    def _compare(self) -> None:
        state, entry = self._state, self._state.entry
        if state.chosen is None or entry is None:
            return
        order = [summary.id for summary in state.versions]
        earlier = order[order.index(state.chosen) + 1 :][:1]
        chosen, is_now = state.chosen, state.beside is Beside.NOW

        def read() -> tuple[Version, str, str] | None:
            version = self._history.version(chosen)
            if version is None:
                return None
            if is_now:
                return version, entry.title, entry.text
            before = self._history.version(earlier[0]) if earlier else None
            return (version, before.title, before.text) if before is not None else (version, "", "")

        def compare(found: tuple[Version, str, str] | None) -> None:
            if found is not None:
                self._ask(self._aside, lambda: _comparison(*found, is_now=is_now), self._on_compared)

        self._ask(self._tasks, read, compare)

    def _on_compared(self, comparison: Comparison) -> None:
        self._update(replace(self._state, comparison=comparison))

    def _ask(self, tasks: Tasks, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._stop()

        def failed(error: Exception) -> None:
            self._update(replace(self._state, is_read=True, trouble=error))

        self._running = tasks.run(work, owner=self, done=done, failed=failed)

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _update(self, state: HistoryState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)


def _comparison(version: Version, title: str, text: str, *, is_now: bool) -> Comparison:
    """On a thread of its own: a long text takes a moment."""
    if is_now:
        titles, texts = difference(version.title, title), difference(version.text, text)
    else:
        titles, texts = difference(title, version.title), difference(text, version.text)
    counts = {
        change: sum(count_words(one.text) for one in titles + texts if one.change is change)
        for change in (Change.ADDED, Change.REMOVED)
    }
    return Comparison(version, titles, texts, counts[Change.ADDED], counts[Change.REMOVED])
