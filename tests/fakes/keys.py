"""The keys of a journal in one step, for tests that need nothing else of its vault."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.kdf import Cost, calibrated
from trustjournal.storage.vault import create_vault, open_with_passphrase


def create_journal(folder: Path, passphrase: str, *, now: datetime, cost: Cost = calibrated) -> JournalKeys:
    """Make a journal; its keys."""
    with create_vault(folder, passphrase, now=now, cost=cost) as vault:
        return vault.keys()


def unlock_with_passphrase(folder: Path, passphrase: str) -> JournalKeys:
    """The keys of the journal in `folder`."""
    with open_with_passphrase(folder, passphrase) as vault:
        return vault.keys()
