"""The lock on a soft tile that stands over the unlock screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme

_SIDE, _ICON, _RADIUS = 56, 28, 15


class LockTile(QWidget):
    """Decoration: it says nothing that the words below it do not say."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("trust_wash"))
        painter.setBrush(self._theme.colour("trust_wash"))
        radius = self._theme.sp(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        icon = self._theme.sp(_ICON)
        edge = (self.width() - icon) / 2
        self._icons.paint(painter, QRectF(edge, edge, icon, icon), "lock", "trust")
        painter.end()

    def _fit(self) -> None:
        side = self._theme.sp(_SIDE)
        self.setFixedSize(side, side)
        self.update()
