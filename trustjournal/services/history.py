"""Earlier words of an entry: which there are, what they were, and that the words of now are kept before others come."""

from __future__ import annotations

from trustjournal.domain.clock import Clock
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId, VersionId
from trustjournal.domain.version import Version, VersionSummary
from trustjournal.storage.version_store import VersionStore


class HistoryService:
    """Reads versions. Saving makes them by itself."""

    def __init__(self, versions: VersionStore, *, clock: Clock) -> None:
        self._versions = versions
        self._clock = clock

    def versions(self, entry: EntryId) -> tuple[VersionSummary, ...]:
        """What there is of an entry, the newest words first."""
        return self._versions.of_entry(entry)

    def version(self, id_: VersionId) -> Version | None:
        """Earlier words; None where they were thinned out meanwhile."""
        return self._versions.get(id_)

    def keep_now(self, entry: Entry) -> None:
        """Keep the words of an entry as they are now, before others take their place.

        An entry that was never stored has nothing to keep them with; its words are the save's to keep.
        """
        if entry.revision > 0:
            self._versions.keep(entry.id, entry.title, entry.text, self._clock.now())
