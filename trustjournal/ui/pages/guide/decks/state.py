"""What the view of a person's own prompts shows, and what it tells once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from trustjournal.domain.deck import Deck, DeckLook, OwnPrompt
from trustjournal.domain.ids import DeckId, OwnPromptId

ROWS_AT_ONCE = 30
"""Prompts of a deck that are shown; the next ones come on request."""


class Need(Enum):
    """What the open form still needs."""

    WORDS = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class PromptForm:
    """A prompt is being written or changed: what the fields began with, and the deck it goes into."""

    number: int
    """A new one each time the fields are to be filled."""
    prompt: OwnPrompt
    deck: DeckId | None
    """None: there is no deck yet."""
    id: OwnPromptId
    """What it is kept as: keeping one form twice makes no second prompt."""


@dataclass(frozen=True, slots=True)
class NameForm:
    """A deck is being named; None where it is a new one."""

    number: int
    deck: DeckId | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was looked at; nothing of it is added yet."""

    file: Deck
    look: DeckLook


@dataclass(frozen=True, slots=True)
class DecksState:
    """The decks, the one that is open, and the one thing that may be going on."""

    decks: tuple[Deck, ...] = ()
    is_read: bool = False
    open: DeckId | None = None
    rows: int = ROWS_AT_ONCE
    set_aside: frozenset[str] = frozenset()
    """Ids of prompts that no draw takes."""
    unfolded: frozenset[OwnPromptId] = frozenset()
    """Deep prompts that were opened."""
    form: PromptForm | NameForm | None = None
    incoming: Incoming | None = None
    outgoing: DeckId | None = None
    """The deck that is to be saved as a file, while the person reads what that means."""
    trouble: Need | Exception | None = None

    def deck(self, id_: DeckId | None) -> Deck | None:
        """The deck with this id."""
        return next((deck for deck in self.decks if deck.id == id_), None)


class NewsKind(Enum):
    """What was done."""

    PROMPT_DELETED = auto()
    DECK_DELETED = auto()
    TAKEN_IN = auto()
    """A deck from a file, which is off."""
    WRITTEN_OUT = auto()
    NOT_KEPT = auto()
    """A form was left with words in it."""
    KEPT = auto()
    """The words of a form are in the journal: nothing to say, but nothing said before about words holds any more."""


@dataclass(frozen=True, slots=True)
class News:
    """Something to say once, and how it is taken back where it can be."""

    kind: NewsKind
    undo: Callable[[], None] | None = None
    name: str = field(default="", repr=False)
    count: int = 0
