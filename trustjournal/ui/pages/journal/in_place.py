"""What the journal page keeps in a place, and how it reads one that another version may have kept."""

from __future__ import annotations

from datetime import date
from typing import Protocol
from uuid import UUID

from trustjournal.domain.ids import EntryId, ServedPromptId
from trustjournal.domain.place import Place, ViewState
from trustjournal.ui.pages.journal.sheet.state import Spot

NEW, RANDOM = "new", "random"
"""Instead of an entry's id in a place: a new entry, and one by chance."""


class PartInPlace(Protocol):
    """A part of the page that is to be returned to as it was."""

    def place_view(self) -> ViewState:
        """What to keep of how it is, under names of its own."""
        ...

    def return_to(self, view: ViewState) -> None:
        """Be as it was."""
        ...


def entry_in(place: Place) -> EntryId | None:
    """The entry a place is about."""
    found = _id(place.item)
    return None if found is None else EntryId(found)


def served_in(view: ViewState) -> ServedPromptId | None:
    """The prompt a new entry begins from."""
    found = _id(view.get("served"))
    return None if found is None else ServedPromptId(found)


def day_in(view: ViewState) -> date | None:
    """The day a new entry is for."""
    value = view.get("day")
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def spot_in(view: ViewState) -> Spot | None:
    """Where the caret and the scrolling were; None where a place says nothing of it."""
    if not any(key in view for key in ("cursor", "scroll", "in_title")):
        return None
    return Spot(_number(view.get("cursor")), _number(view.get("scroll")), in_title=bool(view.get("in_title")))


def _id(value: object) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
