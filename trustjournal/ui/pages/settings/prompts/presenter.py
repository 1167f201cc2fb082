"""Decides what Settings shows of prompts beside the settings: what can come up, and what was set aside or planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from trustjournal.domain.change import Changed
from trustjournal.services.asking_again import AskingAgainService
from trustjournal.services.prompt_overview import PromptOverview, PromptOverviewService, SetAside
from trustjournal.ui.kit.tasks import Tasks


@dataclass(frozen=True, slots=True)
class PromptsState:
    """`overview` is None until the journal has answered once."""

    overview: PromptOverview | None = None
    trouble: Exception | None = None


class PromptsPresenter:
    """Reads what there is, and takes back what was set aside; after a change `done` is called."""

    def __init__(
        self,
        *,
        overviews: PromptOverviewService,
        asking_again: AskingAgainService,
        tasks: Tasks,
        show: Callable[[PromptsState], None],
    ) -> None:
        self._overviews = overviews
        self._asking_again = asking_again
        self._tasks = tasks
        self._show = show
        self.state = PromptsState()

    def read(self) -> None:
        """Look at what there is now."""
        self._tasks.run(self._overviews.overview, owner=self, done=self._on_read, failed=self._on_failed)

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if changed in (Changed.PROMPTS, Changed.SETTINGS, Changed.PEOPLE):
            self.read()

    def bring_back(self, prompt: SetAside, done: Callable[[], None]) -> None:
        """Let a hidden prompt come up again."""
        self._do(lambda: self._overviews.bring_back(prompt.prompt_id), done)

    def hide(self, prompt: SetAside) -> None:
        """Undo that."""
        self._do(lambda: self._overviews.hide(prompt.prompt_id))

    def ask_for(self, prompt: SetAside, done: Callable[[], None]) -> None:
        """Let a prompt that rests be the next day's."""
        self._do(lambda: self._overviews.ask_for(prompt), done)

    def cancel(self, prompt: SetAside, done: Callable[[], None] | None = None) -> None:
        """Do not ask it again after all."""
        self._do(lambda: self._asking_again.cancel(prompt.prompt_id), done)

    def undo_cancel(self, prompt: SetAside) -> None:
        """Undo that."""
        self._do(lambda: self._asking_again.undo_cancel(prompt.prompt_id))

    def _do(self, work: Callable[[], None], done: Callable[[], None] | None = None) -> None:
        def after(_: None) -> None:
            self.read()
            if done is not None:
                done()

        self._tasks.run(work, owner=self, done=after, failed=self._on_failed)

    def _on_read(self, overview: PromptOverview) -> None:
        self._set(PromptsState(overview))

    def _on_failed(self, error: Exception) -> None:
        self._set(replace(self.state, trouble=error))

    def _set(self, state: PromptsState) -> None:
        self.state = state
        self._show(state)
