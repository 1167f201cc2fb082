"""The prompt an entry was begun from, and how to close it, beside a bar on the side the lines begin on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16, S24


class Quote(QWidget):
    """Hidden while there is nothing to quote."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._label = SoftLabel(small=True)
        self._closing = SoftLabel(small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(S16, S8, S24, 0)
        column.setSpacing(S4)
        column.addWidget(self._label)
        column.addWidget(self._closing)
        self.hide()
        theme.changed.connect(self.update)

    def text(self) -> str:
        """What is quoted."""
        return self._label.text()

    def closing(self) -> str:
        """How to close it."""
        return self._closing.text()

    def set_text(self, text: str, closing: str) -> None:
        """Quote something, or nothing."""
        self._label.setText(text)
        self._closing.setText(closing)
        self._closing.setVisible(bool(closing))
        self.setVisible(bool(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        where = QRect(0, S8 - 2, 3, self.height() - S8 + 2)
        painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), where), self._theme.colour("trust"))
        painter.end()
