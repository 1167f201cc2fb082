"""A fact and how it stands: a mark, its name, the standing in a few words, and a sentence about it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12, Type

MarkKind = Literal["good", "bad", "open", "none"]

_SIDE = 18


class Mark(QWidget):
    """A circle with a tick, one with an exclamation mark, an empty ring, or nothing; it says nothing of its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: MarkKind = "none"
        theme.changed.connect(self._fit)
        self._fit()

    def set_kind(self, kind: MarkKind) -> None:
        """Change it."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.width() / _SIDE
        circle = QRectF(unit, unit, 16 * unit, 16 * unit)
        if self._kind == "none":
            pass
        elif self._kind == "open":
            painter.setPen(QPen(self._theme.colour("border"), 1.7 * unit))
            painter.drawEllipse(circle)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("kept" if self._kind == "good" else "broken"))
            painter.drawEllipse(circle)
            pen = QPen(self._theme.colour("surface"), 1.9 * unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            if self._kind == "good":
                tick = [(5.4, 9.3), (8.0, 11.9), (12.7, 6.6)]
                painter.drawPolyline(QPolygonF([QPointF(x * unit, y * unit) for x, y in tick]))
            else:
                painter.drawLine(QPointF(9 * unit, 5.2 * unit), QPointF(9 * unit, 9.8 * unit))
                painter.drawPoint(QPointF(9 * unit, 12.8 * unit))
        painter.end()

    def _fit(self) -> None:
        side = self._theme.sp(_SIDE)
        self.setFixedSize(side, side)
        self.update()


class MarkedRow(QWidget):
    """The standing is always in words too: the mark alone tells nobody anything. More may be put under `words`.

    Without `marked` there is no room for a mark.
    """

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None, *, marked: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._standing = ""
        self._mark = Mark(theme)
        self._head = PlainLabel(name, wrap=True)
        self._sentence = SoftLabel()
        self._sentence.hide()
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addWidget(self._head)
        self.words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.words, 1)
        self._mark.setVisible(marked)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def name(self) -> str:
        """What it is about."""
        return self._name

    @property
    def standing(self) -> str:
        """How it stands."""
        return self._standing

    @property
    def sentence(self) -> str:
        """What is said about it."""
        return self._sentence.text()

    def say(self, standing: str, sentence: str, kind: MarkKind) -> None:
        """Say how it stands now."""
        self._standing = standing
        self._mark.set_kind(kind)
        self._head.setText(self.tr("{name}: {standing}").format(name=self._name, standing=standing))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _dress(self) -> None:
        self._head.setFont(self._theme.ui_font(weight=Type.MEDIUM))
