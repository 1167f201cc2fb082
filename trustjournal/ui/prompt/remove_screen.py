"""Closing a way in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.when import day_words
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState, Spot


class RemoveScreen(PromptScreen):
    """Names the way in, and says what it means when it is closed."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.title.setText(self.tr("Close this way in"))
        self.meaning = PlainLabel(wrap=True)
        self.remove = Button("", "danger")
        self.remove.clicked.connect(self.confirmed)
        self.not_now = Button(self.tr("Not now"), "quiet")
        self.not_now.clicked.connect(self.left)
        self.spots = {Spot.ACTION: self.not_now}
        self.lay_out(self.meaning, actions=(self.remove, self.not_now))

    @override
    def show_state(self, state: PromptState) -> None:
        if state.way is not None:
            self.words.setText(self._name(state.way))
            self.meaning.setText(self._meaning(state.way.kind))
        self.remove.setText(self.tr("Closing it…") if state.is_working else self.tr("Close it"))
        super().show_state(state)

    @override
    def first_focus(self) -> QWidget:
        return self.not_now

    def _name(self, way: WayIn) -> str:
        day = day_words(way.made_at.astimezone().date())
        return {
            WayInKind.PASSPHRASE: self.tr("A passphrase, chosen on {day}."),
            WayInKind.RECOVERY: self.tr("The recovery code, made on {day}."),
            WayInKind.DEVICE: self.tr("A computer’s keyring, trusted on {day}."),
        }[way.kind].format(day=day)

    def _meaning(self, kind: WayInKind) -> str:
        return {
            WayInKind.PASSPHRASE: self.tr("This passphrase no longer opens the journal then."),
            WayInKind.RECOVERY: self.tr(
                "The code on your paper no longer opens the journal then. If you forget your passphrase, "
                "there is no way in."
            ),
            WayInKind.DEVICE: self.tr(
                "That computer asks for the passphrase then. Older backups still open with what its keyring had."
            ),
        }[kind]
