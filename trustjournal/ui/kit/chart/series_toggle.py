"""A switch for one line of a chart: a sample of its line and dots, its name, and how many values it has."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.chart.data import DotShape, LineStyle
from trustjournal.ui.kit.chart.painting import draw_shape, line_pen
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import HIT_TARGET, Type

_SAMPLE = 30
_WIDEST_NAME = 180


class SeriesToggle(QCheckBox):
    """A check box that looks like the legend of its line; for a screen reader it is a check box with a name."""

    def __init__(self, theme: Theme, name: str, note: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._note = note
        self._look = (DotShape.CIRCLE, LineStyle.SOLID)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{name}, {note}" if note else name)
        self.setToolTip(self.accessibleName())
        theme.changed.connect(self._on_theme_changed)

    def set_look(self, shape: DotShape, line: LineStyle) -> None:
        """The dots and the line this series has while it is drawn."""
        self._look = (shape, line)
        self.update()

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme
        words = self._name_width() + theme.sp(6) + QFontMetricsF(self._note_font()).horizontalAdvance(self._note)
        return QSize(round(theme.sp(_SAMPLE + 12 + 8 + 12) + words), theme.sp(HIT_TARGET))

    @override
    def minimumSizeHint(self) -> QSize:
        """The note may be cut short where there is no room: it is spoken, and stands in the tooltip."""
        letters = QFontMetricsF(self._note_font()).horizontalAdvance("…")
        width = self._theme.sp(_SAMPLE + 12 + 8 + 12 + 6) + self._name_width() + letters
        return QSize(round(width), self._theme.sp(HIT_TARGET))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        is_on = self.isChecked()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(theme.colour("trust"), 2) if self.hasFocus() else QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("trust_wash" if is_on else "surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        middle = self.height() / 2
        self._paint_sample(painter, self._from_near(theme.sp(12), theme.sp(_SAMPLE)), middle)
        start = float(theme.sp(12 + _SAMPLE + 8))
        painter.setFont(theme.ui_font(Type.CONTROL, Type.MEDIUM))
        painter.setPen(theme.colour("ink"))
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, theme.sp(_WIDEST_NAME))
        self._write(painter, name, start, middle)
        start += metrics.horizontalAdvance(name) + theme.sp(6)
        painter.setFont(self._note_font())
        painter.setPen(theme.colour("ink_soft"))
        room = self.width() - start - theme.sp(12) + 1
        note = QFontMetricsF(painter.font()).elidedText(self._note, Qt.TextElideMode.ElideRight, room)
        self._write(painter, note, start, middle)

    def _paint_sample(self, painter: QPainter, left: float, middle: float) -> None:
        """Off, the sample is only an empty outline of a dot: nothing of it is drawn in the chart."""
        theme = self._theme
        width, radius = theme.sp(_SAMPLE), theme.sp(4)
        shape, line = self._look
        centre = QPointF(left + width / 2, middle)
        if self.isChecked():
            painter.setPen(line_pen(theme.colour("trust"), line, 1.5))
            painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("trust"))
            draw_shape(painter, shape, centre, radius)
        else:
            painter.setPen(QPen(theme.colour("border"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius, radius)

    def _write(self, painter: QPainter, text: str, start: float, middle: float) -> None:
        metrics = QFontMetricsF(painter.font())
        x = self._from_near(start, metrics.horizontalAdvance(text))
        painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), text)

    def _from_near(self, start: float, width: float) -> float:
        """The left edge of something `width` wide that begins `start` from the side where reading begins."""
        return self.width() - start - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else start

    def _name_width(self) -> float:
        metrics = QFontMetricsF(self._theme.ui_font(Type.CONTROL, Type.MEDIUM))
        return min(metrics.horizontalAdvance(self._name) + 1, self._theme.sp(_WIDEST_NAME))

    def _note_font(self) -> QFont:
        return self._theme.figures_font(Type.SMALL)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
