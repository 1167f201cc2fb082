"""Which entries are picked: their rows in the list, and how to find them in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trustjournal.domain.ids import EntryId
from trustjournal.domain.written_days import WrittenDays
from trustjournal.services.arranging import Stretch
from trustjournal.ui.pages.journal.entry_list.window_of_lines import WindowOfLines
from trustjournal.ui.parts.entry_line import EntryLine, ListLine


@dataclass(frozen=True, slots=True)
class Picked:
    """Entries that are picked: `ids` where all of them are read, else stretches of the journal with these `days`."""

    count: int = 0
    ids: tuple[EntryId, ...] = ()
    stretches: tuple[Stretch, ...] = field(default=(), repr=False)
    days: WrittenDays | None = None


def picked_in(lines: Sequence[ListLine], rows: Sequence[range]) -> Picked:
    """What some rows of a list hold."""
    if isinstance(lines, WindowOfLines):
        return _in_journal(lines, rows)
    ids = tuple(line.summary.id for one in rows for row in one if isinstance(line := lines[row], EntryLine))
    return Picked(len(ids), ids)


def _in_journal(lines: WindowOfLines, rows: Sequence[range]) -> Picked:
    stretches = []
    for one in rows:
        count = lines.rows.count(one)
        if count:
            day, skip = lines.rows.days.at(lines.rows.rank(one.start))
            stretches.append(Stretch(day, skip, count))
    return Picked(sum(one.count for one in stretches), (), tuple(stretches), lines.rows.days)
