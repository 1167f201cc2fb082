"""How high the rows of the list are: measured where they are read, and the mean of those where they are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHeaderView, QTableView

from trustjournal.ui.pages.journal.entry_list.window_of_lines import WindowOfLines
from trustjournal.ui.parts.entry_line import ListLine, UnreadLine
from trustjournal.ui.parts.entry_row import EntryRowDelegate


class RowHeights:
    """Keeps the heights of a table's rows, without moving what can be seen while those above it change."""

    def __init__(self, view: QTableView, delegate: EntryRowDelegate) -> None:
        self._view = view
        self._delegate = delegate
        self._header = view.verticalHeader()
        self._header.hide()
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setMinimumSectionSize(1)

    def measure_all(self, lines: Sequence[ListLine]) -> None:
        """Every row anew: another width, another size of text, or other lines altogether."""
        width = self._view.viewport().width()
        with self._still():
            if isinstance(lines, WindowOfLines):
                read = [self._delegate.height(line, width) for line in lines.entries()]
                self._header.setDefaultSectionSize(round(sum(read) / len(read)) if read else 1)
            self._measure(lines, range(len(lines)))

    def measure(self, lines: Sequence[ListLine], rows: range) -> None:
        """These rows came, or say something else."""
        with self._still(rows):
            self._measure(lines, rows)

    def _measure(self, lines: Sequence[ListLine], rows: range) -> None:
        width = self._view.viewport().width()
        for row in lines.known_rows(rows) if isinstance(lines, WindowOfLines) else rows:
            line = lines[row]
            if not isinstance(line, UnreadLine):
                self._header.resizeSection(row, self._delegate.height(line, width))

    @contextmanager
    def _still(self, changing: range = range(0)) -> Iterator[None]:
        """The first row in sight that is not changing stays where it is.

        Qt hears of all rows together, since each alone costs it all others.
        """
        view, header = self._view, self._header
        top, bottom = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        if top in changing and changing.stop <= bottom:
            top = changing.stop
        before = view.rowViewportPosition(top) if top > 0 else 0
        was_long, at_bottom = header.length(), header.sectionPosition(bottom)
        header.setUpdatesEnabled(False)
        with QSignalBlocker(header):
            yield
        header.setUpdatesEnabled(True)
        if (header.length(), header.sectionPosition(bottom)) == (was_long, at_bottom):
            return  # what changed is as high as it was
        view.updateGeometries()
        moved = view.rowViewportPosition(top) - before if top > 0 else 0
        if moved:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + moved)
        view.viewport().update()
