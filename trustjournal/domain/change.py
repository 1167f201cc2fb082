"""What kind of thing a change touched; whoever shows such things decides whether to look again."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto


class Changed(Enum):
    """Kinds of things that change."""

    ENTRIES = auto()
    PEOPLE = auto()
    CHECK_INS = auto()
    PROMPTS = auto()
    SETTINGS = auto()
    SAVED_SEARCHES = auto()
    TEMPLATES = auto()
    OWN_NUMBERS = auto()
    """Numbers a person keeps to call for help."""
    WORDS = auto()
    """The person's own words for the spelling check."""


Announce = Callable[[Changed], None]
"""Services call this, from the journal's thread, after the commit has returned."""
