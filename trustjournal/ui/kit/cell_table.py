"""A small table whose cells paint themselves and are walked through by keys: what calendars are made of."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme

_BARE = """
QTableView { background: transparent; border: none; border-radius: 0px; selection-background-color: transparent; }
QTableView::item, QTableView::item:hover, QTableView::item:selected, QTableView::item:focus {
    background: transparent; border: none; padding: 0px;
}
QHeaderView::section { background: transparent; border: none; padding: 0px; font-weight: 400; }
"""
"""The stylesheet draws tables as tables; here the cells paint themselves."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CellTable(QTableView):
    """Always wholly in sight. Which cell a key leads to is what `key_leads` of the kind of table says."""

    cell_pressed = Signal(QModelIndex)
    """A cell was clicked, or Enter was pressed in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setStyleSheet(_BARE)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()

    def key_leads(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Go where a key leads; False where it leads nowhere."""
        raise NotImplementedError

    def forward(self, key: Qt.Key) -> int:
        """1 for the key that leads on in the direction of reading, -1 for the one that leads back, 0 for others."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return {Qt.Key.Key_Left: 1 if is_mirrored else -1, Qt.Key.Key_Right: -1 if is_mirrored else 1}.get(key, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not modifiers:
            if not event.isAutoRepeat() and self.currentIndex().isValid():
                self.cell_pressed.emit(self.currentIndex())
        elif not self.key_leads(Qt.Key(event.key()), modifiers):
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.cell_pressed.emit(index)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor
            if index.flags() & Qt.ItemFlag.ItemIsEnabled
            else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Cells have no text to jump to by letter."""
