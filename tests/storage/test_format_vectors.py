"""docs/format.md is true: its vectors are read from the page and rebuilt."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from tests.storage.test_other_implementation import canonical, hkdf
from trustjournal.domain.way_in import WayInKind
from trustjournal.storage import key_file, slots
from trustjournal.storage.kdf import KdfParameters, derive_key
from trustjournal.storage.key_file import KeyFile
from trustjournal.storage.records import PERSON, content_hash
from trustjournal.storage.shadow_text import Shadows
from trustjournal.storage.slots import Argon2, Hkdf, subkey, wrap, wrapping_key_of_secret

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
VECTORS = PAGE.split("## 4. Test vectors")[1]
VALUES = dict(re.findall(r"^\| ([\w -]+)(?: \(NFC\))? \| `(.*)` \|$", VECTORS, re.MULTILINE))
AAD, KEY_FILE, PERSON_JSON = re.findall(r"```json\n(.*?)```", VECTORS, re.DOTALL)
KEY_FILE_BYTES = KEY_FILE.encode("ascii")
DATA_KEY = bytearray.fromhex(VALUES["data key"])


def secret(name: str) -> bytearray:
    return bytearray.fromhex(VALUES[name])


def test_the_derived_keys_are_rebuilt() -> None:
    passphrase, recovery, device = key_file.parse(KEY_FILE_BYTES).slots
    assert isinstance(passphrase.kdf, Argon2)
    assert passphrase.kdf.parameters == KdfParameters(65536, 3, 4)
    key = derive_key(VALUES["passphrase"], passphrase.kdf.salt, passphrase.kdf.parameters)
    assert key.hex() == VALUES["passphrase wrapping key"]
    for slot, name in ((recovery, "recovery"), (device, "device")):
        key = wrapping_key_of_secret(slot.type, secret(f"{name} secret"), slot.kdf.salt)
        assert key.hex() == VALUES[f"{name} wrapping key"]
        assert key == hkdf(secret(f"{name} secret"), f"tj/{name}-kek/v1".encode(), slot.kdf.salt)
    for name, purpose in (
        ("database key", "tj/sqlcipher/v1"),
        ("header-MAC key", "tj/header-mac/v1"),
        ("backup key", "tj/backup-manifest/v1"),
    ):
        assert subkey(DATA_KEY, purpose.encode()).hex() == VALUES[name] == hkdf(DATA_KEY, purpose.encode()).hex()


def test_the_key_file_is_rebuilt_to_the_byte() -> None:
    written = key_file.parse(KEY_FILE_BYTES)
    rebuilt = [
        wrap(
            DATA_KEY, secret(f"{slot.type} wrapping key"), slot.kdf, type_=slot.type, vault=written.vault,
            key_id=written.key_id, now=datetime(2026, 8, 1, 12, tzinfo=UTC), slot_id=slot.id, nonce=slot.nonce,
        )
        for slot in written.slots
    ]  # fmt: skip
    again = KeyFile("0011223344556677", 7, "8899aabb", bytes(range(16, 32)), tuple(rebuilt)).sealed(DATA_KEY)
    assert again.to_bytes() == KEY_FILE_BYTES
    assert written.is_genuine(DATA_KEY)


def test_every_slot_of_the_key_file_holds_the_data_key() -> None:
    written = key_file.parse(KEY_FILE_BYTES)
    assert [slot.type for slot in written.slots] == list(WayInKind)
    for slot in written.slots:
        assert slots.unwrap(slot, secret(f"{slot.type} wrapping key"), vault=written.vault) == DATA_KEY
        assert slots.unwrap(slot, secret(f"{slot.type} wrapping key"), vault="0" * 16) is None
    assert isinstance(written.slots[1].kdf, Hkdf)


def test_the_associated_data_is_what_the_page_says() -> None:
    import json

    slot = json.loads(KEY_FILE_BYTES.split(b"\n")[0])["slots"][1]
    del slot["wrap"]["ct"]
    assert canonical(["tj-slot-v1", "0011223344556677", slot]) == AAD.strip().encode()
    assert len(b64decode(slot["wrap"]["nonce"])) == 12


def test_the_content_hash_is_rebuilt() -> None:
    import hashlib

    assert hashlib.sha256(PERSON_JSON.strip().encode("ascii")).hexdigest() == VALUES["content hash"]
    found = content_hash(PERSON, UUID(int=1), {"name": "Zoë", "role": "friend", "is_archived": 0})
    assert found.hex() == VALUES["content hash"]


@pytest.mark.parametrize(("text", "shadow"), re.findall(r"^\| `(.+)` \| `(.+)` \|$", VECTORS, re.MULTILINE))
def test_the_shadows_are_rebuilt(text: str, shadow: str) -> None:
    assert Shadows().of(text) == shadow


def test_the_page_has_all_its_vectors() -> None:
    assert len(re.findall(r"^\| `(.+)` \| `(.+)` \|$", VECTORS, re.MULTILINE)) == 3
    assert len(VALUES) == 11
