"""Paints runs of text in one or two lines, what was searched for marked, the end cut where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from trustjournal.domain.entry import TextRun

_LONGEST_SHOWN = 400
"""Characters of a title or an excerpt that can ever fit into a row; a title may have 10,000."""


class RunPainter:
    """One font and its colours, as `#RRGGBB`."""

    def __init__(self, font: QFont, ink: str, hit_ground: str, *, hit_ink: str | None = None) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._ink = QColor(ink)
        self._hit = QTextCharFormat()
        self._hit.setBackground(QBrush(QColor(hit_ground)))
        self._hit.setForeground(QBrush(QColor(hit_ink or ink)))
        self._hit.setFontUnderline(True)

    def paint(
        self, painter: QPainter, rect: QRect, runs: tuple[TextRun, ...], *, lines: int = 1, line_height: int = 0
    ) -> None:
        """Paint `runs` into `rect`, from the side the painter's layout begins on."""
        text, hits = _on_one_line(runs)
        painter.setPen(self._ink)
        y = float(rect.top())
        for number in range(lines):
            shown = self._first_line(text, rect.width()) if number < lines - 1 else text
            self._paint_line(painter, rect, y, shown, hits)
            text = text[len(shown) :]
            hits = [(start - len(shown), end - len(shown)) for start, end in hits]
            y += line_height

    def _first_line(self, text: str, width: int) -> str:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(_option())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        return _from_utf16(text, line.textLength())

    def _paint_line(self, painter: QPainter, rect: QRect, y: float, text: str, hits: list[tuple[int, int]]) -> None:
        elided = self.metrics.elidedText(text.rstrip(), Qt.TextElideMode.ElideRight, rect.width())
        layout = QTextLayout(elided, self.font)
        option = _option()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats([self._range(elided, *hit) for hit in hits if hit[0] < len(elided) and hit[1] > 0])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        layout.draw(painter, QPointF(rect.left(), y))

    def _range(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        start, end = max(0, start), min(end, len(text))
        at, length = _utf16_length(text[:start]), _utf16_length(text[start:end])
        setattr(found, "start", at)  # noqa: B010  # PySide's stubs do not know the fields of this one
        setattr(found, "length", length)  # noqa: B010
        setattr(found, "format", self._hit)  # noqa: B010
        return found


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def _on_one_line(runs: tuple[TextRun, ...]) -> tuple[str, list[tuple[int, int]]]:
    """The text with every stretch of white space as one space, and where the hits are in it."""
    text = ""
    hits: list[tuple[int, int]] = []
    for run in runs:
        words = " ".join(run.text[:_LONGEST_SHOWN].split())
        if run.text[:1].isspace() and text and not text.endswith(" "):
            text += " "
        start = len(text)
        text += words
        if run.is_hit and words:
            hits.append((start, len(text)))
        if words and run.text[len(run.text.rstrip()) :]:
            text += " "
        if len(text) > _LONGEST_SHOWN:
            break
    return text, hits


def _utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _from_utf16(text: str, units: int) -> str:
    """The first `units` UTF-16 units of a text, which is what Qt counts in."""
    if text.isascii():
        return text[:units]
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")
