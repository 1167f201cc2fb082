"""The opaque cover that goes over everything the moment somebody locks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S16
from trustjournal.ui.messages import Message, sentence
from trustjournal.ui.parts.refusal import Refusal


class Cover(QWidget):
    """Says that the journal is being locked, or why it cannot be locked yet without losing words."""

    retry_requested = Signal()
    """Try to store the words and lock again."""
    copy_requested = Signal()
    """Put the words that cannot be stored on the clipboard."""
    return_requested = Signal()
    """Do not lock; go back to the page."""
    leave_anyway_requested = Signal()
    """Go although the newest words are lost by it."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it takes the keyboard from the page, and is no place to go
        scroll = ScrollColumn(max_width=480)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._words = SoftLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.refusal = Refusal(theme, icons)
        self.retry = Button(self.tr("Try again"), "primary")
        self.retry.clicked.connect(self.retry_requested)
        self.go_back = Button(self.tr("Back to the page"))
        self.go_back.clicked.connect(self.return_requested)
        self.copy = Button(self.tr("Copy the text"), "plain", icons.icon("copy", size=16))
        self.copy.setToolTip(self.tr("Other programs on this computer can read what is copied."))
        self.copy.clicked.connect(self._on_copy_clicked)
        self._copied = Notice()
        self.leave_anyway = Button(self.tr("Leave without these words"), "danger")
        self.leave_anyway.clicked.connect(self.leave_anyway_requested)
        for button in (self.retry, self.copy, self.go_back, self.leave_anyway):
            self.refusal.add_action(button)
        scroll.body.setSpacing(S16)
        scroll.body.addStretch(1)
        scroll.body.addWidget(self._words)
        scroll.body.addWidget(self.refusal)
        scroll.body.addWidget(self._copied)
        scroll.body.addStretch(1)
        self.say_locking()

    def say_locking(self) -> None:
        """Nothing stands in the way."""
        self.refusal.say(None)
        self._copied.say("")
        self._words.setText(self.tr("Locking…"))
        self.setAccessibleName(self._words.text())
        self._words.show()

    def refuse(self, error: Exception) -> None:
        """Say why the newest words could not be stored, and offer the ways out."""
        told = sentence(error)
        words = self.tr("Your newest words are not stored yet, so the journal is covered but not locked.")
        self.refusal.say(Message(told.title, f"{told.text} {words}", told.next_step))
        self._words.hide()
        self.retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit()
        self._copied.say(
            self.tr("Copied. Put it into another program before you leave: leaving takes it off the clipboard.")
        )
