"""Another passphrase for a journal that is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.prompt.flow.getting_in import opened_by_code
from trustjournal.ui.prompt.passphrase_pair import PassphrasePair
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class PassphraseScreen(PromptScreen):
    """Asks for the new one twice, and says what still opens with the old one."""

    submitted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, keyboard: KeyboardLayout, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        pair = self.pair = PassphrasePair(
            theme, icons, keyboard, self.tr("New passphrase"), self.tr("The same passphrase again")
        )
        self.note = Notice(
            self.tr(
                "Older backups and copies still open with the old passphrase. "
                "If somebody else knows it, you could also encrypt everything anew, in Settings."
            )
        )
        self.change = Button("", "primary")
        self.not_now = Button(self.tr("Not now"), "quiet")
        self.not_now.clicked.connect(self.left)
        self.change.clicked.connect(self.submitted)
        pair.submitted.connect(self.submitted)
        pair.edited.connect(self.edited)
        self.spots = {Spot.PASSPHRASE: pair.passphrase_row, Spot.AGAIN: pair.again_row}
        self.buttons = [pair.make_one]
        self.lay_out(S4, pair, self.note, actions=(self.change, self.not_now))

    @override
    def begin(self, state: PromptState) -> None:
        self.pair.forget()

    @override
    def show_state(self, state: PromptState) -> None:
        if opened_by_code(state.vault):
            self.title.setText(self.tr("Choose a new passphrase"))
            self.words.setText(
                self.tr(
                    "Your recovery code opened the journal, and goes on to work. "
                    "A new passphrase takes the place of the old one."
                )
            )
        else:
            self.title.setText(self.tr("Change the passphrase"))
            self.words.setText(self.tr("From then on only the new one opens the journal, besides your other ways in."))
        self.pair.show_state(state)
        self.change.setText(self.tr("Changing it…") if state.is_working else self.tr("Change the passphrase"))
        super().show_state(state)

    @override
    def first_focus(self) -> QWidget:
        return self.pair.passphrase
