"""Reads what was written to one prompt at different times. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.prompt import Prompt
from trustjournal.services.guide_prompts import GuidePromptService
from trustjournal.services.writing import WritingService
from trustjournal.ui.kit.tasks import Tasks


@dataclass(frozen=True, slots=True)
class ThenAndNowState:
    """What the view shows: an earlier answer, and the newest one where there are two."""

    prompt_id: str | None = None
    """None: it is closed."""
    wording: str = field(default="", repr=False)
    """The prompt as it is now, or as it was served where the guide no longer has it."""
    answers: tuple[Entry, ...] = field(default=(), repr=False)
    """Oldest first."""
    then: EntryId | None = None
    is_read: bool = False
    trouble: Exception | None = None

    @property
    def earlier(self) -> tuple[Entry, ...]:
        """What can stand on the side of *then*: all but the newest, or the only one."""
        return self.answers[:-1] or self.answers

    @property
    def shown_then(self) -> Entry | None:
        """The earlier answer that is shown."""
        return next((entry for entry in self.earlier if entry.id == self.then), None)

    @property
    def now(self) -> Entry | None:
        """The newest answer, where there is an earlier one beside it."""
        return self.answers[-1] if len(self.answers) > 1 else None


class ThenAndNowPresenter:
    """Opens one prompt at a time."""

    def __init__(
        self,
        *,
        find_prompt: Callable[[str], Prompt | None],
        guide_prompts: GuidePromptService,
        writing: WritingService,
        tasks: Tasks,
        show: Callable[[ThenAndNowState], None],
    ) -> None:
        self._find_prompt = find_prompt
        self._guide_prompts = guide_prompts
        self._writing = writing
        self._tasks = tasks
        self._show = show
        self._state = ThenAndNowState()

    @property
    def state(self) -> ThenAndNowState:
        """What is shown now."""
        return self._state

    def open(self, prompt_id: str, then: str | None = None) -> None:
        """Show the answers to this prompt; `then` is the id of the earlier one to begin with, else the last of them."""
        self._update(ThenAndNowState(prompt_id=prompt_id))
        self._read(then)

    def close(self) -> None:
        """Nothing is shown any more, and no words are kept here."""
        if self._state.prompt_id is not None:
            self._update(ThenAndNowState())

    def choose(self, entry: EntryId) -> None:
        """Another earlier answer."""
        self._update(replace(self._state, then=entry))

    def refresh(self) -> None:
        """Entries changed."""
        if self._state.prompt_id is not None:
            self._read(None if self._state.then is None else str(self._state.then))

    def _read(self, then: str | None) -> None:
        prompt_id = self._state.prompt_id
        if prompt_id is None:
            return

        def work() -> ThenAndNowState:
            found = (self._writing.entry(answer.entry) for answer in self._guide_prompts.answers(prompt_id))
            answers = tuple(entry for entry in found if entry is not None)
            prompt = self._find_prompt(prompt_id)
            served = next((entry.prompt for entry in reversed(answers) if entry.prompt is not None), None)
            wording = prompt.text if prompt is not None else served.wording if served is not None else ""
            state = ThenAndNowState(prompt_id, wording, answers, is_read=True)
            chosen = next((entry.id for entry in state.earlier if str(entry.id) == then), None)
            return replace(state, then=chosen or next((entry.id for entry in reversed(state.earlier)), None))

        def read(state: ThenAndNowState) -> None:
            if prompt_id == self._state.prompt_id:
                self._update(state)

        self._tasks.run(work, owner=self, done=read, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._update(replace(self._state, trouble=error))

    def _update(self, state: ThenAndNowState) -> None:
        self._state = state
        self._show(state)
