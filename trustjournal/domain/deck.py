"""A person's own prompts, grouped in decks. A deck that is on gives its prompts to the daily draw."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from trustjournal.domain.guide import OWN_UNIT
from trustjournal.domain.ids import DeckId, OwnPromptId
from trustjournal.domain.prompt import Intensity, Kind, Prompt, Topic, View

LONGEST_OWN_PROMPT: Final = 1000
LONGEST_NOTE: Final = 300
LONGEST_DECK_NAME: Final = 100
"""Characters each may have."""
MOST_MINUTES: Final = 120
MOST_PROMPTS: Final = 300
"""Prompts a deck may have."""
MOST_DECKS: Final = 100
MOST_DECK_MEGABYTES: Final = 2
"""The size a deck as a file may have."""

USUAL_MINUTES: Final = {Intensity.LIGHT: 4, Intensity.MEDIUM: 6, Intensity.DEEP: 8}
"""How long writing from a prompt takes where nobody says it: as long as from one of the guide."""

_TURNS_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SAME: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})


@dataclass(frozen=True, slots=True)
class OwnPrompt:
    """A question of a person's own, or one that came with a deck from a file. `id` is None until it is kept."""

    text: str = field(repr=False)
    intensity: Intensity = Intensity.LIGHT
    kind: Kind = Kind.PROCESS
    minutes: int = USUAL_MINUTES[Intensity.LIGHT]
    topics: frozenset[Topic] = frozenset()
    needs_person: bool = False
    note: str = field(default="", repr=False)
    """What is good to know before it is opened; empty for most."""
    id: OwnPromptId | None = None

    @property
    def prompt_id(self) -> str:
        """What it is called among all prompts; raises ValueError for one that is not kept."""
        if self.id is None:
            raise ValueError("a prompt that is not kept has no id")
        return f"{OWN_UNIT}.{self.id.hex}"

    def as_prompt(self) -> Prompt:
        """The same as a prompt to be served."""
        return Prompt(
            id=self.prompt_id,
            unit=OWN_UNIT,
            intensity=self.intensity,
            kind=self.kind,
            view=View.SELF,
            text=self.text,
            minutes=self.minutes,
            topics=self.topics,
            needs_person=self.needs_person,
            content_note=self.note or None,
        )


@dataclass(frozen=True, slots=True)
class Deck:
    """Prompts under one name, in the order they were added. `id` is None until it is kept."""

    name: str = field(repr=False)
    prompts: tuple[OwnPrompt, ...] = field(default=(), repr=False)
    is_on: bool = True
    """Its prompts count in the daily draw."""
    id: DeckId | None = None


@dataclass(frozen=True, slots=True)
class DeckLook:
    """What adding a deck from a file would do. Nothing was added yet."""

    name: str = field(repr=False)
    """What the new deck would be called; not as in the file where that name is taken."""
    new: tuple[OwnPrompt, ...] = field(repr=False)
    already_here: int
    """Prompts whose words are here already, or twice in the file."""

    @property
    def total(self) -> int:
        """How many prompts the file has."""
        return len(self.new) + self.already_here


def one_line(text: str) -> str:
    """The words of a prompt, a note or a name as they are kept: in one line, without hidden characters."""
    return " ".join("".join(one for one in text if one.isspace() or not is_hidden(one)).split())


def is_hidden(character: str) -> bool:
    """Whether a character is no part of a text: it controls something, is half of one, or turns the direction."""
    if character in "\t\n\r":
        return False
    return character in _TURNS_DIRECTION or unicodedata.category(character) in ("Cc", "Cs")


def has_words(text: str) -> bool:
    """Whether there is anything to read in it."""
    return any(unicodedata.category(one)[0] in "LNPS" for one in text)


def wording_key(text: str) -> str:
    """What two prompts have in common that differ only in case, spacing, the form of quotation marks or of accents."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(plain.translate(_SAME).split())


def look_at(file: Deck, here: Iterable[str], names: Iterable[str]) -> DeckLook:
    """What adding the deck of a file would do, where prompts of these wordings and decks of these names are here."""
    known = {wording_key(text) for text in here}
    new = []
    for prompt in file.prompts:
        key = wording_key(prompt.text)
        if key not in known:
            known.add(key)
            new.append(prompt)
    return DeckLook(free_name(file.name, names), tuple(new), len(file.prompts) - len(new))


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number after it where another deck is called so."""
    keys = {wording_key(one) for one in taken}
    free, number = name, 1
    while wording_key(free) in keys:
        number += 1
        ending = f" {number}"
        free = name[: LONGEST_DECK_NAME - len(ending)].rstrip() + ending
    return free
