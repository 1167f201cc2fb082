"""Twelve small months: each day a square, filled where there is something."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from trustjournal.ui.kit.cell_table import CellTable
from trustjournal.ui.kit.month_grid import WEEKS, first_weekday, mark_size, months_on
from trustjournal.ui.kit.style_option import direction_of, rect_of, state_of
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CONTROL, Type

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_COLUMNS, _ROWS = 3, 4
_WEEK = 7
_CELL = 92
"""Pixels of height, at 100 % text."""
_SHARES = (0.3, 0.62, 0.8, 1.0)
"""How much of its place the square of a day fills, for nothing, one, two or three, and more."""


@dataclass(frozen=True, slots=True)
class YearShown:
    """What a grid shows: the year of `day`, with the keyboard on its month."""

    day: date
    today: date
    counts: Mapping[date, int] = field(default_factory=dict, repr=False)


class YearGrid(CellTable):
    """Arrows go by month, the pages' keys by year."""

    month_moved = Signal(object)
    """The keys led to a month, perhaps of another year: a day of it."""
    month_pressed = Signal(object)
    """A month was clicked, or Enter was pressed on it: a day of it."""

    def __init__(self, theme: Theme, describe: Callable[[date], str], parent: QWidget | None = None) -> None:
        """`describe` says all there is to say about the month of a day, for a screen reader."""
        super().__init__(theme, parent)
        self._months = _YearModel(describe, self)
        self.setModel(self._months)
        self.setItemDelegate(_MonthDelegate(theme, self))
        self.horizontalHeader().hide()
        self.cell_pressed.connect(lambda index: self.month_pressed.emit(self._months.month_at(index)))
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def shown(self) -> YearShown:
        """What is shown."""
        return self._months.shown

    def show_year(self, shown: YearShown) -> None:
        """Show a year, with the keyboard's place on one of its months."""
        self._months.show_year(shown)
        self.setCurrentIndex(self._months.index(*divmod(shown.day.month - 1, _COLUMNS)))
        self.viewport().update()

    @override
    def key_leads(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers:
            return False
        day = self._months.shown.day
        steps = {
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
            Qt.Key.Key_PageUp: -12,
            Qt.Key.Key_PageDown: 12,
            Qt.Key.Key_Home: 1 - day.month,
            Qt.Key.Key_End: 12 - day.month,
        }.get(key, self.forward(key))
        if steps:
            self.month_moved.emit(months_on(day, steps))
        return bool(steps) or key in (Qt.Key.Key_Home, Qt.Key.Key_End)

    def _fit(self) -> None:
        self.setFixedHeight(_ROWS * self._theme.sp(_CELL))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.sp(_COLUMNS * 56), self.height())


class _YearModel(QAbstractTableModel):
    def __init__(self, describe: Callable[[date], str], parent: QObject) -> None:
        super().__init__(parent)
        self._describe = describe
        self.shown = YearShown(date.min, date.min)

    def show_year(self, shown: YearShown) -> None:
        self.shown = shown
        self.dataChanged.emit(self.index(0, 0), self.index(_ROWS - 1, _COLUMNS - 1))

    def month_at(self, index: _Index) -> date:
        return self.shown.day.replace(month=index.row() * _COLUMNS + index.column() + 1, day=1)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _ROWS

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _COLUMNS

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(self.month_at(index))
        return self.month_at(index) if role == Qt.ItemDataRole.UserRole else None


class _MonthDelegate(QStyledItemDelegate):
    """The month's name, and its days."""

    def __init__(self, theme: Theme, parent: YearGrid) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = parent

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        month = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(month, date):
            return
        shown, sp = self._grid.shown, self._theme.sp
        cell = QRectF(rect_of(option)).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state_of(option) & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("ink", 5))
            painter.drawRoundedRect(cell, RADIUS_CONTROL, RADIUS_CONTROL)
        inner = cell.adjusted(sp(6), sp(4), -sp(6), -sp(6))
        is_now = (month.year, month.month) == (shown.today.year, shown.today.month)
        painter.setFont(self._theme.ui_font(Type.SMALL, Type.STRONG if is_now else Type.MEDIUM))
        painter.setPen(self._theme.colour("trust_text" if is_now else "ink_soft"))
        name = QLocale().standaloneMonthName(month.month, QLocale.FormatType.ShortFormat)
        leading = QStyle.visualAlignment(direction_of(option), Qt.AlignmentFlag.AlignLeading)
        painter.drawText(inner, int(leading | Qt.AlignmentFlag.AlignTop), name)
        inner.setTop(inner.top() + sp(Type.SMALL + 6))
        self._paint_days(painter, inner, month, is_mirrored=direction_of(option) == Qt.LayoutDirection.RightToLeft)
        if month.month == shown.day.month:
            has_keyboard = self._grid.hasFocus()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("trust" if has_keyboard else "border"), 2 if has_keyboard else 1))
            painter.drawRoundedRect(cell, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.restore()

    def _paint_days(self, painter: QPainter, place: QRectF, month: date, *, is_mirrored: bool) -> None:
        counts = self._grid.shown.counts
        pitch = min(place.width() / _WEEK, place.height() / WEEKS)
        before = (month.isoweekday() - first_weekday()) % _WEEK
        left = place.right() - pitch * _WEEK if is_mirrored else place.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(calendar.monthrange(month.year, month.month)[1]):
            week, column = divmod(before + number, _WEEK)
            if is_mirrored:
                column = _WEEK - 1 - column
            size = mark_size(counts.get(month.replace(day=number + 1), 0))
            side = (pitch - 1.5) * _SHARES[size]
            square = QRectF(0, 0, side, side)
            square.moveCenter(QRectF(left + column * pitch, place.top() + week * pitch, pitch, pitch).center())
            painter.setBrush(self._theme.colour("trust_text" if size else "border"))
            painter.drawRoundedRect(square, 1.5, 1.5)
