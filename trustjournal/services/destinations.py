"""Going anywhere: what of the journal and the guide has a name like the one that was typed."""

from __future__ import annotations

from collections.abc import Sequence

from trustjournal.domain.destination import Destination, DestinationKind, best
from trustjournal.domain.entry import EntrySummary, TextRun
from trustjournal.domain.guide import Guide
from trustjournal.domain.place import Place
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.person_store import PersonStore
from trustjournal.storage.search_index import SearchIndex

ENTRIES = 8


class DestinationService:
    """Finds places by name: people, tags, units of the guide, and entries by their words."""

    def __init__(self, entries: EntryStore, search: SearchIndex, people: PersonStore, guide: Guide) -> None:
        self._entries = entries
        self._search = search
        self._people = people
        self._guide = tuple(
            Destination(
                DestinationKind.PART,
                unit.title,
                Place("guide", unit.id),
                inside=part.title if part.title != unit.title else "",
            )
            for part in guide.named_parts
            for unit in part.units
        )

    def matching(self, typed: str) -> tuple[Destination, ...]:
        """What fits, names before words inside entries; the newest entries where nothing was typed."""
        if not typed.strip():
            return tuple(_to(one, one.title or one.excerpt) for one in self._entries.newest(ENTRIES))
        people = (
            Destination(DestinationKind.PERSON, one.name, Place("people", str(one.id)), role=one.role)
            for one in self._people.all(archived=True)
        )
        tags = (
            Destination(DestinationKind.TAG, tag, Place("journal", None, {"search": f'tag:"{tag}"'}))
            for tag in self._entries.tags()
        )
        named = [place for group in (people, tags, self._guide) for place in best(group, typed)]
        found = (
            _to(hit.summary, _words(hit.title) or _words(hit.snippet)) for hit in self._search.find(typed, ENTRIES)
        )
        return (*named, *found)


def _to(entry: EntrySummary, name: str) -> Destination:
    return Destination(DestinationKind.ENTRY, name, Place("journal", str(entry.id)), day=entry.moment.day)


def _words(runs: Sequence[TextRun]) -> str:
    return "".join(run.text for run in runs)
