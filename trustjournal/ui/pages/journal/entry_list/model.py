"""The lines of the list as Qt wants them, changed line by line so that selection and scrolling survive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.ui.parts.entry_line import EntryLine, ListLine
from trustjournal.ui.parts.entry_row import ROW_ROLE, month_label, spoken_line

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EntryListModel(QAbstractListModel):
    """Headings of months, which can't be chosen, and entries, which can. `read_more` is called near the end."""

    def __init__(self, read_more: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ListLine] = ()
        self._has_more = False
        self._read_more = read_more
        self._is_changing = False

    @property
    def is_changing(self) -> bool:
        """Lines come and go at this moment; where that moves a view's current line, nobody chose it."""
        return self._is_changing

    @property
    def lines(self) -> Sequence[ListLine]:
        """What is in the list."""
        return self._lines

    def show(self, lines: Sequence[ListLine], *, has_more: bool) -> None:
        """Become these lines, telling views only what is different."""
        self._has_more = has_more
        if lines is not self._lines:
            self._is_changing = True
            self._become(lines)
            self._is_changing = False

    def _become(self, lines: Sequence[ListLine]) -> None:
        old = self._lines
        shorter = min(len(old), len(lines))
        head = 0
        while head < shorter and (old[head] is lines[head] or _key(old[head]) == _key(lines[head])):
            head += 1
        tail = 0
        while tail < shorter - head and _key(old[-1 - tail]) == _key(lines[-1 - tail]):
            tail += 1
        if head < len(old) - tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._lines = (*old[:head], *old[len(old) - tail :])
            self.endRemoveRows()
        if head < len(lines) - tail:
            self.beginInsertRows(QModelIndex(), head, len(lines) - tail - 1)
            self._lines = lines
            self.endInsertRows()
        self._lines = lines
        self._tell_changed(old, lines, head, tail)

    def _tell_changed(self, old: Sequence[ListLine], new: Sequence[ListLine], head: int, tail: int) -> None:
        """Lines that stayed where they are and say something else."""
        for row in range(head):
            if old[row] is not new[row] and old[row] != new[row]:
                self.dataChanged.emit(self.index(row), self.index(row))
        for back in range(1, tail + 1):
            if old[-back] is not new[-back] and old[-back] != new[-back]:
                row = len(new) - back
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, entry_id: EntryId) -> int | None:
        """The row an entry is in, if it is in the list."""
        for row, line in enumerate(self._lines):
            if isinstance(line, EntryLine) and line.summary.id == entry_id:
                return row
        return None

    def entry_at(self, row: int) -> EntryLine | None:
        """The entry in a row; none where there is a heading or nothing."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, EntryLine) else None

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_line(line) if isinstance(line, EntryLine) else month_label(line)
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more

    @override
    def fetchMore(self, parent: _Index) -> None:
        self._read_more()


def _key(line: ListLine) -> UUID | tuple[int, int]:
    if isinstance(line, EntryLine):
        return line.summary.id
    return line.first_day.year, line.first_day.month
