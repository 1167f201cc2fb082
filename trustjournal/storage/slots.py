"""Key slots: each holds the journal's data key, wrapped by a key that one way in can make.

A passphrase is stretched by Argon2id; the secrets of the recovery code and of the computer's keyring are random
already, so HKDF is enough for them. Everything about a slot except its ciphertext is authenticated with it.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from trustjournal.domain.way_in import WayInKind
from trustjournal.storage.canonical import JsonValue, canonical_json
from trustjournal.storage.kdf import SALT_BYTES, VERSION, KdfParameters, derive_key
from trustjournal.storage.secret_bytes import wipe, wiped_after

DATA_KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
WRAPPED_BYTES: Final = DATA_KEY_BYTES + 16
HKDF_SALT_BYTES: Final = 32

DATABASE_KEY: Final = b"tj/sqlcipher/v1"
HEADER_MAC_KEY: Final = b"tj/header-mac/v1"
BACKUP_KEY: Final = b"tj/backup-manifest/v1"


_TIMESTAMP: Final = "%Y-%m-%dT%H:%M:%SZ"
_WRAPPING_KEY_OF: Final = {WayInKind.RECOVERY: b"tj/recovery-kek/v1", WayInKind.DEVICE: b"tj/device-kek/v1"}


@dataclass(frozen=True, slots=True)
class Argon2:
    """How a passphrase becomes a wrapping key."""

    parameters: KdfParameters
    salt: bytes

    def as_json(self) -> dict[str, JsonValue]:
        """The object under `kdf`."""
        return {
            "name": "argon2id", "v": VERSION,
            "m": self.parameters.memory_kib, "t": self.parameters.passes, "p": self.parameters.lanes,
            "salt": to_base64(self.salt),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hkdf:
    """How a random secret becomes a wrapping key."""

    salt: bytes

    def as_json(self) -> dict[str, JsonValue]:
        """The object under `kdf`."""
        return {"name": "hkdf-sha256", "salt": to_base64(self.salt)}


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way in. `key_id` names the data key it wraps; `created` is UTC, as text, to the second."""

    id: str
    type: WayInKind
    key_id: str
    created: str
    kdf: Argon2 | Hkdf
    nonce: bytes
    wrapped: bytes = field(repr=False)

    @property
    def made_at(self) -> datetime:
        """When it was made, aware, in UTC."""
        return moment_of(self.created)

    def as_json(self, *, with_wrapped: bool = True) -> dict[str, JsonValue]:
        """The object in the list `slots`; without the ciphertext it is what the ciphertext is bound to."""
        wrap: dict[str, JsonValue] = {"alg": "A256GCM", "nonce": to_base64(self.nonce)}
        if with_wrapped:
            wrap["ct"] = to_base64(self.wrapped)
        return {
            "id": self.id, "type": self.type.value, "kid": self.key_id, "created": self.created,
            "kdf": self.kdf.as_json(), "wrap": wrap,
        }  # fmt: skip


def passphrase_slot(
    passphrase: str, data_key: bytearray, *, vault: str, key_id: str, parameters: KdfParameters, now: datetime
) -> KeySlot:
    """A new slot that opens with `passphrase`, with a fresh salt and nonce."""
    kdf = Argon2(parameters, secrets.token_bytes(SALT_BYTES))
    wrapping_key = derive_key(passphrase, kdf.salt, kdf.parameters)
    with wiped_after(wrapping_key):
        return wrap(data_key, wrapping_key, kdf, type_=WayInKind.PASSPHRASE, vault=vault, key_id=key_id, now=now)


def secret_slot(
    type_: WayInKind,
    secret: bytearray,
    data_key: bytearray,
    *,
    vault: str,
    key_id: str,
    now: datetime,
    slot_id: str | None = None,
) -> KeySlot:
    """A new slot that opens with the random secret of a recovery code or of a computer's keyring."""
    kdf = Hkdf(secrets.token_bytes(HKDF_SALT_BYTES))
    wrapping_key = wrapping_key_of_secret(type_, secret, kdf.salt)
    with wiped_after(wrapping_key):
        return wrap(data_key, wrapping_key, kdf, type_=type_, vault=vault, key_id=key_id, now=now, slot_id=slot_id)


