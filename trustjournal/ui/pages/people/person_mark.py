"""A round mark with somebody's initials, to find them by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import Type

_SIDE = 40


def initials(name: str) -> str:
    """The first letters of the first and the last word, or what the name begins with."""
    words = name.split()
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [name.strip()[:1]]
    return "".join(letters).upper()


class PersonMark(QWidget):
    """Decoration: the name stands beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters = ""
        theme.changed.connect(self._fit)
        self._fit()

    def show_name(self, name: str) -> None:
        """Show the initials of a name."""
        self._letters = initials(name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("trust_wash"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.ui_font(Type.BASE, Type.STRONG))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)
        painter.end()

    def _fit(self) -> None:
        side = self._theme.sp(_SIDE)
        self.setFixedSize(side, side)
        self.update()
