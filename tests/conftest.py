"""What tests of several floors share: a clock to set, a made-up guide, and journals that open at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from trustjournal.domain.guide import Guide
    from trustjournal.services.journal import Journal
    from trustjournal.services.vault import VaultService
    from trustjournal.storage.journal_keys import JournalKeys

# Windows of tests open on no screen: there may be none, and nobody wants to watch. Journeys bring their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of the code: how long making up an input takes says nothing.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

MADE_UP_GUIDE = Path(__file__).parent / "fakes" / "guide"
PASSPHRASE = "four plain test words"


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still at 9:30 in Rome until it is set."""
    return FakeClock()


@pytest.fixture
def announcements() -> Announcements:
    """What services announced."""
    return Announcements()


@pytest.fixture
def guide() -> Guide:
    """The small made-up guide."""
    from trustjournal.services.guide_reader import read_guide

    return read_guide(MADE_UP_GUIDE, "en")


@pytest.fixture
def vaults(clock: FakeClock) -> VaultService:
    """The vault service with a key derivation that takes no time."""
    from tests.fakes.journals import cheap_vaults

    return cheap_vaults(clock)


@pytest.fixture(scope="session")
def new_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty journal, to be copied: making one takes ten times as long as opening it."""
    from tests.fakes.journals import cheap_vaults

    folder = tmp_path_factory.mktemp("new") / "journal"
    cheap_vaults(FakeClock()).create(folder, PASSPHRASE).wipe()
    return folder


@pytest.fixture
def keys(tmp_path: Path, new_journal: Path, vaults: VaultService) -> JournalKeys:
    """The keys of a new, empty journal; its passphrase is `PASSPHRASE`."""
    return vaults.unlock(shutil.copytree(new_journal, tmp_path / "journal"), PASSPHRASE)


@pytest.fixture
def journal(keys: JournalKeys, clock: FakeClock, guide: Guide, announcements: Announcements) -> Iterator[Journal]:
    """Every service over a real encrypted journal."""
    from tests.fakes.journals import opened

    journal = opened(keys, clock=clock, guide=guide, announce=announcements)
    yield journal
    journal.close()
