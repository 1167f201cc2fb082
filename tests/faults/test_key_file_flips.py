"""Flipped bits in the key file: the other copy is used, never a wrong key; in both copies, it is told."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.journals import cheap_cost
from tests.faults import counts
from tests.faults.findings import Findings
from trustjournal.errors import KeyFileDamagedError
from trustjournal.storage import key_file
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.vault import create_vault, open_with_passphrase

PASSPHRASE = "words for a test"
NOW = datetime(2026, 8, 1, tzinfo=UTC)


@pytest.fixture
def keys(quick_disk: Path) -> JournalKeys:
    """The keys of a journal that has every kind of way in."""
    with create_vault(quick_disk / "journal", PASSPHRASE, now=NOW, cost=cheap_cost) as vault:
        vault.set_recovery(bytearray(range(16)), now=NOW)
        vault.add_device(bytearray(range(32)), slot_id="0000000d", now=NOW)
        return vault.keys()


def flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


@pytest.mark.parametrize("damaged", key_file.NAMES)
def test_a_flipped_bit_in_one_copy_is_mended_from_the_other(
    keys: JournalKeys, findings: Findings, damaged: str
) -> None:
    dice = random.Random(4)
    whole = (keys.folder / damaged).read_bytes()
    flips = counts.KEY_FILE_FLIPS // 2
    with findings.about(f"bit flipped in {damaged} only") as finding:
        for _ in range(flips):
            (keys.folder / damaged).write_bytes(flipped(whole, dice))
            with open_with_passphrase(keys.folder, PASSPHRASE) as vault:
                assert vault.keys().sqlcipher_key == keys.sqlcipher_key
            assert all((keys.folder / name).read_bytes() == whole for name in key_file.NAMES)
        finding.tried = flips


def test_flipped_bits_in_both_copies_are_told_and_open_nothing(keys: JournalKeys, findings: Findings) -> None:
    dice = random.Random(5)
    whole = (keys.folder / key_file.NAMES[0]).read_bytes()
    with findings.about("bits flipped in both copies of the key file: refused") as finding:
        for _ in range(counts.KEY_FILE_FLIPS):
            damaged = {name: flipped(whole, dice) for name in key_file.NAMES}
            for name, data in damaged.items():
                (keys.folder / name).write_bytes(data)
            with pytest.raises(KeyFileDamagedError) as raised:
                open_with_passphrase(keys.folder, PASSPHRASE)
            assert type(raised.value) is KeyFileDamagedError
            # They are left as they are: somebody may still make one whole copy of two damaged ones.
            assert {name: (keys.folder / name).read_bytes() for name in key_file.NAMES} == damaged
        finding.tried = counts.KEY_FILE_FLIPS
