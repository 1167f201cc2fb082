"""The line of the navigation that says how the journal stands, and leads to the page that shows it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionButton
from typing_extensions import override

from trustjournal.ui.kit.nav_item import NavItem
from trustjournal.ui.kit.theme import Theme

_NEAR, _DOT, _GAP = 12, 9, 5
"""Pixels at 100 % text: before the dot, its width, and between it and the words."""


class StateItem(NavItem):
    """A green dot and what it stands for: both are true by how the program is built, and shown on the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", QIcon())
        self._theme = theme
        self._words = self.tr("Encrypted · offline")
        self.setAutoExclusive(False)
        self.setAccessibleName(self._words)
        self.setToolTip(self.tr("Your journal is encrypted, and this program never uses the internet."))
        self.set_narrow(narrow=False)
        theme.changed.connect(self.updateGeometry)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the dot alone, or with the words."""
        self.setText("" if narrow else self._words)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self.text():
            size.setWidth(self._theme.sp(_NEAR + _DOT + 2 * _GAP) + self.fontMetrics().horizontalAdvance(self.text()))
        return size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = option.text
        option.text = ""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        sp = self._theme.sp
        near, side = sp(_NEAR) if words else (self.width() - sp(_DOT)) // 2, sp(_DOT)
        direction = self.layoutDirection()
        dot = QStyle.visualRect(direction, self.rect(), QRect(near, (self.height() - side) // 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("kept"))
        painter.drawEllipse(QRectF(dot))
        if words:
            room = self.rect().adjusted(near + side + sp(_GAP), 0, 0, 0)
            leading = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(
                QStyle.visualRect(direction, self.rect(), room), int(leading | Qt.AlignmentFlag.AlignVCenter), words
            )
        painter.end()
