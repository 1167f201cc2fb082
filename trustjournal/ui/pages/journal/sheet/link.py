"""What can be added to an entry from one field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from trustjournal.domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class Link:
    """What was chosen: a person, a tag, a feeling, or the name of somebody new."""

    person: PersonId | None = None
    tag: str | None = field(default=None, repr=False)
    feeling: str | None = field(default=None, repr=False)
    new_person: str | None = field(default=None, repr=False)


def one_more(words: tuple[str, ...], word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words with one more, unless it is among them; written like one that is known, it is that one."""
    word = {one.casefold(): one for one in known}.get(word.strip().casefold(), word.strip())
    return (*words, word) if word and word.casefold() not in {one.casefold() for one in words} else words
