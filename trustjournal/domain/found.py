"""What a search answers besides the entries it finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from trustjournal.domain.ids import SavedSearchId

LONGEST_SAVED_NAME: Final = 100
"""Characters the name of a saved search may have."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the words of a query stand in an entry: beginning and end of each, in UTF-16 units."""

    title: tuple[tuple[int, int], ...] = ()
    text: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What can stand behind the colon of an operator in this journal."""

    people: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    feelings: tuple[str, ...] = field(default=(), repr=False)
    """Ids of feeling words, and words of the person's own."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query a person keeps under a name."""

    id: SavedSearchId
    name: str = field(repr=False)
    query: str = field(repr=False)
