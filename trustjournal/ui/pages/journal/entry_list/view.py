"""The list itself. A table of one column, because Qt's list asks the height of every row at every change.

Measured with 100,000 rows loaded: a lot of 100 more costs 7 ms here and 290 ms in a list, one changed row
0.04 ms and 240 ms.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import RADIUS_CONTROL
from trustjournal.ui.pages.journal.entry_list.model import EntryListModel
from trustjournal.ui.parts.entry_line import ListLine
from trustjournal.ui.parts.entry_row import EntryRowDelegate

_NO_TABLE = """
QTableView { background: transparent; border: none; border-radius: 0px; selection-background-color: transparent; }
QTableView::item, QTableView::item:hover, QTableView::item:selected, QTableView::item:focus {
    background: transparent; border: none; padding: 0px;
}
"""
"""The stylesheet draws tables as tables; here the rows paint themselves."""


class EntryListView(QTableView):
    """Entries by month; arrows, Home, End and the pages' keys move, Enter goes on to the text."""

    entry_chosen = Signal(object)
    """The id of the entry the person moved to."""
    write_requested = Signal()
    """Enter: take me to the text of this one."""
    search_requested = Signal()
    """Up from the first entry, or a letter: take me to the search field."""

    def __init__(self, model: EntryListModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._theme = theme
        self._is_following = False
        self.setObjectName("entry_list")
        self.setAccessibleName(self.tr("Entries"))
        self.setModel(model)
        self._delegate = EntryRowDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setStyleSheet(_NO_TABLE)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setStretchLastSection(True)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        self._measure_again = QTimer(self, singleShot=True, interval=40)
        self._measure_again.timeout.connect(self._measure_all)
        model.rowsInserted.connect(self._on_model_rows_inserted)
        model.dataChanged.connect(self._on_model_data_changed)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._measure_all)

    # Which entry ------------------------------------------------------------------------------

    def current_id(self) -> EntryId | None:
        """The entry that is chosen."""
        line = self._entries.entry_at(self.currentIndex().row())
        return line.summary.id if line else None

    def show_current(self, entry_id: EntryId | None) -> None:
        """Mark an entry (or none) without choosing it, and without scrolling if it can be seen."""
        if self.current_id() == entry_id:
            return
        row = self._entries.row_of(entry_id) if entry_id is not None else None
        self._is_following = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._entries.index(row), flags)
            self.scrollTo(self._entries.index(row))
        self._is_following = False

    def lines(self) -> Sequence[ListLine]:
        """What is in the list, from its top."""
        return self._entries.lines

    def choose_first(self) -> None:
        """Go to the first entry in the list."""
        for row in range(min(2, self._entries.rowCount())):
            if self._entries.entry_at(row) is not None:
                self.setCurrentIndex(self._entries.index(row))
                return

    def neighbour_of(self, entry_id: EntryId) -> EntryId | None:
        """The entry below this one, or the one above it."""
        row = self._entries.row_of(entry_id)
        if row is None:
            return None
        nearby = (row + 1, row + 2, row - 1, row - 2)
        return next((line.summary.id for at in nearby if (line := self._entries.entry_at(at))), None)

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        line = self._entries.entry_at(current.row())
        if line is not None and not self._is_following and not self._entries.is_changing:
            self.entry_chosen.emit(line.summary.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_requested.emit()
        elif event.key() == Qt.Key.Key_Up and row <= 1 and not event.modifiers():
            self.search_requested.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.choose_first()
            self.scrollToTop()
        elif event.key() == Qt.Key.Key_End:
            self.setCurrentIndex(self._entries.index(self._entries.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Rows have no text to jump to by letter; the search field is there for that."""

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.hasFocus() and self.current_id() is None:  # no row is there to show that the keyboard is here
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("trust"), 2))
            radius = self._theme.sp(RADIUS_CONTROL)
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), radius, radius)
            painter.end()

    # Heights ----------------------------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure_again.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._measure_again.start()

    def _on_model_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._measure(first, last)

    def _on_model_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._measure(first.row(), last.row())

    def _measure_all(self) -> None:
        self._measure(0, self._entries.rowCount() - 1)
        self.viewport().update()

    def _measure(self, first: int, last: int) -> None:
        header, width = self.verticalHeader(), self.viewport().width()
        for row in range(first, last + 1):
            header.resizeSection(row, self._delegate.height(self._entries.lines[row], width))

    def _on_scrolled(self, value: int) -> None:
        """Ask for more before the end is reached, so that nobody sees it."""
        bar = self.verticalScrollBar()
        if bar.maximum() - value < 4 * bar.pageStep() and self._entries.canFetchMore(QModelIndex()):
            self._entries.fetchMore(QModelIndex())
