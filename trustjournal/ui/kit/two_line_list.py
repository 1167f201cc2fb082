"""A list whose rows are a line and a softer one under it, to walk through with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from trustjournal.ui.kit.style_option import direction_of, rect_of, state_of
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CONTROL, S4, S8, S12, Type

_SECOND = Qt.ItemDataRole.UserRole + 1
_OWN_ROWS = """
QListWidget { background: transparent; border: none; padding: 0px; }
QListWidget::item, QListWidget::item:hover, QListWidget::item:selected, QListWidget::item:focus {
    background: transparent; border: none; padding: 0px;
}
"""
"""The stylesheet draws rows of one line; here they paint themselves."""


class TwoLineList(QListWidget):
    """Rows by number. Enter goes on from the row that is chosen."""

    row_chosen = Signal(int)
    """The person moved to a row."""
    gone_on = Signal()
    """Enter, or a double click."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_OWN_ROWS)
        self.setItemDelegate(_Rows(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_current_row_changed)
        self.itemDoubleClicked.connect(lambda _item: self.gone_on.emit())
        theme.changed.connect(self.doItemsLayout)

    def show_rows(self, rows: Sequence[tuple[str, str]], current: int | None) -> None:
        """Show these lines, with a row chosen or none; nobody is told of it."""
        self._is_filling = True
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for place, (first, second) in enumerate(rows):
            item = self.item(place) if place < self.count() else QListWidgetItem(self)
            if (item.text(), item.data(_SECOND)) != (first, second):
                item.setText(first)
                item.setData(_SECOND, second)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}, {second}" if second else first)
        if current is None:
            self.setCurrentRow(-1)
            self.clearSelection()
        elif current != self.currentRow():
            self.setCurrentRow(current)
        self._is_filling = False

    def _on_current_row_changed(self, row: int) -> None:
        if row >= 0 and not self._is_filling:
            self.row_chosen.emit(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gone_on.emit()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 0)


class _Rows(QStyledItemDelegate):
    """Paints a row in the colours and sizes of the theme, from either side."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        first, second = self._heights()
        return QSize(0, first + second + self._theme.sp(S4) + 2 * self._theme.sp(S8))

    def _heights(self) -> tuple[int, int]:
        first = QFontMetrics(self._theme.ui_font(weight=Type.MEDIUM))
        return first.height(), QFontMetrics(self._theme.ui_font(Type.SMALL)).height()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, whole, state = self._theme, rect_of(option), state_of(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their own script does
        self._paint_ground(painter, whole, state)
        side, top = theme.sp(S12), whole.top() + theme.sp(S8)
        first, second = self._heights()
        for height, font, colour, role in (
            (first, theme.ui_font(weight=Type.MEDIUM), "ink", Qt.ItemDataRole.DisplayRole),
            (second, theme.ui_font(Type.SMALL), "ink_soft", _SECOND),
        ):
            line = QRect(whole.left() + side, top, whole.width() - 2 * side, height)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            words = painter.fontMetrics().elidedText(
                str(index.data(role) or ""), Qt.TextElideMode.ElideRight, line.width()
            )
            leading = QStyle.visualAlignment(direction_of(option), Qt.AlignmentFlag.AlignLeading)
            where = leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, int(where | Qt.TextFlag.TextSingleLine), words)
            top += height + theme.sp(S4)
        painter.restore()

    def _paint_ground(self, painter: QPainter, whole: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        radius, ground = theme.sp(RADIUS_CONTROL), QRectF(whole).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("trust_wash"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("ink", 5))
        painter.drawRoundedRect(ground, radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("trust"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, radius, radius)
