"""What a query consists of. Nothing here shows what was typed in its repr."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum, auto


class Operator(StrEnum):
    """A word before a colon that says what is looked for. They are the same in every language."""

    TAG = "tag"
    PERSON = "person"
    PART = "part"
    FEELING = "feeling"
    MOOD = "mood"
    TRUST = "trust"
    BEFORE = "before"
    AFTER = "after"
    ON = "on"
    HAS = "has"
    IS = "is"


class Comparison(StrEnum):
    """How a number compares with the one that was typed."""

    BELOW = "<"
    AT_MOST = "<="
    EXACTLY = "="
    AT_LEAST = ">="
    ABOVE = ">"


class Mark(StrEnum):
    """What an entry can have or be, as it is typed."""

    PHOTO = "has:photo"
    FILE = "has:file"
    STARRED = "is:starred"
    DRAFT = "is:draft"
    THERAPY = "is:therapy"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in title or text, one after the other where there are several."""

    text: str = field(repr=False)
    is_phrase: bool = False
    is_open: bool = False
    """It may go on: what is typed is the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Named:
    """A tag, a person, a part of the guide or a feeling, by name or the beginning of one."""

    operator: Operator
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class InDays:
    """A stretch of days, both included; None is without end. `typed` is what the person wrote for it."""

    operator: Operator
    typed: str = field(repr=False)
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Marked:
    """The entry has or is something."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class MoodIs:
    """A check-in of the same day has a pleasantness of −4 to 4 that compares like this."""

    comparison: Comparison
    value: int


@dataclass(frozen=True, slots=True)
class TrustIs:
    """A rating of 0 to 10 given that day: of the person named, or of any person of the entry.

    Without a comparison any number will do.
    """

    name: str | None = field(repr=False)
    comparison: Comparison | None
    value: int = 0


Condition = Words | Named | InDays | Marked | MoodIs | TrustIs


@dataclass(frozen=True, slots=True)
class Not:
    """Entries that are not so."""

    node: Node = field(repr=False)


@dataclass(frozen=True, slots=True)
class All:
    """Entries for which every one of these is so: two at least."""

    nodes: tuple[Node, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Any:
    """Entries for which one of these is so: two at least."""

    nodes: tuple[Node, ...] = field(repr=False)


Node = Condition | Not | All | Any


class PieceKind(Enum):
    """What a stretch of the text is."""

    SPACE = auto()
    WORD = auto()
    PHRASE = auto()
    OPERATOR = auto()
    NOT = auto()
    OR = auto()
    AND = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text from `start` to `end`; the pieces of a text follow one another without a gap."""

    kind: PieceKind
    start: int
    end: int
    operator: Operator | None = None
    value_start: int = 0
    """Where what follows the colon begins."""
    suggestion: Operator | None = None
    """Of something with a colon that is no operator: the one that was probably meant."""
    is_closed: bool = True
    """A quotation mark that was opened is closed too."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition, and where it stands in the text: with the sign before it, where it is turned round."""

    condition: Condition = field(repr=False)
    start: int
    end: int
    is_negated: bool


class ProblemKind(Enum):
    """What is wrong with something in a query; all but unknown names are left out of the search."""

    UNKNOWN_OPERATOR = auto()
    UNKNOWN_VALUE = auto()
    NO_DATE = auto()
    NO_MOOD = auto()
    NO_TRUST = auto()
    NO_VALUE = auto()
    UNKNOWN_NAME = auto()
    """Nothing has that name: it is looked for, and finds nothing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not understood, and what could stand in its place if that can be guessed."""

    kind: ProblemKind
    start: int
    end: int
    operator: Operator
    typed: str = field(repr=False)
    suggestion: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Query:
    """A text that was read. `tree` is None where nothing is looked for."""

    text: str = field(repr=False)
    tree: Node | None = field(repr=False)
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()
    pieces: tuple[Piece, ...] = ()
