"""In the unit about what happened lately: whether it was in the last four weeks, and what follows from that."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.parts.when import day_words


class LatelyCard(Card):
    """A tick box, and in one sentence what it does."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, small=True)
        self.check = WrappedCheck(self.tr("This happened in the last four weeks"))
        self.check.clicked.connect(self.answered)
        self._what = SoftLabel(small=True)
        self.body.addWidget(self.check)
        self.body.addWidget(self._what)
        self.show_until(None)

    def show_until(self, until: date | None) -> None:
        """Say until when prompts stay light; None: that was not asked for, or is over."""
        self.check.set_checked(until is not None)
        if until is None:
            words = self.tr("Tick this, and prompts stay short and light for four weeks, in the guide too.")
        else:
            words = self.tr(
                "Up to {day} prompts stay short and light, in the guide too. Take the tick away to end it sooner."
            ).format(day=day_words(until))
        self._what.setText(words)
        self.check.box.setAccessibleDescription(words)
