"""Paints what is marked in a text: grounds under what was found, waves under words no dictionary knows.

Not with `QTextEdit.setExtraSelections`: it draws a whole line anew for every mark on it, which with some dozens of
unknown words in sight took 25 ms a key. Here it is one rectangle each.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QTextEdit

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor.lines import x_of
from trustjournal.ui.parts.editor.marks import MarkLayer, Marks

_WAVE_LENGTH, _WAVE_HEIGHT = 6, 4


class MarkPainter:
    """Paints the marks of one text, as far as they are in sight."""

    def __init__(self, edit: QTextEdit, theme: Theme, marks: Marks) -> None:
        self._edit = edit
        self._theme = theme
        self._marks = marks
        self._wave = QPixmap()
        self._wave_of: tuple[str, float] = "", 0.0

    def paint_below(self, painter: QPainter, area: QRect) -> None:
        """Paint the grounds of what was found."""
        for layer, rect in self._seen(area, of_spelling=False):
            is_current = layer is MarkLayer.CURRENT
            painter.fillRect(rect, self._theme.colour("trust", 25) if is_current else self._theme.colour("trust_wash"))
            thickness = 2 if is_current else 1  # never colour alone
            line = QRectF(rect.left(), rect.bottom() - thickness, rect.width(), thickness)
            painter.fillRect(line, self._theme.colour("trust"))

    def paint_above(self, painter: QPainter, area: QRect) -> None:
        """Paint the waves under words."""
        for _, rect in self._seen(area, of_spelling=True):
            wave = QRectF(rect.left(), rect.bottom() - _WAVE_HEIGHT, rect.width(), _WAVE_HEIGHT)
            painter.drawTiledPixmap(wave, self._tile(), QPointF(rect.left() % _WAVE_LENGTH, 0))

    def _seen(self, area: QRect, *, of_spelling: bool) -> Iterator[tuple[MarkLayer, QRectF]]:
        if not self._marks:
            return
        document = self._edit.document()
        layout = document.documentLayout()
        scrolled = self._edit.verticalScrollBar().value()
        first, last = (
            document.findBlock(max(0, layout.hitTest(QPointF(0, y + scrolled), Qt.HitTestAccuracy.FuzzyHit)))
            for y in (area.top(), area.bottom())
        )
        for layer, ranges in self._marks.between(first.position(), last.position() + last.length()).items():
            if (layer is MarkLayer.SPELLING) is of_spelling:
                for start, end in ranges:
                    for rect in self._rects(start, end, scrolled):
                        if rect.bottom() >= area.top() and rect.top() <= area.bottom():
                            yield layer, rect

    def _rects(self, start: int, end: int, scrolled: int) -> Iterator[QRectF]:
        """Where a range is, line by line."""
        document = self._edit.document()
        block = document.findBlock(start)
        origin = document.documentLayout().blockBoundingRect(block).topLeft() - QPointF(0, scrolled)
        start, end = start - block.position(), min(end - block.position(), block.length() - 1)
        line = block.layout().lineForTextPosition(start)
        while line.isValid() and start < end:
            reached = min(end, line.textStart() + line.textLength())
            sides = x_of(line, start), x_of(line, reached)
            yield QRectF(min(sides), line.y(), abs(sides[1] - sides[0]), line.height()).translated(origin)
            start = max(reached, start + 1)
            line = block.layout().lineAt(line.lineNumber() + 1) if start < end else line

    def _tile(self) -> QPixmap:
        """One wave, which is laid side by side."""
        colour, scale = self._theme.palette.broken, self._edit.devicePixelRatioF()
        if self._wave_of != (colour, scale):
            self._wave_of = colour, scale
            self._wave = QPixmap(round(_WAVE_LENGTH * scale), round(_WAVE_HEIGHT * scale))
            self._wave.setDevicePixelRatio(scale)
            self._wave.fill(QColor(0, 0, 0, 0))
            path = QPainterPath(QPointF(-_WAVE_LENGTH / 2, 1))
            for number in range(4):
                path.lineTo(_WAVE_LENGTH / 2 * number, 3 if number % 2 == 0 else 1)
            painter = QPainter(self._wave)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), 1.1))
            painter.drawPath(path)
            painter.end()
        return self._wave
