"""What is different between two states of the list, row by row, so that selection and scrolling survive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trustjournal.ui.pages.journal.entry_list.window_of_lines import DayLines, WindowOfLines
from trustjournal.ui.parts.entry_line import EntryLine, ListLine, MonthLine


@dataclass(frozen=True, slots=True)
class Replaced:
    """Rows `old_first` up to `old_end` became rows `new_first` up to `new_end`; the ends are not included."""

    old_first: int
    old_end: int
    new_first: int
    new_end: int


Key = UUID | tuple[int, int] | date


def key_of(line: ListLine) -> Key:
    """What makes a line the same line when it says something else."""
    if isinstance(line, EntryLine):
        return line.summary.id
    return (line.first_day.year, line.first_day.month) if isinstance(line, MonthLine) else line.day


def replaced(old: Sequence[ListLine], new: Sequence[ListLine]) -> list[Replaced] | None:
    """The rows that came and went, from the top; None where the two have nothing to do with each other."""
    if isinstance(old, WindowOfLines) and isinstance(new, WindowOfLines):
        return list(_within_days(old, new) if old.rows is new.rows else _by_month(old, new))
    if isinstance(old, WindowOfLines) or isinstance(new, WindowOfLines):
        return None
    return list(_between([key_of(line) for line in old], [key_of(line) for line in new], 0, 0))


def _between(old: Sequence[Key | None], new: Sequence[Key | None], old_at: int, new_at: int) -> Iterator[Replaced]:
    """What differs between two lists of keys that begin at some rows; None is like nothing."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] is not None and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] is not None and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head < len(old) - tail or head < len(new) - tail:
        yield Replaced(old_at + head, old_at + len(old) - tail, new_at + head, new_at + len(new) - tail)


def _within_days(old: WindowOfLines, new: WindowOfLines) -> Iterator[Replaced]:
    """Where every day has as many entries as before."""
    for day in sorted(new.read.keys() & old.read.keys(), reverse=True):
        if _both_read(old, new, day):
            rows = new.rows.rows_of(day)
            yield from _of_day(old, new, day, rows.start, rows.start)


def _by_month(old: WindowOfLines, new: WindowOfLines) -> Iterator[Replaced]:
    old_months = {line.first_day: at for at, line in enumerate(old.rows.headings)}
    new_months = {line.first_day: at for at, line in enumerate(new.rows.headings)}
    old_row = new_row = 0
    for month in sorted(old_months.keys() | new_months.keys(), reverse=True):
        old_count = old.rows.headings[old_months[month]].count if month in old_months else None
        new_count = new.rows.headings[new_months[month]].count if month in new_months else None
        old_end = old_row + (0 if old_count is None else old_count + 1)
        new_end = new_row + (0 if new_count is None else new_count + 1)
        if old_count is None or new_count is None:
            yield Replaced(old_row, old_end, new_row, new_end)
        else:
            yield from _by_day(old, new, month, old_row + 1, new_row + 1)
        old_row, new_row = old_end, new_end


def _by_day(old: WindowOfLines, new: WindowOfLines, month: date, old_row: int, new_row: int) -> Iterator[Replaced]:
    last = date(month.year + month.month // 12, month.month % 12 + 1, 1).toordinal() - 1
    between = (month, date.fromordinal(last))
    old_days = dict(old.rows.days.between(*between))
    new_days = dict(new.rows.days.between(*between))
    if old_days == new_days and not any(_both_read(old, new, day) for day in new_days):
        return
    for day in sorted(old_days.keys() | new_days.keys(), reverse=True):
        if old_days.get(day) != new_days.get(day) or _both_read(old, new, day):
            yield from _of_day(old, new, day, old_row, new_row)
        old_row += old_days.get(day, 0)
        new_row += new_days.get(day, 0)


def _of_day(old: WindowOfLines, new: WindowOfLines, day: date, old_row: int, new_row: int) -> Iterator[Replaced]:
    old_keys, new_keys = _keys(old, day), _keys(new, day)
    if len(old_keys) != len(new_keys) or (None not in old_keys and None not in new_keys):
        yield from _between(old_keys, new_keys, old_row, new_row)


def _both_read(old: WindowOfLines, new: WindowOfLines, day: date) -> bool:
    return day in old.read and day in new.read and old.read[day] is not new.read[day]


def _keys(window: WindowOfLines, day: date) -> Sequence[Key | None]:
    lines: DayLines | None = window.read.get(day)
    if lines is None:
        return (None,) * window.rows.days.count(day)
    return [None if line is None else line.summary.id for line in lines]


def told_anew(old: Sequence[ListLine], new: Sequence[ListLine], gone: Sequence[Replaced]) -> Iterator[int]:
    """The rows of `new` that were there before and say something else now, from the top."""
    if isinstance(old, WindowOfLines) and isinstance(new, WindowOfLines):
        came = [range(change.new_first, change.new_end) for change in gone]
        rows = sorted((*_headings_told_anew(old, new), *_entries_told_anew(old, new)))
        yield from (row for row in rows if not any(row in stretch for stretch in came))
        return
    for old_first, new_first, new_end in _kept(len(old), len(new), gone):
        for row in range(new_first, new_end):
            before = old[old_first + row - new_first]
            if before is not new[row] and before != new[row]:
                yield row


def _headings_told_anew(old: WindowOfLines, new: WindowOfLines) -> Iterator[int]:
    if old.rows is not new.rows:
        before = set(old.rows.headings)
        for row, heading in zip(new.rows.heading_rows(), new.rows.headings, strict=True):
            if heading not in before:
                yield row


def _entries_told_anew(old: WindowOfLines, new: WindowOfLines) -> Iterator[int]:
    """Lines that say the same are the same object, and so are the lines of a day of which all do."""
    before = {id(line) for line in old.entries()}
    for day, lines in new.read.items():
        if old.read.get(day) is not lines:
            first = new.rows.rows_of(day).start
            for place, line in enumerate(lines):
                if line is not None and id(line) not in before:
                    yield first + place


def _kept(old_count: int, new_count: int, gone: Sequence[Replaced]) -> Iterator[tuple[int, int, int]]:
    """The stretches between the changes: their first row before, and their first and end row now."""
    old_row = new_row = 0
    for change in gone:
        if change.new_first > new_row:
            yield old_row, new_row, change.new_first
        old_row, new_row = change.old_end, change.new_end
    if new_count > new_row:
        yield old_row, new_row, new_count
