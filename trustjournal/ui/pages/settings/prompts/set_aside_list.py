"""A list of prompts that are not in the draw, or one sentence where there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.services.prompt_overview import SetAside
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.tokens import S12
from trustjournal.ui.pages.settings.prompts.set_aside_row import SetAsideRow


class SetAsideList(QWidget):
    """`words` and `note` say what a row shows of a prompt; `action` is what its button says."""

    chosen = Signal(object)
    """The `SetAside` whose button was pressed."""

    def __init__(
        self, none: str, action: str, words: Callable[[SetAside], str], note: Callable[[SetAside], str]
    ) -> None:
        super().__init__()
        self._action, self._words, self._note = action, words, note
        self._shown: tuple[tuple[SetAside, str], ...] = ()
        self.rows: list[SetAsideRow] = []
        self.none = SoftLabel(none)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S12)
        self._column.addWidget(self.none)

    def show_prompts(self, prompts: Sequence[SetAside]) -> None:
        """Show these; the keyboard stays at the place where it was."""
        now = tuple((prompt, self._note(prompt)) for prompt in prompts)
        if now == self._shown:
            return
        self._shown = now
        had_keyboard = next((n for n, row in enumerate(self.rows) if row.button.hasFocus()), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for prompt, note in now:
            row = SetAsideRow(self._words(prompt), note, self._action)
            row.button.clicked.connect(lambda _checked=False, prompt=prompt: self.chosen.emit(prompt))
            self._column.addWidget(row)
            self.rows.append(row)
        self.none.setVisible(not self.rows)
        if had_keyboard is not None:
            next_one: QWidget = self.rows[min(had_keyboard, len(self.rows) - 1)].button if self.rows else self.none
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)
