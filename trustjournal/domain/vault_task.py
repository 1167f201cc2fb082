"""What needs the keys of a journal: asked for in an open journal, done on the unlock screen's side, told afterwards.

An order and its outcome cross between processes as short plain words; neither ever carries anything a person wrote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_PLAIN_DETAIL = re.compile(r"[0-9a-z-]{0,32}")


class VaultTask(StrEnum):
    """What can be asked for."""

    CHANGE_PASSPHRASE = "change-passphrase"  # noqa: S105 - a task's name
    MAKE_RECOVERY_CODE = "make-recovery-code"
    """A first recovery code, or a new one in place of the old."""
    TRY_RECOVERY_CODE = "try-recovery-code"
    """The drill: type the code from paper and see that it still opens the journal."""
    TRUST_THIS_COMPUTER = "trust-this-computer"
    REMOVE_WAY_IN = "remove-way-in"
    """The order's detail is the id of the way in."""
    RE_ENCRYPT = "re-encrypt"
    MOVE = "move"
    """Keep the journal in another folder; no key is needed, but nobody may have it open."""
    DELETE = "delete"
    MAKE_ANOTHER = "make-another"
    """Make one more journal."""
    OPEN_ANOTHER = "open-another"
    """Choose another journal to unlock."""


class VaultNews(StrEnum):
    """What a session is told about what was done before it opened."""

    NONE = ""
    CREATED = "created"
    PASSPHRASE_CHANGED = "passphrase-changed"  # noqa: S105 - the name of an outcome
    RECOVERY_CODE_MADE = "recovery-code-made"
    RECOVERY_CODE_WORKS = "recovery-code-works"
    COMPUTER_TRUSTED = "computer-trusted"
    WAY_IN_REMOVED = "way-in-removed"
    RE_ENCRYPTED = "re-encrypted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """A task, and for those that need it a plain detail (lower-case letters, digits and hyphens)."""

    task: VaultTask
    detail: str = ""

    def as_word(self) -> str:
        """The order as one plain word, for a control line and a command line."""
        return f"{self.task.value}:{self.detail}" if self.detail else self.task.value

    @classmethod
    def from_word(cls, word: str) -> TaskOrder | None:
        """The order that `as_word` spelt; None where it is none."""
        name, _, detail = word.partition(":")
        if name not in set(VaultTask) or not _PLAIN_DETAIL.fullmatch(detail):
            return None
        return cls(VaultTask(name), detail)
