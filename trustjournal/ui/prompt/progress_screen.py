"""How far it is, and the way to stop it while it can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.progress_line import ProgressLine
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState


class ProgressScreen(PromptScreen):
    """A bar and a number."""

    cancelled = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.bar = ProgressLine(theme, self.tr("How far it is"))
        self.percent = SoftLabel()
        self.cancel = Button("")
        self.cancel.clicked.connect(self.cancelled)
        self.lay_out(S4, self.bar, self.percent, actions=(self.cancel,))
        self.buttons = []

    @override
    def show_state(self, state: PromptState) -> None:
        is_moving = state.vault is None
        self.title.setText(self.tr("Moving the journal") if is_moving else self.tr("Encrypting everything anew"))
        self.words.setText(
            self.tr("It stays in its old place until all of it is in the new one.")
            if is_moving
            else self.tr("You can leave this open and do something else.")
        )
        percent = round(100 * state.progress)
        self.bar.set_percent(percent)
        self.percent.setText(self.bar.value_text())
        self.cancel.setVisible(not is_moving)
        self.cancel.setText(self.tr("Stopping…") if state.is_cancelling else self.tr("Stop"))
        self.cancel.setEnabled(not state.is_cancelling)
        super().show_state(state)

    @override
    def first_focus(self) -> QWidget:
        return self.cancel
