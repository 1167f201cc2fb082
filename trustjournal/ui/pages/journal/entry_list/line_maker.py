"""What a list says of an entry, with the names of its people and the part of the guide it began from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from trustjournal.domain.entry import EntrySummary, SearchHit
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import PersonId
from trustjournal.ui.parts.entry_line import EntryLine, plain_run

Names = Mapping[PersonId, str]


class LineMaker:
    """Makes lines of what was found."""

    def __init__(self, guide: Guide) -> None:
        self._parts = {unit.id: part for part in guide.named_parts for unit in part.units}

    def of_hit(self, hit: SearchHit, names: Names) -> EntryLine:
        """The line of an entry that was searched for."""
        summary = hit.summary
        people = tuple(names[person] for person in summary.people if person in names)
        snippet = hit.snippet or (() if hit.title else plain_run(_without_words()))
        return EntryLine(summary, hit.title, snippet, people, self._parts.get(summary.unit or ""))

    def of_summary(self, summary: EntrySummary, names: Names) -> EntryLine:
        """The line of an entry in which nothing stands out."""
        return self.of_hit(SearchHit(summary, plain_run(summary.title), plain_run(summary.excerpt)), names)


def _without_words() -> str:
    """What is shown of an entry that has neither a title nor a text, so that its row is not empty."""
    return QCoreApplication.translate("EntryRow", "No words yet")
