"""Encrypting everything anew: what it does, what it ends, and the passphrase afterwards."""

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
from trustjournal.ui.prompt.passphrase_pair import PassphrasePair
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class ReEncryptScreen(PromptScreen):
    """Says all of it before anything begins."""

    submitted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, keyboard: KeyboardLayout, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Encrypt everything anew"))
        self.words.setText(
            self.tr(
                "Every page is written again under a new key. This takes some seconds, with many pages a few minutes. "
                "You can stop it until near the end, and then nothing is changed. "
                "The passphrase can stay the same. If somebody may know it, a new one is better."
            )
        )
        self.note = Notice()
        pair = self.pair = PassphrasePair(
            theme,
            icons,
            keyboard,
            self.tr("Passphrase from then on"),
            self.tr("This passphrase again"),
        )
        self.start = Button(self.tr("Encrypt everything anew"), "primary")
        self.start.clicked.connect(self.submitted)
        self.not_now = Button(self.tr("Not now"), "quiet")
        self.not_now.clicked.connect(self.left)
        pair.submitted.connect(self.submitted)
        pair.edited.connect(self.edited)
        self.spots = {Spot.PASSPHRASE: pair.passphrase_row, Spot.AGAIN: pair.again_row, Spot.ACTION: self.start}
        self.buttons = [pair.make_one]
        self.lay_out(self.note, S4, pair, actions=(self.start, self.not_now))

    @override
    def begin(self, state: PromptState) -> None:
        self.pair.forget()

    @override
    def show_state(self, state: PromptState) -> None:
        ended = (
            self.tr("Afterwards the recovery code you have and other computers no longer open it; you get a new code.")
            if state.has_recovery_code
            else self.tr("Afterwards other computers no longer open it.")
        )
        kept = self.tr("Older backups and copies still open with the old passphrase and the old key.")
        if self.note.text() != f"{ended} {kept}":
            self.note.say(f"{ended} {kept}")
        self.pair.show_state(state)
        super().show_state(state)

    @override
    def first_focus(self) -> QWidget:
        return self.pair.passphrase
