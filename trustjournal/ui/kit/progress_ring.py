"""A small ring that fills as one goes along."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme


class ProgressRing(QWidget):
    """A part of a whole, 0 to 1, clockwise from the top. Say the number in words beside it, or as its name."""

    def __init__(self, theme: Theme, part: float = 0.0, parent: QWidget | None = None, *, size: int = 18) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._part = 0.0
        self.set_part(part)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def part(self) -> float:
        """How much of the ring is filled, 0 to 1."""
        return self._part

    def set_part(self, part: float) -> None:
        """Fill the ring, kept between 0 and 1."""
        self._part = max(0.0, min(1.0, part))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.sp(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), self._part, self._theme)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


def paint_ring(painter: QPainter, rect: QRectF, part: float, theme: Theme) -> None:
    """Paint a ring into the largest square in the middle of `rect`, for delegates too."""
    side = min(rect.width(), rect.height())
    width = max(2.0, side * 0.13)
    square = QRectF(0, 0, side - width - 1, side - width - 1)
    square.moveCenter(rect.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour("line"), width)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square)
    if part > 0:
        pen.setColor(theme.colour("trust"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if part < 1 else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(square, 90 * 16, -round(part * 360 * 16))
