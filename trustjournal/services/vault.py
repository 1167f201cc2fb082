"""Making a journal and getting into one. Runs in the prompt life.

The floor below is imported when it is needed: the unlock screen's first frame does not wait for cryptography.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.domain.clock import Clock
from trustjournal.errors import WorldError

if TYPE_CHECKING:
    from trustjournal.storage.journal_keys import JournalKeys
    from trustjournal.storage.kdf import Cost


class VaultService:
    """Creates and unlocks journals. `cost` chooses how dear guessing is; only tests bring their own."""

    def __init__(self, clock: Clock, *, cost: Cost | None = None) -> None:
        self._clock = clock
        self._cost = cost

    def create(self, folder: Path, passphrase: str) -> JournalKeys:
        """Make a journal in `folder`; raises as `storage.vault.create_journal` does."""
        from trustjournal.storage.kdf import calibrated
        from trustjournal.storage.vault import create_journal

        return create_journal(folder, passphrase, now=self._clock.now(), cost=self._cost or calibrated)

    def unlock(self, folder: Path, passphrase: str) -> JournalKeys:
        """The keys of the journal in `folder`; raises as `storage.vault.unlock_with_passphrase` does."""
        from trustjournal.storage.vault import unlock_with_passphrase

        return unlock_with_passphrase(folder, passphrase)

    def look_at(self, folder: Path) -> WorldError | None:
        """What stands in the way of opening the journal in `folder`, as far as that shows without a passphrase."""
        from trustjournal.storage.vault import read_key_file

        try:
            read_key_file(folder)
        except WorldError as error:
            return error
        return None
