"""Paints what is marked in a text: grounds under what was found, waves under words no dictionary knows.

Not with `QTextEdit.setExtraSelections`: it draws a whole line anew for every mark on it, which with some dozens of
unknown words in sight took 25 ms a key. Here it is one rectangle each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTextLayout, QTextLine
from PySide6.QtWidgets import QTextEdit

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor.lines import x_of
from trustjournal.ui.parts.editor.marks import MarkLayer, Marks

_WAVE_LENGTH, _WAVE_HEIGHT = 6, 4
_STRIP = 240
"""Pixels; a whole number of waves."""


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
            waves = self._waves()
            scale = waves.devicePixelRatio()
            left, top, right = round(rect.left()), round(rect.bottom()) - _WAVE_HEIGHT, round(rect.right())
            while left < right:
                width = min(right - left, _STRIP)
                source = QRectF(0, 0, width * scale, _WAVE_HEIGHT * scale)
                painter.drawPixmap(QRectF(left, top, width, _WAVE_HEIGHT), waves, source)
                left += width

    def _seen(self, area: QRect, *, of_spelling: bool) -> Iterator[tuple[MarkLayer, QRectF]]:
        """Where something is marked, line by line."""
        if not self._marks:
            return
        document = self._edit.document()
        layout = document.documentLayout()
        scrolled = self._edit.verticalScrollBar().value()
        block, last = (
            document.findBlock(max(0, layout.hitTest(QPointF(0, y + scrolled), Qt.HitTestAccuracy.FuzzyHit)))
            for y in (area.top(), area.bottom())
        )
        marked = [
            (layer, start, end)
            for layer, marks in self._marks.between(block.position(), last.position() + last.length()).items()
            if (layer is MarkLayer.SPELLING) is of_spelling
            for start, end in marks
        ]
        while marked and block.isValid() and block.position() <= last.position():
            begin, end_of_block = block.position(), block.position() + block.length()
            here = [one for one in marked if one[1] < end_of_block and one[2] > begin]
            if here:
                origin = layout.blockBoundingRect(block).topLeft() - QPointF(0, scrolled)
                for line in _lines_between(block.layout(), area.top() - origin.y(), area.bottom() - origin.y()):
                    yield from _on_line(line, here, begin, origin)
            block = block.next()

    def _waves(self) -> QPixmap:
        """Waves for a long word, of which shorter ones get a piece: five times as fast as to lay out single waves."""
        colour, scale = self._theme.palette.broken, self._edit.devicePixelRatioF()
        if self._wave_of != (colour, scale):
            self._wave_of = colour, scale
            self._wave = QPixmap(round(_STRIP * scale), round(_WAVE_HEIGHT * scale))
            self._wave.setDevicePixelRatio(scale)
            self._wave.fill(QColor(0, 0, 0, 0))
            path = QPainterPath(QPointF(-_WAVE_LENGTH / 2, 1))
            for number in range(2 * _STRIP // _WAVE_LENGTH + 2):
                path.lineTo(_WAVE_LENGTH / 2 * number, 3 if number % 2 == 0 else 1)
            painter = QPainter(self._wave)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), 1.1))
            painter.drawPath(path)
            painter.end()
        return self._wave


def _lines_between(layout: QTextLayout, top: float, bottom: float) -> Iterator[QTextLine]:
    """The lines of a paragraph that reach into a height; a paragraph can have thousands."""
    count = layout.lineCount()
    number = bisect_left(range(count), top, key=lambda number: layout.lineAt(number).rect().bottom())
    while number < count and (line := layout.lineAt(number)).y() <= bottom:
        yield line
        number += 1


def _on_line(
    line: QTextLine, marked: Sequence[tuple[MarkLayer, int, int]], begin: int, origin: QPointF
) -> Iterator[tuple[MarkLayer, QRectF]]:
    """What is marked on a line of a paragraph that begins at a position of the text and a place of the viewport."""
    first, top = begin + line.textStart(), origin.y() + line.y()
    last, height = first + line.textLength(), line.height()
    for layer, start, end in marked:
        if start < last and end > first:
            x = x_of(line, max(start, first) - begin)
            width = x_of(line, min(end, last) - begin) - x
            yield layer, QRectF(origin.x() + x, top, width, height).normalized()
