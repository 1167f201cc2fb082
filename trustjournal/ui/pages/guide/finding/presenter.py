"""Looks for words in the whole guide and knows at which place one is. Knows no widgets.

The texts are read when somebody first looks for something, and not on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from trustjournal.domain.guide import Guide
from trustjournal.domain.guide_text import FindableGuide, GuideHit, passages_of
from trustjournal.domain.prompt import Prompt
from trustjournal.services.guide_prompts import GuidePromptService, PromptsNow
from trustjournal.ui.kit.tasks import TaskHandle, Tasks


@dataclass(frozen=True, slots=True)
class FindState:
    """What the panel shows."""

    is_open: bool = False
    words: str = field(default="", repr=False)
    hits: tuple[GuideHit, ...] = ()
    current: int | None = None
    """The place one went to last."""
    is_known: bool = False
    """The answer to these words is there."""
    trouble: Exception | None = None


class FindPresenter:
    """Asks the journal what may be shown with `tasks`, and reads and looks with `aside`."""

    def __init__(
        self,
        *,
        guide: Guide,
        guide_prompts: GuidePromptService,
        tasks: Tasks,
        aside: Tasks,
        show: Callable[[FindState], None],
        go: Callable[[GuideHit], None],
    ) -> None:
        self._guide = guide
        self._guide_prompts = guide_prompts
        self._tasks = tasks
        self._aside = aside
        self._show = show
        self._go = go
        self._findable: FindableGuide | None = None
        self._running: TaskHandle | None = None
        self._state = FindState()

    @property
    def state(self) -> FindState:
        """What is shown now."""
        return self._state

    def open(self) -> None:
        """Begin to look; the words of the last time are looked for again, for other prompts may be offered now."""
        self._findable = None
        self._update(replace(self._state, is_open=True, current=None))
        self._tasks.run(lambda: self._guide_prompts.prompts_now(()), owner=self, done=self._read, failed=self._failed)

    def close(self) -> None:
        """Look no more; the words are remembered."""
        self._cancel()
        self._update(FindState(words=self._state.words))

    def look_for(self, words: str) -> None:
        """Look for something else."""
        if words != self._state.words:
            self._update(replace(self._state, words=words, hits=(), current=None, is_known=False))
            self._look()

    def step(self, *, back: bool) -> None:
        """Go to the next place, or to the one before; round at the ends."""
        count = len(self._state.hits)
        if not count:
            return
        current = self._state.current
        if current is None:
            self.go_to(count - 1 if back else 0)
        else:
            self.go_to((current + (-1 if back else 1)) % count)

    def go_to(self, number: int) -> None:
        """Go to one of the places."""
        self._update(replace(self._state, current=number))
        self._go(self._state.hits[number])

    def _read(self, now: PromptsNow) -> None:
        def may_be_found(prompt: Prompt) -> bool:
            return now.offers(prompt) and not now.waits(prompt)

        def work() -> FindableGuide:
            return FindableGuide(passages_of(self._guide, may_be_found))

        self._aside.run(work, owner=self, done=self._have, failed=self._failed)

    def _have(self, findable: FindableGuide) -> None:
        self._findable = findable
        self._look()

    def _look(self) -> None:
        self._cancel()
        findable, words = self._findable, self._state.words
        if findable is None or not self._state.is_open:
            return
        if not words.strip():
            self._update(replace(self._state, hits=(), current=None, is_known=False))
            return

        def found(hits: tuple[GuideHit, ...]) -> None:
            self._update(replace(self._state, hits=hits, current=None, is_known=True, trouble=None))

        self._running = self._aside.run(lambda: findable.hits(words), owner=self, done=found, failed=self._failed)

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _failed(self, error: Exception) -> None:
        self._update(replace(self._state, trouble=error))

    def _update(self, state: FindState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
