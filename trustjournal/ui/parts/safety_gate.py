"""The question before anything that leads to speaking up, sharing or repairing: can one disagree with them safely?

Nothing about the answer is kept, here or anywhere: it decides what is shown next, and is forgotten.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.place import Place
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import PlainLabel, ReadingLabel, SoftLabel
from trustjournal.ui.kit.link_card import LinkCard
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12

SAFETY_ARTICLE = Place("help", "is-it-a-trust-issue")
HELP = Place("help")


class SafetyGate(Card):
    """Asks, and where the answer is not a plain yes, says what may help before it lets somebody go on."""

    passed = Signal()
    """They can disagree safely."""
    passed_for_clarity = Signal()
    """They wish to go on for their own clarity, not to act on it."""
    left = Signal()
    """They rather not go on now."""
    go_requested = Signal(object)
    """A `Place` with something that helps."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._question = self._make_question()
        self._advice = self._make_advice(theme)
        self.body.addWidget(self._question)
        self.body.addWidget(self._advice)
        self._advice.hide()

    @property
    def is_advising(self) -> bool:
        """Whether the answer was not a plain yes."""
        return not self._advice.isHidden()

    def ask(self) -> None:
        """Ask, as if it had never been answered."""
        self._advice.hide()
        self._question.show()

    def first_focus(self) -> QWidget:
        """The widget that gets the keyboard: no answer, so that a key pressed twice gives none."""
        return self.article if self.is_advising else self.question

    def _make_question(self) -> QWidget:
        words = self.tr("Think of the person this is about. Can you disagree with them safely?")
        self.question = ReadingLabel(words, role="prompt")
        self.yes = Button(self.tr("Yes"), "plain")
        self.not_sure = Button(self.tr("Not sure"), "plain")
        self.no = Button(self.tr("No"), "plain")
        self.yes.clicked.connect(self.passed)
        self.not_sure.clicked.connect(self._advise)
        self.no.clicked.connect(self._advise)
        for button in (self.yes, self.not_sure, self.no):
            button.setAccessibleDescription(words)
        self.not_now = Button(self.tr("Not now"), "quiet")
        self.not_now.clicked.connect(self.left)
        return _column(
            self.question,
            SoftLabel(self.tr("Nothing about your answer is kept.")),
            button_row(self.yes, self.not_sure, self.no, self.not_now),
        )

    def _make_advice(self, theme: Theme) -> QWidget:
        self._advice_words = self.tr(
            "Then this can wait. It is for two people who can disagree safely. You deserve to talk to someone who "
            "knows about this. You do not have to decide anything today."
        )
        self.article = LinkCard(self.tr("Is it a trust issue, or is something wrong?"), "", theme)
        self.article.clicked.connect(lambda: self.go_requested.emit(SAFETY_ARTICLE))
        self.help = LinkCard(self.tr("Help"), self.tr("Numbers to call, and pages about being safe."), theme)
        self.help.clicked.connect(lambda: self.go_requested.emit(HELP))
        self.for_clarity = LinkCard(self.tr("Go on, only to see it more clearly"), "", theme, framed=False)
        self.for_clarity.clicked.connect(self.passed_for_clarity)
        self.leave = Button(self.tr("Not now"), "quiet")
        self.leave.clicked.connect(self.left)
        return _column(
            PlainLabel(self._advice_words, wrap=True),
            self.article,
            self.help,
            self.for_clarity,
            button_row(self.leave),
        )

    def _advise(self) -> None:
        self._question.hide()
        self._advice.show()
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._advice_words))


def _column(*parts: QWidget) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S12)
    for part in parts:
        column.addWidget(part)
    return widget
