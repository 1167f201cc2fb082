"""A journal can be read without this program: by another implementation, from what docs/format.md says."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.storage.conftest import PASSPHRASE, Stores, entry


def hkdf(key: bytes | bytearray, info: bytes, salt: bytes = bytes(32)) -> bytes:
    """RFC 5869 with SHA-256, one block: written out, so that no code of ours is used."""
    extracted = hmac.digest(salt, key, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def opened(folder: Path, passphrase: str) -> apsw.Connection:
    """The journal in `folder`, opened with nothing but the documented format."""
    line, checksum, _ = (folder / "vault.tjkeys").read_bytes().split(b"\n")
    assert hashlib.sha256(line).hexdigest().encode() == checksum
    content = json.loads(line)
    slot = content["slots"][0]
    kdf = slot["kdf"]
    wrapping_key = Argon2id(
        salt=b64decode(kdf["salt"]), length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"]
    ).derive(passphrase.encode())
    wrapped = b64decode(slot["wrap"].pop("ct"))
    data_key = AESGCM(wrapping_key).decrypt(
        b64decode(slot["wrap"]["nonce"]), wrapped, canonical(["tj-slot-v1", content["vault"], slot])
    )
    key = hkdf(data_key, b"tj/sqlcipher/v1")
    connection = apsw.Connection(str(folder / content["db"]["file"]), flags=apsw.SQLITE_OPEN_READONLY)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("hexkey", (b"x'" + key.hex().encode() + content["db"]["salt"].encode() + b"'").hex())
    return connection


def test_another_implementation_reads_and_searches_it(stores: Stores, folder: Path) -> None:
    kept = stores.entries.save(replace(entry("Words for later. 日本", title="A title"), tags=("tag",)))
    stores.db.close()
    connection = opened(folder, PASSPHRASE)
    assert connection.execute("SELECT id, day, title, text FROM entry").fetchall() == [
        (kept.id.bytes, "2026-08-01", "A title", "Words for later. 日本")
    ]
    assert connection.execute("SELECT rowid FROM search WHERE search MATCH '\"日 本\" AND lat*'").fetchall() == (
        connection.execute("SELECT position FROM entry").fetchall()
    )
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


def test_another_implementation_does_not_open_it_with_another_passphrase(stores: Stores, folder: Path) -> None:
    stores.db.close()
    with pytest.raises(InvalidTag):
        opened(folder, PASSPHRASE + "!")