def wrap(
    data_key: bytearray,
    wrapping_key: bytearray,
    kdf: Argon2 | Hkdf,
    *,
    type_: WayInKind,
    vault: str,
    key_id: str,
    now: datetime,
    slot_id: str | None = None,
    nonce: bytes | None = None,
) -> KeySlot:
    """A slot that holds `data_key`; `slot_id` and `nonce` are random unless a test vector gives them."""
    empty = KeySlot(
        slot_id or secrets.token_hex(4), type_, key_id, timestamp(now), kdf,
        nonce or secrets.token_bytes(NONCE_BYTES), b"",
    )  # fmt: skip
    wrapped = AESGCM(wrapping_key).encrypt(empty.nonce, data_key, _bound_to(empty, vault))
    return KeySlot(empty.id, type_, key_id, empty.created, kdf, empty.nonce, wrapped)


def open_with_passphrase(slot: KeySlot, passphrase: str, *, vault: str) -> bytearray | None:
    """The data key, or None where this passphrase does not open the slot (or the slot was altered)."""
    if not isinstance(slot.kdf, Argon2):
        return None
    wrapping_key = derive_key(passphrase, slot.kdf.salt, slot.kdf.parameters)
    with wiped_after(wrapping_key):
        return unwrap(slot, wrapping_key, vault=vault)


def open_with_secret(slot: KeySlot, secret: bytearray, *, vault: str) -> bytearray | None:
    """The data key, or None where this secret does not open the slot (or the slot was altered)."""
    if not isinstance(slot.kdf, Hkdf):
        return None
    wrapping_key = wrapping_key_of_secret(slot.type, secret, slot.kdf.salt)
    with wiped_after(wrapping_key):
        return unwrap(slot, wrapping_key, vault=vault)


def unwrap(slot: KeySlot, wrapping_key: bytearray, *, vault: str) -> bytearray | None:
    """The data key, or None where the wrapping key is another or the slot was altered."""
    data_key = bytearray(DATA_KEY_BYTES)
    try:
        AESGCM(wrapping_key).decrypt_into(slot.nonce, slot.wrapped, _bound_to(slot, vault), data_key)
    except InvalidTag:
        return None
    return data_key


def prove_it_opens(opened: bytearray | None, data_key: bytearray) -> None:
    """What a new slot gave when it was tried must be the data key; it is overwritten. A slot that lies is our bug."""
    is_equal = opened == data_key
    if opened is not None:
        wipe(opened)
    if not is_equal:
        raise RuntimeError("a new slot does not hold the data key")


def wrapping_key_of_secret(type_: WayInKind, secret: bytearray, salt: bytes) -> bytearray:
    """The wrapping key of a recovery code (16 bytes) or of a computer's keyring secret (32 bytes)."""
    return _hkdf(secret, salt, _WRAPPING_KEY_OF[type_])


def subkey(data_key: bytearray, purpose: bytes) -> bytearray:
    """A 32-byte key for one purpose, from which no other can be worked out."""
    return _hkdf(data_key, None, purpose)


def timestamp(moment: datetime) -> str:
    """UTC to the second, as ``2026-08-01T12:00:00Z``."""
    return moment.astimezone(UTC).strftime(_TIMESTAMP)


def moment_of(text: str) -> datetime:
    """The moment that `timestamp` spelt, aware, in UTC; raises ValueError where it is none."""
    return datetime.strptime(text, _TIMESTAMP).replace(tzinfo=UTC)


def to_base64(data: bytes) -> str:
    """Standard base64 with padding."""
    return base64.b64encode(data).decode("ascii")


def from_base64(text: str, length: int) -> bytes:
    """The `length` bytes that `text` encodes in the one canonical way; raises ValueError otherwise."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise ValueError("not base64") from None
    if len(data) != length or to_base64(data) != text:
        raise ValueError("not the canonical base64 of the right length")
    return data


def _bound_to(slot: KeySlot, vault: str) -> bytes:
    return canonical_json(["tj-slot-v1", vault, slot.as_json(with_wrapped=False)])


def _hkdf(secret: bytearray, salt: bytes | None, purpose: bytes) -> bytearray:
    key = bytearray(32)
    HKDF(algorithm=SHA256(), length=len(key), salt=salt, info=purpose).derive_into(secret, key)
    return key
