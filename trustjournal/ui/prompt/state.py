"""What the prompt shows, as plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.domain.vault_task import TaskOrder, VaultNews
from trustjournal.domain.way_in import WayIn, WayInKind

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength
    from trustjournal.services.vault import Outlook
    from trustjournal.ui.prompt.requests import VaultOpened


class Screen(Enum):
    """The screens of the prompt."""

    UNLOCK = auto()
    HELP = auto()
    """Numbers and articles for somebody who needs them before anything is unlocked."""
    RECOVER = auto()
    """Typing the recovery code."""
    CREATE = auto()
    NEW_PASSPHRASE = auto()
    CODE = auto()
    """A new recovery code, to be written down."""
    CODE_CHECK = auto()
    """Two groups of it, typed back from paper."""
    CODE_KEPT = auto()
    QUESTION = auto()
    """Whether others may see this computer."""
    TRY_CODE = auto()
    CODE_WORKS = auto()
    TRUST = auto()
    REMOVE = auto()
    RE_ENCRYPT = auto()
    MOVE = auto()
    PROGRESS = auto()
    DELETE = auto()
    SET_ASIDE = auto()
    DELETED = auto()
    LOCKING = auto()
    """Until another process has the window."""


class Spot(Enum):
    """Where on a screen something is amiss: the words stand there and the keyboard goes there."""

    PASSPHRASE = auto()
    AGAIN = auto()
    NAME = auto()
    PLACE = auto()
    CODE = auto()
    ACTION = auto()
    """At the button that was pressed."""


class Need(Enum):
    """What is still needed before it can go on."""

    PASSPHRASE = auto()
    NAME = auto()
    SAME_TWICE = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why it did not go on, and where: something that is needed, or an error of the world."""

    spot: Spot
    reason: Need | Exception
    is_there_first: bool = False
    """It came with the screen, not with what was typed: it stays until the next try."""


class CodeReason(Enum):
    """Why a recovery code is made."""

    NEW_JOURNAL = auto()
    ASKED_FOR = auto()
    RE_ENCRYPTED = auto()
    """The one of before opens nothing any more."""


class KitNews(Enum):
    """What became of the recovery kit."""

    NONE = auto()
    NO_PRINTER = auto()
    PRINTED = auto()
    SAVED = auto()


@dataclass(frozen=True, slots=True)
class CodeState:
    """A recovery code on its way to paper."""

    code: str = field(repr=False)
    reason: CodeReason
    replaces: bool = False
    """There is one already, which opens the journal until this one is kept."""
    groups: tuple[int, ...] = ()
    """Which groups are to be typed back, counted from 0."""
    wrong: frozenset[int] = frozenset()
    """Which of them were not right."""
    kit: KitNews = KitNews.NONE


@dataclass(frozen=True, slots=True)
class PromptState:
    """Everything the prompt's screens draw."""

    screen: Screen
    folder: Path | None
    """The journal in question; its folder's name is its label."""
    journals: tuple[Path, ...]
    """Journals this computer knows, the last used first."""
    place: Path
    """The folder a new journal's folder will be made in."""
    order: TaskOrder | None = None
    """What the journal is unlocked for, if not to be read."""
    news: VaultNews = VaultNews.NONE
    """What was done already, which the session will be told."""
    is_working: bool = False
    """A request is under way: nothing can be asked for until that is over."""
    is_done: bool = False
    """The journal is open; the session's window is on its way."""
    trouble: Trouble | None = None
    offers_others: bool = False
    """Somebody came to open another journal: offer the known ones at once."""
    outlook: Outlook | None = None
    """What shows of the journal without a key; None while that is not known."""
    is_trusted: bool = False
    """This computer has a secret that opens the journal."""
    vault: VaultOpened | None = None
    """The opened vault; None while it is locked."""
    strength: Strength | None = None
    """How strong the typed passphrase is; None while nothing is typed or nothing is known yet."""
    proposal: str | None = field(default=None, repr=False)
    """A passphrase the program made up, not taken yet."""
    code: CodeState | None = None
    way: WayIn | None = None
    """The way in to be closed."""
    can_trust: bool | None = None
    """Whether there is a keyring that may be trusted; None while that is not known."""
    destination: Path | None = None
    """The folder the journal is to be moved to."""
    progress: float = 0.0
    """How far it is, from 0 to 1."""
    is_cancelling: bool = False

    @property
    def is_first_run(self) -> bool:
        """Whether this computer knows no journal yet."""
        return not self.journals

    @property
    def has_recovery_code(self) -> bool:
        """Whether the journal has one, as far as it is known; unknown counts as yes."""
        ways = self.vault.ways_in if self.vault is not None else None
        if ways is None:
            return self.outlook is None or self.outlook.obstacle is not None or self.outlook.has(WayInKind.RECOVERY)
        return any(way.kind is WayInKind.RECOVERY for way in ways)
