"""One line in the list of the guide: a ring that shows how far one has been, where it has one, and the title."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import HIT_TARGET, RADIUS_CONTROL, Type

_RING = 18
_EDGE = 12
_GAP = 12


class PartButton(QAbstractButton):
    """A checkable line. What the ring shows is also said in words, as its description and its tool tip.

    Without a ring the words stand where those of a heading do.
    """

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None, *, has_ring: bool = True) -> None:
        super().__init__(parent)
        self._has_ring = has_ring
        self._theme = theme
        self._share = 0.0
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)  # more lines, more height
        self.toggled.connect(self.updateGeometry)  # its words are bold then, and longer
        theme.changed.connect(self._on_theme_changed)

    @property
    def share(self) -> float:
        """How much of the ring is drawn, 0 … 1."""
        return self._share

    def set_progress(self, share: float, in_words: str) -> None:
        """Show how far one has been: as a ring, and in words."""
        self._share = max(0.0, min(1.0, share))
        self.setAccessibleDescription(in_words)
        self.setToolTip(in_words)
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        room = width - self._text_left() - self._theme.sp(_EDGE)
        words = QFontMetrics(self._font()).boundingRect(
            QRect(0, 0, max(40, room), 10_000), self._text_flags(), self.text()
        )
        return max(self._theme.sp(HIT_TARGET + 6), words.height() + self._theme.sp(16))

    @override
    def sizeHint(self) -> QSize:
        width = self._text_left() + QFontMetrics(self._font()).horizontalAdvance(self.text()) + self._theme.sp(_EDGE)
        return QSize(width + 2, self._theme.sp(HIT_TARGET + 6))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_left() + self._theme.sp(80), self._theme.sp(HIT_TARGET + 6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        direction = self.layoutDirection()
        if self._has_ring:
            side = self._theme.sp(_RING)
            ring = QRect(self._theme.sp(_EDGE), (self.height() - side) // 2, side, side)
            paint_ring(painter, QRectF(QStyle.visualRect(direction, self.rect(), ring)), self._share, self._theme)
        words = self.rect().adjusted(self._text_left(), 0, -self._theme.sp(_EDGE), 0)
        painter.setFont(self._font())
        painter.setPen(self._theme.colour("ink"))
        flags = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(
            QStyle.visualRect(direction, self.rect(), words), int(flags) | int(Qt.TextFlag.TextWordWrap), self.text()
        )
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        radius = self._theme.sp(RADIUS_CONTROL)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(self._theme.colour("trust_wash"))
            painter.drawRoundedRect(body, radius, radius)
        elif self.underMouse():
            painter.setBrush(self._theme.colour("ink", 5))
            painter.drawRoundedRect(body, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("trust"), 2))
            painter.drawRoundedRect(body, radius, radius)

    def _text_left(self) -> int:
        ring = self._theme.sp(_RING) + self._theme.sp(_GAP) if self._has_ring else 0
        return self._theme.sp(_EDGE) + ring

    def _font(self) -> QFont:
        return self._theme.ui_font(Type.BASE, Type.STRONG if self.isChecked() else Type.NORMAL)

    @staticmethod
    def _text_flags() -> int:
        return int(Qt.TextFlag.TextWordWrap)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def paint_ring(painter: QPainter, rect: QRectF, part: float, theme: Theme) -> None:
    """Paint a ring into the largest square in the middle of `rect`, filled by `part` (0 … 1) from the top on."""
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
