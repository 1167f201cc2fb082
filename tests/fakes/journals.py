"""Journals for tests: real encrypted ones, whose key costs next to nothing to derive."""

from __future__ import annotations

from uuid import UUID

from tests.fakes.announcements import Announcements
from trustjournal.domain.change import Announce
from trustjournal.domain.clock import Clock
from trustjournal.domain.guide import Guide
from trustjournal.domain.ids import DeviceId
from trustjournal.services.journal import Journal, open_journal
from trustjournal.services.vault import VaultService
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.kdf import KdfParameters

THIS_DEVICE = DeviceId(UUID(int=7))


def cheap_cost() -> KdfParameters:
    """The least Argon2id takes: no protection, and no time."""
    return KdfParameters(memory_kib=8, passes=1, lanes=1)


def cheap_vaults(clock: Clock) -> VaultService:
    """A vault service that makes journals at no cost."""
    return VaultService(clock, cost=cheap_cost)


def opened(keys: JournalKeys, *, clock: Clock, guide: Guide, announce: Announce | None = None) -> Journal:
    """The journal of these keys, open."""
    return open_journal(keys, clock=clock, guide=guide, announce=announce or Announcements(), device=THIS_DEVICE)
