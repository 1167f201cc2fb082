"""A table in which one row is chosen by itself, and several are picked by Shift, Ctrl or Ctrl+A."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

_PICKING_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_ONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class PickingTable(QTableView):
    """Tells choosing one row from picking several, which opens none of them."""

    picking_changed = Signal()
    """Others are picked now, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._is_picking = False
        self._by_gesture = False
        self._is_moving = False

    @property
    def is_picking(self) -> bool:
        """Several rows are picked, or were until one was left."""
        return self._is_picking

    @property
    def is_gesture(self) -> bool:
        """A row became the current one on the way to picking several: nobody asked to open it."""
        return self._by_gesture

    def picked_rows(self) -> list[range]:
        """The picked rows in stretches, from the top."""
        if not self._is_picking:
            return []
        stretches = sorted((one.top(), one.bottom()) for one in self._selected())
        return [range(top, bottom + 1) for top, bottom in stretches]

    def _selected(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def end_picking(self) -> None:
        """Pick nothing any more."""
        if self._is_picking:
            self._is_picking = False
            with self.moving():
                self.clearSelection()
            self.picking_changed.emit()

    def choose_alone(self, index: QModelIndex) -> None:
        """Make this the one row that is chosen, without anybody having chosen it by hand; no index: none."""
        with self.moving():
            if index.isValid():
                self.selectionModel().setCurrentIndex(index, _ONE)
            else:
                self.clearSelection()
                self.setCurrentIndex(index)

    def pick_towards(self, end: int) -> None:
        """Pick the rows from the current one to another, which becomes the current one."""
        begin = self.currentIndex().row()
        if begin < 0 or self.model() is None:
            return
        model = self.model()
        flags = QItemSelectionModel.SelectionFlag
        top, bottom = model.index(min(begin, end), 0), model.index(max(begin, end), 0)
        with self._gesture():
            self.selectionModel().select(QItemSelection(top, bottom), flags.Select | flags.Rows)
            self.selectionModel().setCurrentIndex(model.index(end, 0), flags.NoUpdate)

    @contextmanager
    def moving(self) -> Iterator[None]:
        """What happens in the block is the program's doing."""
        was_moving, self._is_moving = self._is_moving, True
        yield
        self._is_moving = was_moving

    @property
    def is_moved_by_program(self) -> bool:
        """Whether rows are chosen by the program at this moment."""
        return self._is_moving

    def is_held(self) -> bool:
        """Rows come and go at this moment: what that does to the selection, nobody wished."""
        return False

    @contextmanager
    def _gesture(self) -> Iterator[None]:
        self._by_gesture = True
        yield
        self._by_gesture = False

    # ------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_picking:
            self.end_picking()
        elif event.modifiers() & _PICKING_KEYS:
            with self._gesture():
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & _PICKING_KEYS:
            with self._gesture():
                super().mousePressEvent(event)
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        with self._gesture():
            super().mouseMoveEvent(event)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._is_moving or self.is_held():
            return
        was_picking = self._is_picking
        if self._by_gesture:
            count = sum(one.height() for one in self._selected())
            self._is_picking = count > 1 or (count == 1 and was_picking)
        else:
            self._is_picking = False
        if self._is_picking or was_picking:
            self.picking_changed.emit()
