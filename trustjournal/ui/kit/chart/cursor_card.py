"""The small card beside a chart's cursor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.chart.data import CardText
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CARD, Type

_WIDEST = 260


class CursorCard(QWidget):
    """Shows a `CardText`; it is painted, lets the mouse through, and is spoken by the chart, not by itself."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = parent
        self._title = ""
        self._lines: list[tuple[str, str, bool]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_text(self, card: CardText, x: float, *, chosen: int | None = None) -> None:
        """Stand beside `x`, on the side with more room. `chosen` is the mark to point out, where there are several."""
        theme = self._theme
        widest = min(theme.sp(_WIDEST), max(120, self._ground.width() // 2))
        self._lines = []
        self._lines.extend((part, "ink", False) for line in card.lines for part in self._wrapped(line, widest))
        for number, line in enumerate(card.mark_lines):
            words = f"› {line}" if number == chosen else line
            self._lines.extend((part, "ink", number == chosen) for part in self._wrapped(words, widest))
        self._lines.extend((part, "trust_text", False) for part in self._wrapped(card.action, widest))
        self._title = card.title
        width, height = self._measured()
        pad, away = theme.sp(12), theme.sp(14)
        size = QSize(round(width) + 2 * pad, round(height) + 2 * pad - theme.sp(2))
        parent = self._ground.rect()
        left = x + away if x < parent.width() / 2 else x - away - size.width()
        left = max(2.0, min(left, parent.width() - size.width() - 2.0))
        top = max(2, min(theme.sp(28), parent.height() - size.height() - 2))
        self.setGeometry(round(left), top, size.width(), size.height())
        self.show()
        self.raise_()
        self.update()

    def _wrapped(self, text: str, width: float) -> list[str]:
        if not text:
            return []
        layout = QTextLayout(text, self._theme.ui_font(Type.SMALL))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        parts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            parts.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        return parts

    def _measured(self) -> tuple[float, float]:
        title = QFontMetricsF(self._theme.ui_font(Type.BASE, Type.STRONG))
        small = QFontMetricsF(self._theme.figures_font(Type.SMALL))
        widths = [
            title.horizontalAdvance(self._title),
            *(small.horizontalAdvance(line) + 8 for line, _, _ in self._lines),
        ]
        return max(widths), title.height() + len(self._lines) * (small.height() + self._theme.sp(3))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border", 60), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        pad = theme.sp(12)
        painter.setFont(theme.ui_font(Type.BASE, Type.STRONG))
        painter.setPen(theme.colour("ink"))
        y: float = pad - theme.sp(2)
        y += self._write(painter, self._title, y) + theme.sp(3)
        painter.setFont(theme.figures_font(Type.SMALL))
        for line, token, is_chosen in self._lines:
            painter.setPen(theme.colour("trust_text" if is_chosen else token))
            y += self._write(painter, line, y) + theme.sp(3)

    def _write(self, painter: QPainter, text: str, y: float) -> float:
        metrics = QFontMetricsF(painter.font())
        pad = self._theme.sp(12)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - pad - metrics.horizontalAdvance(text) if is_mirrored else pad
        painter.drawText(QPointF(x, y + metrics.ascent()), text)
        return metrics.height()
