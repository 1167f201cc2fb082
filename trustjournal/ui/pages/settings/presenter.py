"""Decides what the Settings page shows. Knows no widgets; every change applies at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from trustjournal.domain.change import Changed
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.settings import JournalSettings
from trustjournal.services.choices import ChoiceService
from trustjournal.ui.kit.tasks import Tasks


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Every setting as it is now. `journal` is None until the journal has answered once."""

    theme: ThemeChoice
    text_percent: int
    journal: JournalSettings | None = None
    trouble: Exception | None = None


class SettingsPresenter:
    """Reads and changes settings: the look for this computer, everything else inside the journal."""

    def __init__(
        self,
        *,
        choices: ChoiceService,
        tasks: Tasks,
        read_look: Callable[[], tuple[ThemeChoice, int]],
        change_look: Callable[[ThemeChoice, int], None],
        show: Callable[[SettingsState], None],
    ) -> None:
        self._choices = choices
        self._tasks = tasks
        self._change_look = change_look
        self._show = show
        self._read_look = read_look
        theme, text_percent = read_look()
        self._state = SettingsState(theme, text_percent)

    @property
    def state(self) -> SettingsState:
        """What is shown now."""
        return self._state

    def read(self) -> None:
        """Look at what is chosen now."""
        theme, text_percent = self._read_look()
        self._set(replace(self._state, theme=theme, text_percent=text_percent))
        self._tasks.run(self._choices.settings, owner=self, done=self._on_read, failed=self._on_failed)

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if changed is Changed.SETTINGS:
            self.read()

    # The look ---------------------------------------------------------------------------------

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Light, dark, or as the system is."""
        if theme is not self._state.theme:
            self._set(replace(self._state, theme=theme))
            self._change_look(theme, self._state.text_percent)

    def choose_text_percent(self, text_percent: int) -> None:
        """How large the text is, in percent."""
        if text_percent != self._state.text_percent:
            self._set(replace(self._state, text_percent=text_percent))
            self._change_look(self._state.theme, text_percent)

    # The journal ------------------------------------------------------------------------------

    def choose_ceiling(self, ceiling: Intensity) -> None:
        """How deep the day's prompt may go."""
        self._change(lambda settings: replace(settings, ceiling=ceiling, medium_offered=True))

    def offer_past_pain(self, offered: bool) -> None:
        """Whether prompts may touch old hurt."""
        self._change(lambda settings: replace(settings, past_pain_prompts=offered))

    def offer_topic(self, topic: Topic, *, offered: bool) -> None:
        """Whether prompts may touch a topic."""
        one = frozenset({topic})
        self._change(
            lambda settings: replace(
                settings, topics_off=settings.topics_off - one if offered else settings.topics_off | one
            )
        )

    def choose_idle_minutes(self, minutes: int) -> None:
        """After how many minutes without a touch the journal locks."""
        self._change(lambda settings: replace(settings, idle_minutes=minutes))

    # ------------------------------------------------------------------------------------------

    def _change(self, change: Callable[[JournalSettings], JournalSettings]) -> None:
        before = self._state.journal
        if before is None:
            return
        after = change(before)
        if after == before:
            return
        self._set(replace(self._state, journal=after, trouble=None))
        self._tasks.run(lambda: self._choices.change(after), owner=self, failed=self._on_change_failed)

    def _on_change_failed(self, error: Exception) -> None:
        self._on_failed(error)
        self.read()  # show what is kept, not what was wished

    def _on_read(self, settings: JournalSettings) -> None:
        self._set(replace(self._state, journal=settings))

    def _on_failed(self, error: Exception) -> None:
        self._set(replace(self._state, trouble=error))

    def _set(self, state: SettingsState) -> None:
        self._state = state
        self._show(state)
