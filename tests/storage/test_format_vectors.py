"""docs/format.md is true: its vectors are read from the page and rebuilt."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from tests.storage.test_other_implementation import canonical, hkdf
from trustjournal.domain import recovery_code
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import RecoveryCodeMistypedError
from trustjournal.storage import key_file, slots
from trustjournal.storage.kdf import KdfParameters, derive_key
from trustjournal.storage.key_file import KeyFile
from trustjournal.storage.records import PERSON, content_hash
from trustjournal.storage.shadow_text import Shadows
from trustjournal.storage.slots import Argon2, Hkdf, subkey, to_base64, wrap, wrapping_key_of_secret
from trustjournal.storage.vault import device_name

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
VECTORS = PAGE.split("## 4. Test vectors")[1]
VALUES = dict(re.findall(r"^\| ([\w -]+)(?: \(NFC\))? \| `(.*)` \|$", VECTORS, re.MULTILINE))
AAD, KEY_FILE, PERSON_JSON = re.findall(r"```json\n(.*?)```", VECTORS, re.DOTALL)
KEY_FILE_BYTES = KEY_FILE.encode("ascii")
DATA_KEY = bytearray.fromhex(VALUES["data key"])


def table(headings: str) -> list[tuple[str, str]]:
    """The rows of two cells under `headings`, without what marks them as code."""
    rows = VECTORS.split(f"| {headings} |\n|---|---|\n")[1].split("\n\n")[0]
    return re.findall(r"^\| `(.+?)` \| `?(.+?)`? \|$", rows, re.MULTILINE)


CODES, RETYPED, MISTYPED, SHADOWS = (
    table("bytes | code"),
    table("typed | bytes"),
    table("typed | why"),
    table("text | shadow"),
)


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


@pytest.mark.parametrize(("text", "shadow"), SHADOWS)
def test_the_shadows_are_rebuilt(text: str, shadow: str) -> None:
    assert Shadows().of(text) == shadow


@pytest.mark.parametrize(("secret_of_code", "code"), CODES)
def test_the_recovery_codes_are_rebuilt_and_read(secret_of_code: str, code: str) -> None:
    assert recovery_code.spell(bytes.fromhex(secret_of_code)) == code
    assert recovery_code.read(code).hex() == secret_of_code


@pytest.mark.parametrize(("typed", "secret_of_code"), RETYPED)
def test_a_code_typed_in_another_way_is_read(typed: str, secret_of_code: str) -> None:
    assert typed not in dict(CODES).values()
    assert recovery_code.read(typed).hex() == secret_of_code


@pytest.mark.parametrize(("typed", "why"), MISTYPED)
def test_a_mistyped_code_is_refused(typed: str, why: str) -> None:
    with pytest.raises(RecoveryCodeMistypedError):
        pytest.fail(f"{why} went unnoticed: {recovery_code.read(typed).hex()}")


def test_the_first_code_is_that_of_the_recovery_secret_and_the_example() -> None:
    assert CODES[0][0] == VALUES["recovery secret"]
    assert f"`{CODES[0][1]}`" in PAGE.split("### Recovery code")[1].split("### Device secret")[0]


def test_the_keyring_keeps_what_the_page_says() -> None:
    text, account = re.findall(r"^The keyring keeps .* as `(.+)`, under the account\n`(.+)`\.$", VECTORS, re.MULTILINE)[
        0
    ]
    assert text == to_base64(bytes(secret("device secret")))
    written = key_file.parse(KEY_FILE_BYTES)
    assert account == device_name(written.vault, written.slots[2].id)


def test_the_page_has_all_its_vectors() -> None:
    assert [len(rows) for rows in (CODES, RETYPED, MISTYPED, SHADOWS)] == [4, 3, 9, 3]
    assert len(VALUES) == 11
