"""A new passphrase, typed twice: how strong it is, and one made up on request."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12, S16
from trustjournal.ui.kit.typing_hint import TypingHint
from trustjournal.ui.parts.labelled import Labelled
from trustjournal.ui.prompt.proposal_box import ProposalBox
from trustjournal.ui.prompt.state import PromptState
from trustjournal.ui.prompt.strength_meter import StrengthMeter

LONGEST_PASSPHRASE = 1000


class PassphrasePair(QWidget):
    """The two fields and what belongs to them."""

    passphrase_edited = Signal()
    """The first field changed: it wants to be estimated."""
    proposal_wanted = Signal()
    proposal_done = Signal()
    edited = Signal()
    submitted = Signal()
    """Enter was pressed in the second field."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        keyboard: KeyboardLayout,
        name: str,
        again: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.passphrase, self.again = PassphraseEdit(icons), PassphraseEdit(icons)
        for field in (self.passphrase, self.again):
            field.setMaxLength(LONGEST_PASSPHRASE)
            field.textEdited.connect(self.edited)
        self.passphrase_row = Labelled(name, self.passphrase)
        self.again_row = Labelled(again, self.again)
        self.again_row.column.addWidget(TypingHint(keyboard, self.passphrase, self.again, keeps_place=True))
        self.meter = StrengthMeter(theme)
        self.make_one = Button(self.tr("Make one for me"), "plain", icons.icon("dice", size=16))
        self.make_one.clicked.connect(self.proposal_wanted)
        self.proposal = ProposalBox(theme)
        self.proposal.taken.connect(self._on_proposal_taken)
        self.proposal.another_wanted.connect(self.proposal_wanted)
        self.proposal.dismissed.connect(self._on_proposal_dismissed)
        self.passphrase.textChanged.connect(self.passphrase_edited)
        self.passphrase.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.passphrase)
        self._lay_out()

    def forget(self) -> None:
        """Empty both fields."""
        self.passphrase.forget()
        self.again.forget()

    def show_state(self, state: PromptState) -> None:
        """Show its part of the state."""
        self.meter.show_state(state.strength)
        self.proposal.show_state(state.proposal)
        self.make_one.setVisible(state.proposal is None)
        for field in (self.passphrase, self.again):
            field.setReadOnly(state.is_working)

    def _on_proposal_taken(self, words: str) -> None:
        for field in (self.passphrase, self.again):
            field.setText(words)
            field.set_shown(True)
        self.passphrase_edited.emit()
        self.proposal_done.emit()
        self.edited.emit()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_proposal_dismissed(self) -> None:
        self.proposal_done.emit()
        self.make_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S12)
        column.addWidget(self.passphrase_row)
        meter_row = QHBoxLayout()
        meter_row.setSpacing(S16)
        meter_row.addWidget(self.meter, 1)
        meter_row.addWidget(self.make_one)
        column.addLayout(meter_row)
        column.addWidget(self.proposal)
        column.addWidget(self.again_row)
