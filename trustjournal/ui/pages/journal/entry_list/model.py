"""The lines of the list as Qt wants them, changed line by line so that selection and scrolling survive."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.ui.pages.journal.entry_list.changes import Replaced, replaced, told_anew
from trustjournal.ui.pages.journal.entry_list.window_of_lines import WindowOfLines
from trustjournal.ui.parts.entry_line import EntryLine, ListLine, MonthLine, UnreadLine
from trustjournal.ui.parts.entry_row import ROW_ROLE, month_label, spoken_line
from trustjournal.ui.parts.when import day_words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_STEPS = 40
_MOST_NEW_ROWS = 2_000
"""Where more than this has come and gone, views begin anew."""


class EntryListModel(QAbstractListModel):
    """Headings of months, which can't be chosen, and entries, which can. `read_more` is called near the end."""

    became = Signal()
    """All that is different has been told."""

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
            self.became.emit()

    def _become(self, lines: Sequence[ListLine]) -> None:
        old = self._lines
        gone = replaced(old, lines)
        if gone is None or len(gone) > _MOST_STEPS or sum(one.new_end - one.new_first for one in gone) > _MOST_NEW_ROWS:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        for change in reversed(gone):  # from the bottom, so that the rows above stay where they are meanwhile
            if change.old_end > change.old_first:
                self.beginRemoveRows(QModelIndex(), change.old_first, change.old_end - 1)
                self._lines = _Joined(old, change.old_first, lines, change.new_end)
                self.endRemoveRows()
            if change.new_end > change.new_first:
                self.beginInsertRows(
                    QModelIndex(), change.old_first, change.old_first + change.new_end - change.new_first - 1
                )
                self._lines = _Joined(old, change.old_first, lines, change.new_first)
                self.endInsertRows()
        self._lines = lines
        self._tell_changed(old, lines, gone)

    def _tell_changed(self, old: Sequence[ListLine], new: Sequence[ListLine], gone: Sequence[Replaced]) -> None:
        """Lines that stayed where they are and say something else, in stretches as long as they are."""
        first = last = -1
        for row in told_anew(old, new, gone):
            if row != last + 1 or first < 0:
                self._tell_rows(first, last)
                first = row
            last = row
        self._tell_rows(first, last)

    def _tell_rows(self, first: int, last: int) -> None:
        if first >= 0:
            self.dataChanged.emit(self.index(first), self.index(last))

    def row_of(self, entry_id: EntryId) -> int | None:
        """The row an entry is in, if it is in the list and read."""
        if isinstance(self._lines, WindowOfLines):
            return self._lines.row_of(entry_id)
        for row, line in enumerate(self._lines):
            if isinstance(line, EntryLine) and line.summary.id == entry_id:
                return row
        return None

    def entry_at(self, row: int) -> EntryLine | None:
        """The entry in a row; none where there is a heading or nothing, or it is not read."""
        line = self.line_at(row)
        return line if isinstance(line, EntryLine) else None

    def line_at(self, row: int) -> ListLine | None:
        """What is in a row, if there is such a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def first_entry_row(self) -> int:
        """The row of the first entry: under its heading, if there are headings."""
        return 1 if isinstance(self.line_at(0), MonthLine) else 0

    def row_near(self, day: date) -> int | None:
        """The row of a day's newest entry, or of the next older one, if the whole journal is in the list."""
        lines = self._lines
        return lines.rows.row_near(day) if isinstance(lines, WindowOfLines) and lines else None

    def heading_beyond(self, row: int, *, older: bool) -> int | None:
        """The row of the heading of the next month below the one a row belongs to, or of the month above it."""
        headings = self._heading_rows()
        at = bisect_right(headings, row) - 1 + (1 if older else -1)
        return headings[at] if 0 <= at < len(headings) else None

    def _heading_rows(self) -> Sequence[int]:
        if isinstance(self._lines, WindowOfLines):
            return self._lines.rows.heading_rows()
        return [row for row, line in enumerate(self._lines) if isinstance(line, MonthLine)]

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ROW_ROLE:
            return self._lines[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(self._lines[index.row()])
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.line_at(index.row()), EntryLine | UnreadLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._has_more

    @override
    def fetchMore(self, parent: _Index) -> None:
        self._read_more()


class _Joined(Sequence[ListLine]):
    """The upper rows as they were and the lower ones as they are now: the list between two steps of a change."""

    def __init__(self, old: Sequence[ListLine], old_end: int, new: Sequence[ListLine], new_first: int) -> None:
        self._old, self._old_end, self._new, self._new_first = old, old_end, new, new_first

    @override
    def __len__(self) -> int:
        return self._old_end + len(self._new) - self._new_first

    @override
    def __getitem__(self, index: int) -> ListLine:  # type: ignore[override]  # nobody slices a list between two steps
        if index < self._old_end:
            return self._old[index]
        return self._new[index - self._old_end + self._new_first]


def _spoken(line: ListLine) -> str:
    if isinstance(line, MonthLine):
        return month_label(line)
    return spoken_line(line) if isinstance(line, EntryLine) else day_words(line.day)
