"""A key file that somebody altered with care, in both copies and with checksums that fit, opens nothing and says why.

Most of it is told as altered. What belongs to a slot itself cannot be told from a wrong passphrase by that slot: its
ciphertext is bound to it, and with another key or another label it just does not open. Another way in tells then,
since the seal covers the whole file; the sentence about a wrong passphrase says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.faults.findings import Finding, Findings
from trustjournal.errors import (
    ComputerNotTrustedError,
    DatabaseMissingError,
    KeyFileDamagedError,
    KeyFileTamperedError,
    NoRecoveryCodeError,
    RecoveryCodeOfAnotherError,
    WrongPassphraseError,
)
from trustjournal.storage import key_file
from trustjournal.storage.canonical import canonical_json
from trustjournal.storage.kdf import KdfParameters
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.vault import create_vault, open_with_device, open_with_passphrase, open_with_recovery

NOW = datetime(2026, 8, 1, tzinfo=UTC)
PASSPHRASE, CODE, DEVICE = "words for a test", bytes(range(16)), bytes(range(32))

Content = dict[str, Any]
Change = Callable[[Content], object]

BY: Mapping[str, Callable[[Path], OpenVault]] = {
    "passphrase": lambda folder: open_with_passphrase(folder, PASSPHRASE),
    "recovery": lambda folder: open_with_recovery(folder, bytearray(CODE)),
    "device": lambda folder: open_with_device(folder, lambda _name: bytearray(DEVICE)),
}
REFUSES = {
    "passphrase": WrongPassphraseError,
    "recovery": RecoveryCodeOfAnotherError,
    "device": ComputerNotTrustedError,
}


@pytest.fixture(scope="module")
def row(findings: Findings) -> Iterator[Finding]:
    """The row of the table; each test is one alteration."""
    with findings.about("key file altered with care in both copies: refused") as finding:
        yield finding


@pytest.fixture(autouse=True)
def _counted(row: Finding) -> None:
    row.tried += 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal with every kind of way in."""
    with create_vault(tmp_path / "journal", PASSPHRASE, now=NOW, cost=lambda: KdfParameters(64, 3, 2)) as vault:
        vault.set_recovery(bytearray(CODE), now=NOW)
        vault.add_device(bytearray(DEVICE), slot_id="0000000d", now=NOW)
        return vault.folder


