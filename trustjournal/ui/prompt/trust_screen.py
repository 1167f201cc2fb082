"""Letting this computer open the journal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class TrustScreen(PromptScreen):
    """Says what it means before it is on."""

    trusted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Unlock with this computer"))
        self.words.setText(
            self.tr(
                "A secret goes into the keyring of this computer. Your passphrase goes on to work, "
                "and you can take this back in Settings at any time."
            )
        )
        meaning = Notice(self.tr("Anyone who is logged in as you on this computer can open this journal then."))
        self.trust = Button("", "primary")
        self.trust.clicked.connect(self.trusted)
        self.not_now = Button(self.tr("Not now"), "quiet")
        self.not_now.clicked.connect(self.left)
        self.spots = {Spot.ACTION: self.not_now}
        self.lay_out(meaning, actions=(self.trust, self.not_now))

    @override
    def show_state(self, state: PromptState) -> None:
        self.trust.setText(self.tr("Asking the keyring…") if state.is_working else self.tr("Trust this computer"))
        super().show_state(state)
        self.trust.setEnabled(bool(state.can_trust) and not state.is_working)

    @override
    def first_focus(self) -> QWidget:
        return self.not_now
