"""A sentence that stays: what went wrong here, or what is good to know here."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trustjournal.ui.kit.labels import PlainLabel

NoticeKind = Literal["calm", "care", "problem"]


class Notice(QFrame):
    """A tinted box with a sentence, beside the thing it speaks of. Hidden while it has nothing to say."""

    def __init__(self, text: str = "", kind: NoticeKind = "calm", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._label = PlainLabel(text, wrap=True)
        row.addWidget(self._label)
        if not text:
            self.hide()  # shown before it has a parent, it would be a window of its own

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Show a sentence and have it read out; an empty one hides the box."""
        self._label.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
