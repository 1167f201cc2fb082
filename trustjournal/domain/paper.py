"""What of the journal goes to paper or into a PDF, and how much of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class PaperRange:
    """All entries of these days, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """Which entries, and what is shown of each: `entries`, or all of a `range`."""

    entries: tuple[EntryId, ...] = ()
    range: PaperRange | None = None
    initials: bool = False
    """People are reduced to their initials."""
    details: bool = True
    """People, tags and feelings stand under the title."""
    prompt: bool = True
    """The prompt that began an entry stands before its text."""


@dataclass(frozen=True, slots=True)
class PaperPicture:
    """A photo as the journal keeps it."""

    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """An entry as it goes to paper; its text is Markdown."""

    moment: Moment
    title: str = field(repr=False)
    text: str = field(repr=False)
    people: tuple[str, ...] = field(default=(), repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    feelings: tuple[str, ...] = field(default=(), repr=False)
    prompt: str = field(default="", repr=False)
    pictures: Mapping[str, PaperPicture] = field(default_factory=dict, repr=False)
    """The photos its text shows, by their ids of 32 hex digits."""
