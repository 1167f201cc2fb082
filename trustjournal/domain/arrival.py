"""What a session is told, besides its keys, about how it came to be."""

from __future__ import annotations

from dataclasses import dataclass

from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.domain.way_in import WayInKind


@dataclass(frozen=True, slots=True)
class Arrival:
    """How the journal was opened and what was done before; nothing in it is secret or written by a person."""

    way_in: WayInKind = WayInKind.PASSPHRASE
    news: VaultNews = VaultNews.NONE
    failed_attempts: int = 0
    """Wrong passphrases and codes since the journal was last opened here, by a plain local count anybody with the
    files could reset: a hint."""
    generation: int = 0
    """Of the key file; one lower than the journal has seen means that an older key file was put back."""
    others_may_see: OthersMaySee = OthersMaySee.NOT_ASKED
    """The answer that was just given; a journal that is opened again is not asked."""
