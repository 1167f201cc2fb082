"""A table of facts to read row by row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from trustjournal.ui.pages.timeline.table_model import TimelineTableModel


class FactTable(QTableView):
    """A table to read row by row; Enter or a double click opens a row, Tab leaves it."""

    opened = Signal(int)
    """The number of a row."""

    def __init__(self, model: TimelineTableModel) -> None:
        super().__init__()
        self._facts = model
        self._needed: tuple[int, ...] = ()
        # A style that is being changed must not be asked how large a cell is: Qt can crash over it.
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._on_double_clicked)
        self.setModel(model)
        model.modelReset.connect(self._fit)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._needed and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_soon.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _fit(self) -> None:
        """Columns are as wide as their words; where that is more than there is room for, the table scrolls."""
        metrics = self.fontMetrics()
        around = 0
        first = self._facts.index(0, 0)
        if first.isValid():
            around = self.sizeHintForIndex(first).width() - metrics.horizontalAdvance(str(first.data()))
        # Digits are not all of one width.
        slack = around + metrics.averageCharWidth()
        headings = [self.horizontalHeader().sectionSizeHint(column) for column in range(self._facts.columnCount())]
        longest = self._facts.longest(metrics.horizontalAdvance)
        self._needed = tuple(max(heading, words + slack) for heading, words in zip(headings, longest, strict=True))
        row = round(metrics.height() * 1.8)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setMinimumHeight(row * 6)
        self._share_room()

    def _share_room(self) -> None:
        """The last column has what the others leave."""
        if not self._needed:
            return  # Qt sends events while it is being made
        *before, last = self._needed
        for column, width in enumerate((*before, max(last, self.viewport().width() - sum(before)))):
            self.setColumnWidth(column, width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
