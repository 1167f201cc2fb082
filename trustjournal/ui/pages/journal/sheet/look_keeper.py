"""Knows how the sheet is to look: reads it from the journal, and keeps what is changed on the sheet itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.writing_look import WritingLook
from trustjournal.services.choices import ChoiceService
from trustjournal.ui.kit.tasks import Tasks


class LookKeeper:
    """A change shows at once. It is kept when `keep` is called, so that a turn of the wheel is not twenty changes."""

    def __init__(
        self,
        *,
        choices: ChoiceService,
        tasks: Tasks,
        show: Callable[[WritingLook], None],
        tell: Callable[[Exception], None],
    ) -> None:
        self._choices = choices
        self._tasks = tasks
        self._show = show
        self._tell = tell
        self._look = WritingLook()
        self._is_changed = False

    @property
    def look(self) -> WritingLook:
        """How the sheet looks now."""
        return self._look

    def read(self) -> None:
        """Look at what is kept, unless something else was chosen here since."""
        if not self._is_changed:
            self._tasks.run(self._choices.settings, owner=self, done=self._on_read)

    def zoom(self, steps: int) -> None:
        """Larger or smaller letters by so many steps."""
        self._change(self._look.zoomed(steps))

    def zoom_normally(self) -> None:
        """Letters of the usual size."""
        self._change(replace(self._look, zoom_percent=100))

    def set_typewriter(self, typewriter: bool) -> None:
        """Whether the line of the caret stays in the middle."""
        self._change(replace(self._look, typewriter=typewriter))

    def keep(self) -> None:
        """Keep what was changed since it was last kept."""
        if not self._is_changed:
            return
        self._is_changed = False
        look = self._look
        self._tasks.run(
            lambda: self._choices.change(replace(self._choices.settings(), writing=look)),
            owner=self,
            failed=self._tell,
        )

    def _change(self, look: WritingLook) -> None:
        if look != self._look:
            self._look, self._is_changed = look, True
            self._show(look)

    def _on_read(self, settings: JournalSettings) -> None:
        if not self._is_changed and settings.writing != self._look:
            self._look = settings.writing
            self._show(self._look)
