"""What a person writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from trustjournal.domain.ids import EntryId, PersonId
from trustjournal.domain.moment import Moment
from trustjournal.domain.prompt import ServedPrompt

LONGEST_TEXT = 20_000_000
"""Characters an entry's text may have; SQLite's own limit is a thousand million bytes."""

LONGEST_TITLE = 10_000
"""Characters an entry's title may have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the journal. `revision` is 0 until it is first stored and grows by one with each save."""

    id: EntryId
    moment: Moment
    title: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    people: tuple[PersonId, ...] = ()
    tags: tuple[str, ...] = field(default=(), repr=False)
    prompt: ServedPrompt | None = None
    revision: int = 0
    feelings: tuple[str, ...] = field(default=(), repr=False)
    """Ids of feeling words, or words of the person's own."""
    is_starred: bool = False
    is_draft: bool = False
    """The person means to go on with it."""
    is_for_therapy: bool = False
    """Kept to be talked about in therapy."""
    stays_away: bool = False
    """Never shown unasked, as a memory."""
    keeps_blank: bool = field(default=False, compare=False)
    """To be stored even where nothing was written, because a photo or a file is about to be put into it."""

    @property
    def is_blank(self) -> bool:
        """Nothing was written, and no feeling was said: such an entry is not stored."""
        return not self.title.strip() and not self.text.strip() and not self.feelings


@dataclass(frozen=True, slots=True)
class EntrySummary:
    """What a list shows of an entry. `position` orders the journal: a larger one is newer, and no two are alike."""

    id: EntryId
    position: int
    moment: Moment
    title: str = field(repr=False)
    excerpt: str = field(repr=False)
    people: tuple[PersonId, ...]
    tags: tuple[str, ...] = field(repr=False)
    unit: str | None
    """The id of the guide unit whose prompt began the entry."""
    feelings: tuple[str, ...] = field(default=(), repr=False)
    is_starred: bool = False
    is_draft: bool = False
    photos: int = 0
    """How many photos belong to it."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of a snippet; `is_hit` where it is what was searched for."""

    text: str = field(repr=False)
    is_hit: bool


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An entry that was found, with the words around the first place it was found in."""

    summary: EntrySummary
    title: tuple[TextRun, ...] = field(repr=False)
    snippet: tuple[TextRun, ...] = field(repr=False)
