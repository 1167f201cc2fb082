"""What the sheet of the journal page shows, and what passes between the page and its presenter."""

from __future__ import annotations

from dataclasses import dataclass, field

from trustjournal.domain.entry import Entry
from trustjournal.domain.person import Person
from trustjournal.ui.parts.save_keeper import SavePhase, SaveState


@dataclass(frozen=True, slots=True)
class Words:
    """What is in the fields of the sheet."""

    title: str = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the caret stands and how far the sheet is scrolled. `in_title`: the caret is in the title."""

    cursor: int = 0
    scroll: int = 0
    in_title: bool = False


TOP = Spot()
"""Where an entry is read from that nobody has been in before."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entry on the sheet. A new `showing` means: put its words into the fields; else only what is around them."""

    entry: Entry
    showing: int
    spot: Spot = TOP
    wants_keyboard: bool = False
    begun_with: Words | None = None
    """What was put on it to begin with, which nobody wrote."""

    @property
    def is_untouched(self) -> bool:
        """Nothing was written but what it began with: it leaves no trace."""
        entry, begun = self.entry, self.begun_with
        if entry.revision > 0 or entry.is_blank or begun is None:
            return entry.revision == 0 and entry.is_blank
        is_said_more = bool(entry.people or entry.tags or entry.feelings) or any(
            (entry.is_starred, entry.is_draft, entry.is_for_therapy, entry.stays_away)
        )
        return not is_said_more and entry.title in ("", begun.title) and entry.text in ("", begun.text)


@dataclass(frozen=True, slots=True)
class Known:
    """Whom and what an entry can be linked to, and the feelings it can have."""

    people: tuple[Person, ...] = ()
    tags: tuple[str, ...] = field(default=(), repr=False)
    feelings: tuple[str, ...] = field(default=(), repr=False)
    """Ids of feeling words, and words of the person's own."""


@dataclass(frozen=True, slots=True)
class JournalState:
    """What the right half of the page shows."""

    sheet: Sheet | None = None
    known: Known = field(default_factory=Known)
    words: int = 0
    save: SaveState = field(default_factory=lambda: SaveState(SavePhase.IDLE))
    is_dirty: bool = False
    """Words were typed that the save keeper does not have yet."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """An entry that was just deleted, as it was the moment before."""

    entry: Entry
    spot: Spot
