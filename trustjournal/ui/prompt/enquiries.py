"""What the prompt may find out without any key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength
    from trustjournal.services.vault import Outlook


@dataclass(frozen=True, slots=True)
class Enquiries:
    """Each may take long or import much: they are called inside `tasks` only."""

    outlook_of: Callable[[Path], Outlook]
    """What shows of the journal in a folder."""
    can_trust_computer: Callable[[], bool]
    """Whether this computer has a keyring that may be trusted with a secret."""
    estimate: Callable[[str, Sequence[str]], Strength]
    """How long a passphrase would stand, given words that an attacker would try first."""
    propose: Callable[[], str]
    """A passphrase of random words."""
