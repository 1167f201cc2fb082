"""What is painted around the letters: bars of quotes, grounds of code, boxes of tasks, rules, and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

from trustjournal.domain.markup import Checkbox
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CONTROL, S12
from trustjournal.ui.parts.editor.clean import units
from trustjournal.ui.parts.editor.lines import x_of
from trustjournal.ui.parts.editor.looks import IN_ADDRESS, tall_letter
from trustjournal.ui.parts.editor.pictures import ROOM_AROUND, Pictures
from trustjournal.ui.parts.editor.styler import CODE, PICTURE, QUOTE, RULE, TASK, TICKED, painted, read_block

BAR = 3
FADED = 0.2
"""How much is left to be seen of a picture while its line is written on."""


class Backdrop:
    """Paints what is around the letters of one text, and tells what is where."""

    def __init__(self, edit: QTextEdit, theme: Theme, pictures: Pictures) -> None:
        self._edit = edit
        self._theme = theme
        self._pictures = pictures

    # What is where ----------------------------------------------------------------------------

    def task_at(self, place: QPoint) -> QTextBlock | None:
        """The task whose box is at a place of the viewport."""
        for block, rect in self._blocks(QRect(place, place)):
            if painted(block) & TASK:
                checkbox = read_block(block).checkbox
                if checkbox is not None and self._box(block, rect, checkbox).adjusted(-6, -6, 6, 6).contains(place):
                    return block
        return None

    def picture_at(self, place: QPoint, *, while_written_on: bool = False) -> str:
        """The id of the picture at a place of the viewport; empty where there is none or its line is written on."""
        for block, rect in self._blocks(QRect(place, place)):
            if painted(block) & PICTURE and (while_written_on or not self._is_written_on(block)):
                picture_id = read_block(block).picture
                where = self._picture_rect(block, rect, picture_id)
                if where is not None and where.contains(place):
                    return picture_id
        return ""

    # Painting ---------------------------------------------------------------------------------

    def blocks_in(self, area: QRect) -> Sequence[tuple[QTextBlock, QRectF]]:
        """The blocks in an area of the viewport that have something to paint, for both of the following."""
        return list(self._blocks(area))

    def paint_below(self, painter: QPainter, blocks: Sequence[tuple[QTextBlock, QRectF]]) -> None:
        """Paint what the letters stand on."""
        for block, rect in blocks:
            paints = painted(block)
            if paints & CODE:
                self._paint_code(painter, block, rect)
            if paints & QUOTE:
                self._paint_bar(painter, block, rect)
            if paints & RULE:
                self._paint_rule(painter, block, rect)
            if paints & PICTURE and self._is_written_on(block):
                self._paint_picture(painter, block, rect, FADED)
                self._paint_letter(painter, block, rect)

    def paint_above(self, painter: QPainter, blocks: Sequence[tuple[QTextBlock, QRectF]]) -> None:
        """Paint what covers letters."""
        for block, rect in blocks:
            paints = painted(block)
            if paints & TASK:
                self._paint_box(painter, block, rect, is_ticked=bool(paints & TICKED))
            if paints & PICTURE and not self._is_written_on(block):
                self._paint_picture(painter, block, rect, 1)

    def _paint_code(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        top, height = self._band(block, rect)
        painter.fillRect(QRectF(0, top, self._edit.viewport().width(), height), self._theme.colour("rail"))

    def _paint_bar(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        room = self._edit.document().rootFrame().frameFormat().leftMargin()
        left = room - S12 if block.textDirection() is not Qt.LayoutDirection.RightToLeft else rect.right() + S12 - BAR
        top, height = self._band(block, rect)
        painter.fillRect(QRectF(left, top, BAR, height), self._theme.colour("trust"))

    def _paint_rule(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        line = block.layout().lineAt(0)
        y = rect.top() + line.y() + line.ascent() * 0.68
        words = line.naturalTextRect().translated(rect.topLeft())
        painter.setPen(QPen(self._theme.colour("border"), 1))
        if block.textDirection() is Qt.LayoutDirection.RightToLeft:
            painter.drawLine(QPointF(rect.left(), y), QPointF(words.left() - S12, y))
        else:
            painter.drawLine(QPointF(words.right() + S12, y), QPointF(rect.right(), y))

    def _paint_box(self, painter: QPainter, block: QTextBlock, rect: QRectF, *, is_ticked: bool) -> None:
        checkbox = read_block(block).checkbox
        if checkbox is None:
            return
        box = self._box(block, rect, checkbox)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("trust" if is_ticked else "border"), 1.5))
        painter.setBrush(self._theme.colour("trust" if is_ticked else "surface"))
        painter.drawRoundedRect(box, box.width() / 5, box.width() / 5)
        if is_ticked:
            tick = QPainterPath(QPointF(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52))
            tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71)
            tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.31)
            pen = QPen(self._theme.colour("on_trust"), box.width() / 8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(tick)
        painter.restore()

    def _paint_picture(self, painter: QPainter, block: QTextBlock, rect: QRectF, opacity: float) -> None:
        picture_id = read_block(block).picture
        where = self._picture_rect(block, rect, picture_id)
        if where is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if opacity == 1:  # over the letters
            painter.fillRect(rect, self._theme.colour("paper"))
        shape = QPainterPath()
        shape.addRoundedRect(where, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setClipPath(shape)
        painter.setOpacity(opacity)
        image = self._pictures.image(picture_id, round(where.width() * self._edit.devicePixelRatioF()))
        if image is None or image.isNull():
            painter.fillRect(where, self._theme.colour("rail"))
        else:
            painter.drawImage(where, image)
        cursor = self._edit.textCursor()
        if cursor.hasSelection() and cursor.selectionStart() <= block.position() < cursor.selectionEnd():
            painter.fillRect(where, self._theme.colour("trust", 40))
        painter.restore()

    def _paint_letter(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        """The one letter of the line that is too tall to be seen."""
        position = tall_letter(block.text())
        line = block.layout().lineForTextPosition(position)
        font = self._edit.font()
        font.setPixelSize(max(1, round((x_of(line, position + 1) - x_of(line, position)) * 3)))
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink_soft"))
        painter.drawText(rect.topLeft() + QPointF(x_of(line, position), line.y() + line.ascent()), IN_ADDRESS)

    # Places -----------------------------------------------------------------------------------

    def _blocks(self, area: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks with something to paint that reach into an area of the viewport, and where their lines are."""
        document = self._edit.document()
        layout = document.documentLayout()
        scrolled = self._edit.verticalScrollBar().value()
        first = layout.hitTest(QPointF(0, area.top() + scrolled), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(0, first))
        if block.previous().isValid():  # the room under its lines, and with it half a picture, counts as the next block
            block = block.previous()
        while block.isValid() and block.layout().position().y() - scrolled <= area.bottom():
            if painted(block):
                yield block, layout.blockBoundingRect(block).translated(0, -scrolled)
            block = block.next()

    def _band(self, block: QTextBlock, rect: QRectF) -> tuple[float, float]:
        """Top and height of what a block takes of the page, so that those of neighbours meet between their lines."""
        following = block.next()
        lines = block.layout().lineCount()
        if following.isValid():
            room = following.layout().position().y() - block.layout().position().y() - rect.height()
        else:
            room = rect.height() / max(1, lines) * (block.blockFormat().lineHeight() / 100 - 1)
        return rect.top() - room / 2, rect.height() + room

    def _box(self, block: QTextBlock, rect: QRectF, checkbox: Checkbox) -> QRectF:
        """The square in place of the brackets of a task."""
        text = block.text()
        start, end = units(text[: checkbox.start]), units(text[: checkbox.end])
        line = block.layout().lineForTextPosition(start)
        ends = [x_of(line, start), x_of(line, end)]
        metrics = self._edit.fontMetrics()
        side = round(metrics.ascent() * 0.95)
        middle = rect.top() + line.y() + line.ascent() - metrics.capHeight() / 2
        left = rect.left() + (sum(ends) - side) / 2
        return QRectF(round(left) + 0.5, round(middle - side / 2) + 0.5, side - 1, side - 1)

    def _picture_rect(self, block: QTextBlock, rect: QRectF, picture_id: str) -> QRectF | None:
        size = self._pictures.shown_size(picture_id)
        if size is None:
            return None
        is_reversed = block.textDirection() is Qt.LayoutDirection.RightToLeft
        left = rect.right() - size.width() if is_reversed else rect.left()
        return QRectF(left, rect.top() + ROOM_AROUND, size.width(), size.height())

    def _is_written_on(self, block: QTextBlock) -> bool:
        cursor = self._edit.textCursor()
        return self._edit.hasFocus() and not cursor.hasSelection() and block.contains(cursor.position())
