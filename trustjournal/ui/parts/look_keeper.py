"""Knows how the letters on a page are to look: reads it from the journal, and keeps what is changed on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.writing_look import WritingLook
from trustjournal.services.choices import ChoiceService
from trustjournal.ui.kit.tasks import Tasks

LookOf = Callable[[JournalSettings], WritingLook]
WithLook = Callable[[JournalSettings, WritingLook], JournalSettings]


class LookKeeper:
    """A change shows at once. It is kept when `keep` is called, so that a turn of the wheel is not twenty changes.

    `look_of` and `with_look` say which of the settings it is about.
    """

    def __init__(
        self,
        *,
        choices: ChoiceService,
        tasks: Tasks,
        show: Callable[[WritingLook], None],
        tell: Callable[[Exception], None],
        look_of: LookOf,
        with_look: WithLook,
    ) -> None:
        self._choices = choices
        self._tasks = tasks
        self._show = show
        self._tell = tell
        self._look_of = look_of
        self._with_look = with_look
        self._look = WritingLook()
        self._is_changed = False

    @property
    def look(self) -> WritingLook:
        """How the letters look now."""
        return self._look

    def read(self) -> None:
        """Look at what is kept, unless something else was chosen here since."""
        if not self._is_changed:
            self._tasks.run(self._choices.settings, owner=self, done=self._on_read)

    def zoom(self, steps: int) -> None:
        """Larger or smaller letters by so many steps."""
        self.change(self._look.zoomed(steps))

    def zoom_normally(self) -> None:
        """Letters of the usual size."""
        self.change(replace(self._look, zoom_percent=100))

    def change(self, look: WritingLook) -> None:
        """Another look, to be kept later."""
        if look != self._look:
            self._look, self._is_changed = look, True
            self._show(look)

    def keep(self) -> None:
        """Keep what was changed since it was last kept."""
        if not self._is_changed:
            return
        self._is_changed = False
        look = self._look
        self._tasks.run(
            lambda: self._choices.change(self._with_look(self._choices.settings(), look)),
            owner=self,
            failed=self._tell,
        )

    def _on_read(self, settings: JournalSettings) -> None:
        look = self._look_of(settings)
        if not self._is_changed and look != self._look:
            self._look = look
            self._show(look)
