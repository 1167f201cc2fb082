"""Tells wherever the person is that some words could not be stored, and holds on to them with the save keeper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.private_copy import private_copy
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S12
from trustjournal.ui.messages import Message, sentence
from trustjournal.ui.parts.refusal import Refusal
from trustjournal.ui.parts.save_keeper import SaveKeeper, SavePhase, SaveState


class SaveBanner(QWidget):
    """Hidden while every word is on the disk or on its way there."""

    said = Signal(str)
    """A sentence for a toast."""
    show_wanted = Signal(object)
    """The `Entry` to go to: its words are not on the disk yet."""

    def __init__(
        self, theme: Theme, icons: Icons, keeper: SaveKeeper, clipboard: QClipboard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._clipboard = clipboard
        self._copied: str | None = None
        self.refusal = Refusal(theme, icons)
        self.retry = Button(self.tr("Try again"))
        self.retry.clicked.connect(keeper.retry)
        self.copy = Button(self.tr("Copy the text"), "quiet", icons.icon("copy", size=16))
        self.copy.setToolTip(self.tr("Other programs on this computer can read what is copied."))
        self.copy.clicked.connect(self._on_copy_clicked)
        self.show_it = Button(self.tr("Show it"), "quiet")
        self.show_it.setAccessibleDescription(self.tr("Goes to the words that are not stored yet"))
        self.show_it.clicked.connect(self._on_show_it_clicked)
        self.refusal.add_action(self.retry)
        self.refusal.add_action(self.show_it)
        self.refusal.add_action(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(S12, S12, S12, S8)
        column.addWidget(self.refusal)
        self.hide()
        keeper.state_changed.connect(self._on_keeper_state_changed)
        self._on_keeper_state_changed(keeper.state)

    def copy_text(self) -> None:
        """Put every word that is not stored yet on the clipboard."""
        texts = ["\n\n".join(part for part in (entry.title, entry.text) if part) for entry in self._keeper.held]
        self._copied = "\n\n".join(texts)
        self._clipboard.setMimeData(private_copy(self._copied))

    def clear_clipboard(self) -> None:
        """Take the copied text off the clipboard again, if it is still there."""
        if self._copied is not None and self._clipboard.text() == self._copied:
            self._clipboard.clear()
        self._copied = None

    def _on_keeper_state_changed(self, state: SaveState) -> None:
        if state.phase is SavePhase.FAILED and state.error is not None:
            told = sentence(state.error)
            still_here = self.tr("Your newest words are not stored yet; this window holds them.")
            self.refusal.say(Message(told.title, f"{told.text} {still_here}", told.next_step))
            self.show()
        elif state.phase in (SavePhase.SAVED, SavePhase.IDLE):
            # Not while it tries again: a banner that comes and goes would blink.
            self.refusal.say(None)
            self.hide()

    def _on_show_it_clicked(self) -> None:
        held = self._keeper.held
        if held:
            self.show_wanted.emit(held[-1])

    def _on_copy_clicked(self) -> None:
        self.copy_text()
        self.said.emit(self.tr("Copied. Other programs can read it until you lock or copy something else."))
