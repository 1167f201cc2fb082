"""How far something is, as a line that fills."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.spoken import SpokenNumber, SpokenWidget
from trustjournal.ui.kit.theme import Theme

_HEIGHT = 8


class ProgressLine(SpokenWidget):
    """From 0 to 100 per cent; `label` says of what."""

    spoken_role = QAccessible.Role.ProgressBar

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._percent = 0
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def percent(self) -> int:
        """How far it is."""
        return self._percent

    def set_percent(self, percent: int) -> None:
        """It is this far."""
        if percent != self._percent:
            self._percent = percent
            self.say_value()
            self.update()

    @override
    def value_text(self) -> str:
        return self.tr("{percent} %").format(percent=self._percent)

    @override
    def spoken_number(self) -> SpokenNumber:
        return SpokenNumber(0, 100, self._percent)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.sp(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line = QRectF(self.rect())
        radius = line.height() / 2
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(line, radius, radius)
        filled = QRectF(line)
        filled.setWidth(max(line.height(), line.width() * self._percent / 100))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(line.right())
        if self._percent:
            painter.setBrush(self._theme.colour("trust"))
            painter.drawRoundedRect(filled, radius, radius)
        painter.end()