def alter(folder: Path, change: Change) -> None:
    for name in key_file.NAMES:
        content = json.loads((folder / name).read_bytes().split(b"\n")[0])
        change(content)
        line = canonical_json(content)
        (folder / name).write_bytes(line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n")


def slot(number: int, **values: object) -> Change:
    return lambda content: content["slots"][number].update(values)


def kdf(**values: object) -> Change:
    return lambda content: content["slots"][0]["kdf"].update(values)


def of_another_key(content: Content) -> None:
    content["kid"] = "00000000"
    content["db"]["file"] = "journal-00000000.tjdb"
    for one in content["slots"]:
        one["kid"] = "00000000"


def refusal(folder: Path, way: str) -> type[Exception]:
    """The error that a way in ends with; the key file must be as it was afterwards."""
    before = [(folder / name).read_bytes() for name in key_file.NAMES]
    with pytest.raises(Exception) as raised:
        BY[way](folder)
    assert [(folder / name).read_bytes() for name in key_file.NAMES] == before
    return raised.type


SEALED: Mapping[str, Change] = {
    "generation raised": lambda content: content.update(gen=content["gen"] + 7),
    "generation lowered": lambda content: content.update(gen=1),
    "salt of the database": lambda content: content["db"].update(salt="0" * 32),
    "seal": lambda content: content.update(mac="A" * 43 + "="),
    "a slot added": lambda content: content["slots"].append(dict(content["slots"][2], id="00000000")),
    "slots in another order": lambda content: content["slots"].reverse(),
}


@pytest.mark.parametrize("what", SEALED)
@pytest.mark.parametrize("way", BY)
def test_what_the_seal_covers_is_told_as_altered(folder: Path, way: str, what: str) -> None:
    alter(folder, SEALED[what])
    assert refusal(folder, way) is KeyFileTamperedError


@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_a_removed_way_in_is_told_as_altered(folder: Path, way: str) -> None:
    alter(folder, lambda content: content["slots"].pop())
    assert refusal(folder, way) is KeyFileTamperedError
    assert refusal(folder, "device") is ComputerNotTrustedError


def test_a_removed_recovery_slot_is_a_code_that_is_not_there_and_told_as_altered_by_the_others(folder: Path) -> None:
    alter(folder, lambda content: content["slots"].pop(1))
    assert refusal(folder, "recovery") is NoRecoveryCodeError
    assert refusal(folder, "passphrase") is refusal(folder, "device") is KeyFileTamperedError


MALFORMED: Mapping[str, Change] = {
    "a passphrase slot called a recovery code": slot(0, type="recovery"),
    "a recovery slot called a passphrase": slot(1, type="passphrase"),
    "a slot of no known kind": slot(0, type="guest"),
    "two slots of one id": slot(1, id="0000000d"),
    "a slot of another key": slot(0, kid="00000000"),
    "a database of another key": lambda content: content["db"].update(file="journal-00000000.tjdb"),
    "a database elsewhere": lambda content: content["db"].update(file="../journal-00000000.tjdb"),
    "more memory than any file may ask for": kdf(m=2**22),
    "no passes": kdf(t=0),
    "another derivation": kdf(name="pbkdf2"),
}


@pytest.mark.parametrize("what", MALFORMED)
def test_what_breaks_the_format_is_told_as_damaged_before_anything_is_tried(folder: Path, what: str) -> None:
    alter(folder, MALFORMED[what])
    assert {refusal(folder, way) for way in BY} == {KeyFileDamagedError}


def test_the_id_of_another_key_everywhere_leads_to_no_database(folder: Path) -> None:
    alter(folder, of_another_key)
    assert {refusal(folder, way) for way in BY} == {DatabaseMissingError}


BOUND_TO_A_SLOT: Mapping[str, tuple[str, Change]] = {
    "derivation asked for less memory": ("passphrase", kdf(m=32)),
    "derivation asked for fewer passes": ("passphrase", kdf(t=1)),
    "derivation asked for fewer lanes": ("passphrase", kdf(p=1)),
    "derivation asked for more": ("passphrase", kdf(m=128, t=4)),
    "id of the passphrase slot": ("passphrase", slot(0, id="00000000")),
    "time of the passphrase slot": ("passphrase", slot(0, created="2020-01-01T00:00:00Z")),
    "id of the recovery slot": ("recovery", slot(1, id="00000000")),
    "time of the recovery slot": ("recovery", slot(1, created="2020-01-01T00:00:00Z")),
    "recovery and device slots exchanged": (
        "recovery",
        lambda content: [content["slots"][1].update(type="device"), content["slots"][2].update(type="recovery")],
    ),
    "time of the device slot": ("device", slot(2, created="2020-01-01T00:00:00Z")),
}


@pytest.mark.parametrize("what", BOUND_TO_A_SLOT)
def test_an_altered_slot_does_not_open_and_another_way_in_tells_that_it_was_altered(folder: Path, what: str) -> None:
    way, change = BOUND_TO_A_SLOT[what]
    alter(folder, change)
    assert refusal(folder, way) is REFUSES[way]
    assert KeyFileTamperedError in {refusal(folder, other) for other in BY if other != way}


def test_the_id_of_another_journal_opens_nothing_by_any_way(folder: Path) -> None:
    alter(folder, lambda content: content.update(vault="0" * 16))
    assert {way: refusal(folder, way) for way in BY} == REFUSES


def test_an_altered_first_copy_is_not_believed_for_being_newer(folder: Path) -> None:
    whole = (folder / key_file.NAMES[1]).read_bytes()
    alter(folder, SEALED["generation raised"])
    (folder / key_file.NAMES[1]).write_bytes(whole)
    with pytest.raises(KeyFileTamperedError):
        open_with_passphrase(folder, PASSPHRASE)
    # The copy that is genuine is not written over with the altered one.
    assert (folder / key_file.NAMES[1]).read_bytes() == whole
