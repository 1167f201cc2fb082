"""What of the journal goes to paper, into a PDF or into a text file, and how much of it."""

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
    pictures: bool = True
    """The photos that its text shows go with it."""


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
    is_starred: bool = False


@dataclass(frozen=True, slots=True)
class MarkdownEntry:
    """An entry as it goes into a Markdown file, in the person's own language; all but `text` is plain words."""

    heading: str = field(repr=False)
    about: tuple[str, ...] = field(repr=False)
    """When it was written, whom and what it is about."""
    prompt: str = field(repr=False)
    text: str = field(repr=False)
    """Markdown, as it was typed."""
    photo: str
    """The word for a photo."""
