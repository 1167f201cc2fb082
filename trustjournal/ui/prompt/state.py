"""What the prompt shows and what it asks for, as plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength


class Screen(Enum):
    """The screens of the prompt."""

    UNLOCK = auto()
    CREATE = auto()


class Spot(Enum):
    """Where on a screen something is amiss: the words stand there and the keyboard goes there."""

    PASSPHRASE = auto()
    AGAIN = auto()
    NAME = auto()
    PLACE = auto()


class Need(Enum):
    """What is still needed before a journal can be made or unlocked."""

    PASSPHRASE = auto()
    NAME = auto()
    SAME_TWICE = auto()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why it did not go on, and where: something that is needed, or an error of the world."""

    spot: Spot
    reason: Need | Exception
    is_there_first: bool = False
    """It came with the screen, not with what was typed: it stays until the next try."""


@dataclass(frozen=True, slots=True)
class UnlockRequest:
    """Somebody wishes to open the journal in `folder`."""

    folder: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CreateRequest:
    """Somebody wishes to make a journal in `folder`, which is named like the journal."""

    folder: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PromptState:
    """Everything the prompt's screens draw."""

    screen: Screen
    folder: Path | None
    """The journal to unlock; its folder's name is its label."""
    journals: tuple[Path, ...]
    """Journals this computer knows, the last used first."""
    place: Path
    """The folder a new journal's folder will be made in."""
    is_first_run: bool = False
    is_working: bool = False
    """A key is being derived or a journal made: nothing can be asked for until that is over."""
    is_done: bool = False
    """The journal is open; the session's window is on its way."""
    trouble: Trouble | None = None
    strength: Strength | None = None
    """How strong the typed passphrase is; None while nothing is typed or nothing is known yet."""
    proposal: str | None = field(default=None, repr=False)
    """A passphrase the program made up, not taken yet."""
