"""A small card that opens under a button and closes when the person goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CONTROL, S4, S12, S16


class Popover(QWidget):
    """Something small to fill in. Escape closes it; the keyboard goes back to where it came from."""

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        flags = Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        super().__init__(anchor, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._anchor = anchor
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(S16, S16, S16, S16)
        self.column.setSpacing(S12)

    def open_below(self, part: QRect | None = None) -> None:
        """Open under the anchor or a part of it, on the side the page begins on, and wholly on its screen."""
        self.adjustSize()
        anchor = self._anchor
        part = part or anchor.rect()
        is_leftwards = anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = part.x() + (part.width() - self.width() if is_leftwards else 0)
        where = anchor.mapToGlobal(QPoint(left, part.y() + part.height() + S4))
        screen = anchor.screen().availableGeometry()
        where.setX(max(screen.left(), min(where.x(), screen.right() - self.width())))
        if where.y() + self.height() > screen.bottom():
            where.setY(anchor.mapToGlobal(QPoint(0, part.y() - self.height() - S4)).y())
        self.move(where)
        self.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = QPainterPath()  # not a translucent window: without a compositor its corners are black
        shape.addRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("border"))
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("surface"))
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()
