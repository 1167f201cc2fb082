"""A code to be written down: its groups, large, in letters of one width, each with its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.spoken import SpokenWidget
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CARD, S4, S16, S24, Type

_LETTERS = 24
"""Pixels at 100 % text."""
_COLUMNS = (4, 2, 1)


class CodeGroups(SpokenWidget):
    """Cannot be marked or copied: what is on the clipboard, other programs read."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: tuple[str, ...] = ()
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a code is read in one direction everywhere
        theme.changed.connect(self._fit)

    def set_groups(self, groups: Sequence[str]) -> None:
        """Show these."""
        self._groups = tuple(groups)
        self.say_value()
        self._fit()

    @override
    def value_text(self) -> str:
        """Every letter by itself, so that it is spelt."""
        return ", ".join(f"{number}: {' '.join(group)}" for number, group in enumerate(self._groups, start=1))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._cell().width() * 4 + 2 * self._theme.sp(S24), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._cell().width() + 2 * self._theme.sp(S16), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        painter.setPen(self._theme.colour("trust" if has_focus else "line"))
        if has_focus:
            pen = painter.pen()
            pen.setWidth(2)
            painter.setPen(pen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        cell, columns = self._cell(), self._columns()
        left = (self.width() - columns * cell.width()) // 2
        small, large = self._theme.ui_font(Type.SMALL), self._letters()
        small_height = QFontMetrics(small).height()
        for place, group in enumerate(self._groups):
            x = left + place % columns * cell.width()
            y = self._theme.sp(S16) + place // columns * cell.height()
            painter.setFont(small)
            painter.setPen(self._theme.colour("ink_soft"))
            centred = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            painter.drawText(QRect(x, y, cell.width(), small_height), centred, str(place + 1))
            painter.setFont(large)
            painter.setPen(self._theme.colour("ink"))
            below = QRect(x, y + small_height, cell.width(), QFontMetrics(large).height())
            painter.drawText(below, centred, group)
        painter.end()

    def _letters(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._theme.sp(_LETTERS))
        return font

    def _cell(self) -> QSize:
        large = QFontMetrics(self._letters())
        small = QFontMetrics(self._theme.ui_font(Type.SMALL))
        width = large.horizontalAdvance("0000") + self._theme.sp(S24)
        return QSize(width, small.height() + large.height() + self._theme.sp(S16))

    def _columns(self) -> int:
        room = self.width() - 2 * self._theme.sp(S4)
        return next((columns for columns in _COLUMNS if columns * self._cell().width() <= room), 1)

    def _fit(self) -> None:
        rows = -(-len(self._groups) // self._columns()) if self._groups else 0
        self.setFixedHeight(rows * self._cell().height() + self._theme.sp(S16))
        self.update()
