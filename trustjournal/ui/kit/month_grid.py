"""A month, a row a week: days with something are bold and have a mark, larger where there is more."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

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
from trustjournal.ui.kit.style_option import rect_of, state_of
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CONTROL, Type

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WEEKS = 6
_WEEK = 7
_CELL = 38
"""Pixels of height, at 100 % text."""
_MARKS = (0, 6, 12, 18)
"""How wide the mark of a day is, at 100 % text, for nothing, one, two or three, and more."""


def mark_size(count: int) -> int:
    """0 for nothing to 3 for much: what the eye can tell apart."""
    return 0 if count == 0 else 1 if count == 1 else 2 if count <= 3 else 3


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month; it stays within what a date can be."""
    number = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class MonthShown:
    """What a grid shows. `counts` are days and how much there is on each; a day not in it has nothing."""

    day: date
    """The day the keyboard is on; its month is the one that is shown."""
    today: date
    counts: Mapping[date, int] = field(default_factory=dict, repr=False)
    opened: date | None = None
    """A day that is marked because something of it is open."""


class MonthGrid(CellTable):
    """Arrows go by day and week, Home and End within the month, the page keys by month, with Ctrl or Shift by year."""

    day_moved = Signal(object)
    """The keys led to this day, perhaps of another month."""
    day_pressed = Signal(object)
    """A day was clicked, or Enter was pressed on it."""

    def __init__(self, theme: Theme, describe: Callable[[date], str], parent: QWidget | None = None) -> None:
        """`describe` says all there is to say about a day, for a screen reader."""
        super().__init__(theme, parent)
        self._days = _MonthModel(describe, self)
        self.setModel(self._days)
        self.setItemDelegate(_DayDelegate(theme, self))
        self.cell_pressed.connect(self._on_cell_pressed)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def shown(self) -> MonthShown:
        """What is shown."""
        return self._days.shown

    def show_month(self, shown: MonthShown) -> None:
        """Show a month, with the keyboard's place on one of its days."""
        self._days.show_month(shown)
        index = self._days.index_of(shown.day)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.viewport().update()

    @override
    def key_leads(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        day = self._led_to(key, modifiers)
        if day is not None and day != self._days.shown.day:
            self.day_moved.emit(day)
        return day is not None

    def _led_to(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> date | None:
        day = self._days.shown.day
        by_year = modifiers in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and (by_year or not modifiers):
            return months_on(day, (12 if by_year else 1) * (-1 if key == Qt.Key.Key_PageUp else 1))
        if modifiers:
            return None
        if key == Qt.Key.Key_Home:
            return day.replace(day=1)
        if key == Qt.Key.Key_End:
            return months_on(day.replace(day=1), 1) - timedelta(days=1)
        steps = {Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}.get(key, self.forward(key))
        if not steps:
            return None
        return date.fromordinal(min(max(day.toordinal() + steps, 1), date.max.toordinal()))

    def _on_cell_pressed(self, index: QModelIndex) -> None:
        day = self._days.day_at(index)
        if day is not None:
            self.day_pressed.emit(day)

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(self._theme.sp(24))
        self.setFixedHeight(self._theme.sp(24) + WEEKS * self._theme.sp(_CELL))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.sp(_WEEK * 24), self.height())


class _MonthModel(QAbstractTableModel):
    def __init__(self, describe: Callable[[date], str], parent: QObject) -> None:
        super().__init__(parent)
        self._describe = describe
        self.shown = MonthShown(date.min, date.min)
        self._before = 0

    def show_month(self, shown: MonthShown) -> None:
        is_another = (shown.day.year, shown.day.month) != (self.shown.day.year, self.shown.day.month)
        if is_another:
            self.beginResetModel()
        self.shown = shown
        self._before = (shown.day.replace(day=1).isoweekday() - first_weekday()) % _WEEK
        if is_another:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, _WEEK - 1))

    def day_at(self, index: _Index) -> date | None:
        number = index.row() * _WEEK + index.column() - self._before + 1
        month = self.shown.day
        last = calendar.monthrange(month.year, month.month)[1]
        return month.replace(day=number) if index.isValid() and 1 <= number <= last else None

    def index_of(self, day: date) -> QModelIndex:
        return self.index(*divmod(day.day - 1 + self._before, _WEEK))

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else WEEKS

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _WEEK

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day_at(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(day)
        return day if role == Qt.ItemDataRole.UserRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            weekday = (first_weekday() - 1 + section) % _WEEK + 1
            if role == Qt.ItemDataRole.DisplayRole:
                return QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return QLocale().standaloneDayName(weekday, QLocale.FormatType.LongFormat)
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def first_weekday() -> int:
    """The day a week begins with where the person lives: 1 for Monday to 7 for Sunday."""
    return QLocale().firstDayOfWeek().value


class _DayDelegate(QStyledItemDelegate):
    """A number; a disc behind it for today, a wash for a day that is open, and a mark under it where there is more."""

    def __init__(self, theme: Theme, parent: MonthGrid) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = parent

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        day = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(day, date):
            return
        shown, sp = self._grid.shown, self._theme.sp
        cell = QRectF(rect_of(option)).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if day == shown.opened:
            painter.setBrush(self._theme.colour("trust_wash"))
            painter.drawRoundedRect(cell, RADIUS_CONTROL, RADIUS_CONTROL)
        elif state_of(option) & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("ink", 5))
            painter.drawRoundedRect(cell, RADIUS_CONTROL, RADIUS_CONTROL)
        number = cell.adjusted(0, 0, 0, -sp(8))
        if day == shown.today:
            side = min(number.height(), cell.width())
            disc = QRectF(0, 0, side, side)
            disc.moveCenter(number.center())
            painter.setBrush(self._theme.colour("trust"))
            painter.drawEllipse(disc)
        count = shown.counts.get(day, 0)
        painter.setFont(self._theme.figures_font(Type.SMALL + 1, Type.STRONG if count else Type.NORMAL))
        ink = "on_trust" if day == shown.today else "ink" if count else "ink_soft"
        painter.setPen(self._theme.colour(ink))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.day))
        if count:
            width = sp(_MARKS[mark_size(count)])
            mark = QRectF(cell.center().x() - width / 2, cell.bottom() - sp(8), width, sp(4) + 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("trust_text"))
            painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2)
        if day == shown.day:
            self._paint_ring(painter, cell)
        painter.restore()

    def _paint_ring(self, painter: QPainter, cell: QRectF) -> None:
        """Where the keyboard is, or was."""
        has_keyboard = self._grid.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("trust" if has_keyboard else "border"), 2 if has_keyboard else 1))
        painter.drawRoundedRect(cell, RADIUS_CONTROL, RADIUS_CONTROL)
