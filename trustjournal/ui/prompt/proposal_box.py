"""A passphrase the program made up from random words, to take or to leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, Type


class ProposalBox(Card):
    """Hidden until there is a proposal."""

    taken = Signal(str)
    another_wanted = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, small=True)
        self._theme = theme
        self._words = PlainLabel(wrap=True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.take = Button(self.tr("Use these words"))
        self.take.clicked.connect(self._on_take_clicked)
        self.another = Button(self.tr("Other words"))
        self.another.clicked.connect(self.another_wanted)
        self.leave = Button(self.tr("No, thank you"), "quiet")
        self.leave.clicked.connect(self.dismissed)
        column = QVBoxLayout()
        column.setSpacing(S8)
        column.addWidget(self._words)
        column.addWidget(SoftLabel(self.tr("Made on this computer from a list of 7,776 words."), small=True))
        column.addWidget(button_row(self.take, self.another, self.leave))
        self.body.addLayout(column)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def words(self) -> str:
        """The proposed passphrase."""
        return self._words.text()

    def show_state(self, proposal: str | None) -> None:
        """Show a proposal, or nothing."""
        was_hidden = self.isHidden()
        self._words.setText(proposal or "")
        self.setVisible(proposal is not None)
        if proposal is not None and was_hidden:
            self.take.setFocus()

    def _on_take_clicked(self) -> None:
        self.taken.emit(self.words)

    def _dress(self) -> None:
        self._words.setFont(self._theme.serif_font(Type.PROMPT))
