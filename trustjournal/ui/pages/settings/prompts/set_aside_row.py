"""One prompt that is not in the draw: its words, when it comes, and one thing that can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.tokens import S4


class SetAsideRow(QWidget):
    """`action` is the words of its button; for a screen reader the prompt's words follow them."""

    def __init__(self, words: str, note: str, action: str) -> None:
        super().__init__()
        self.words = PlainLabel(words, wrap=True)
        self.note = SoftLabel(note)
        self.button = Button(action)
        self.button.setAccessibleName(f"{action}: {words}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self.words)
        column.addWidget(self.note)
        self.note.setVisible(bool(note))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
