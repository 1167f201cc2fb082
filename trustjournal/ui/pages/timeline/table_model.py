"""The timeline as a table: the same facts as the chart, one in each row, newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from trustjournal.domain.timeline import MoodDot, Timeline, TrustDot, TrustSeries, WritingMark
from trustjournal.ui.pages.timeline.words import TimelineWords

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

NO_TIME = "—"
"""Stands where a time would."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One fact. A rating has a day but no time."""

    day: date
    wall_time: time | None
    fact: MoodDot | TrustDot | WritingMark
    name: str = field(default="", repr=False)
    """Whose rating."""


def rows_of(timeline: Timeline, drawn: tuple[TrustSeries, ...]) -> tuple[TimelineRow, ...]:
    """Every dot and stroke of the chart, newest first; on one day, ratings after what has a time."""
    rows = [TimelineRow(dot.moment.day, dot.moment.wall_time, dot) for run in timeline.moods for dot in run]
    rows += [TimelineRow(mark.moment.day, mark.moment.wall_time, mark) for mark in timeline.writing]
    rows += [TimelineRow(dot.day, None, dot, series.name) for series in drawn for run in series.runs for dot in run]
    return tuple(sorted(rows, key=lambda row: (row.day, row.wall_time or time.min), reverse=True))


class TimelineTableModel(QAbstractTableModel):
    """Day, time, what it is, and how it was; words are made only for the rows that are looked at."""

    def __init__(self, words: TimelineWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[TimelineRow, ...] = ()

    def set_rows(self, rows: tuple[TimelineRow, ...]) -> None:
        """Show these."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def longest(self, measure: Callable[[str], int]) -> tuple[int, ...]:
        """How wide the words of each column get. Measures what differs in width, not every row."""
        unlike: tuple[dict[object, TimelineRow], ...] = ({}, {}, {}, {})
        for row in self._rows:
            day, fact = row.day, row.fact
            kinds = ((day.weekday(), day.month, day.day > 9), row.wall_time, (type(fact), row.name), _how(fact))
            for found, kind in zip(unlike, kinds, strict=True):
                found.setdefault(kind, row)
        return tuple(
            max((measure(self._cells(row)[column]) for row in found.values()), default=0)
            for column, found in enumerate(unlike)
        )

    def row(self, number: int) -> TimelineRow:
        """The fact in a row."""
        return self._rows[number]

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Day"), self.tr("Time"), self.tr("What"), self.tr("How"))[section]

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(row)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            # A reader that goes down the first column hears the whole row.
            return ", ".join(cell for cell in self._cells(row) if cell != NO_TIME)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 1 and row.wall_time is None:
            return self.tr("no time of day")
        return None

    def _cells(self, row: TimelineRow) -> tuple[str, str, str, str]:
        words, fact = self._words, row.fact
        when = words.clock(row.wall_time) if row.wall_time is not None else NO_TIME
        if isinstance(fact, MoodDot):
            what, how = self.tr("Mood"), words.mood(fact)
        elif isinstance(fact, TrustDot):
            what, how = self.tr("Trust: {name}").format(name=row.name), words.rating(fact.value)
        else:
            what, how = self.tr("Writing"), words.writing(fact)
        return words.short_day(row.day), when, what, how


def _how(fact: MoodDot | TrustDot | WritingMark) -> object:
    """Facts of which this is the same are worded alike in the last column."""
    if isinstance(fact, MoodDot):
        return "mood", fact.pleasantness, fact.energy
    return ("trust", fact.value) if isinstance(fact, TrustDot) else ("writing", fact.words)
