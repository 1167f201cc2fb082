"""The key file: which database belongs to this journal and which ways lead into it. docs/format.md describes it.

Two copies are kept; of those that are whole, the one with the higher generation counts. Whatever the file says is
checked against the format first, so that no later code meets a surprise, and a MAC made with the data key shows
after unlocking whether anybody altered it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.errors import JournalTooNewError, KeyFileDamagedError, WorldError
from trustjournal.storage.atomic_file import write_atomically
from trustjournal.storage.canonical import JsonValue, canonical_json
from trustjournal.storage.failures import os_errors_told
from trustjournal.storage.kdf import SALT_BYTES, VERSION, KdfParameters
from trustjournal.storage.secret_bytes import wiped_after
from trustjournal.storage.slots import (
    HEADER_MAC_KEY,
    HKDF_SALT_BYTES,
    NONCE_BYTES,
    WRAPPED_BYTES,
    Argon2,
    Hkdf,
    KeySlot,
    from_base64,
    moment_of,
    subkey,
    timestamp,
    to_base64,
)

NAMES: Final = ("vault.tjkeys", "vault.tjkeys.bak")
FORMAT: Final = "trustjournal-keys"
FORMAT_VERSION: Final = 1
LARGEST: Final = 16 * 1024
MOST_SLOTS: Final = 16
DATABASE_SALT_BYTES: Final = 16
MAC_BYTES: Final = 32
_HIGHEST_GENERATION: Final = 2**53 - 1

_HEX_8 = re.compile(r"[0-9a-f]{8}")
_HEX_16 = re.compile(r"[0-9a-f]{16}")
_HEX_32 = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file says. `mac` is empty until `sealed`."""

    vault: str
    generation: int
    key_id: str
    salt: bytes
    slots: tuple[KeySlot, ...]
    mac: bytes = field(default=b"", repr=False)

    @property
    def database(self) -> str:
        """The name of the database file, which holds the name of its key."""
        return database_name(self.key_id)

    def slots_of(self, kind: WayInKind) -> tuple[KeySlot, ...]:
        """The slots of one kind."""
        return tuple(slot for slot in self.slots if slot.type is kind)

    def ways_in(self) -> tuple[WayIn, ...]:
        """The slots as what they are for a person, in the order of the file."""
        return tuple(WayIn(slot.id, slot.type, slot.made_at) for slot in self.slots)

    def as_json(self, *, with_mac: bool = True) -> dict[str, JsonValue]:
        """The first line of the file, as an object."""
        content: dict[str, JsonValue] = {
            "format": FORMAT, "version": FORMAT_VERSION, "vault": self.vault, "gen": self.generation,
            "kid": self.key_id, "db": {"file": self.database, "salt": self.salt.hex()},
            "slots": [slot.as_json() for slot in self.slots],
        }  # fmt: skip
        if with_mac:
            content["mac"] = to_base64(self.mac)
        return content

    def sealed(self, data_key: bytearray) -> KeyFile:
        """The same with its MAC, ready to be written."""
        return KeyFile(self.vault, self.generation, self.key_id, self.salt, self.slots, self._mac(data_key))

    def is_genuine(self, data_key: bytearray) -> bool:
        """Whether the MAC was made by somebody who had the data key, over exactly this content."""
        return hmac.compare_digest(self.mac, self._mac(data_key))

    def to_bytes(self) -> bytes:
        """The file: a line of canonical JSON and a line with its SHA-256 against chance damage."""
        line = canonical_json(self.as_json())
        return line + b"\n" + hashlib.sha256(line).hexdigest().encode("ascii") + b"\n"

    def _mac(self, data_key: bytearray) -> bytes:
        key = subkey(data_key, HEADER_MAC_KEY)
        with wiped_after(key):
            return hmac.digest(key, canonical_json(self.as_json(with_mac=False)), "sha256")


def database_name(key_id: str) -> str:
    """The file name of the database encrypted under the data key `key_id`."""
    return f"journal-{key_id}.tjdb"


def exists_in(folder: Path) -> bool:
    """Whether at least one copy of a key file is in `folder`, readable or not."""
    return any((folder / name).exists() for name in NAMES)


def read_from(folder: Path) -> KeyFile:
    """The newer of the whole copies.

    Raises KeyFileDamagedError where no copy is whole, JournalTooNewError where one is of a newer format (even if
    the other is not: an older version must not answer a newer one), FileNotFoundError where there is none.
    """
    whole = whole_copies(folder)
    if not whole:
        if not exists_in(folder):
            raise FileNotFoundError(NAMES[0])
        raise KeyFileDamagedError("no copy of the key file is whole")
    return max(whole, key=lambda key_file: key_file.generation)


def whole_copies(folder: Path) -> tuple[KeyFile, ...]:
    """What each whole copy says; raises JournalTooNewError as `read_from` does."""
    whole: list[KeyFile] = []
    for name in NAMES:
        with suppress(FileNotFoundError, KeyFileDamagedError):
            whole.append(parse(_read(folder / name)))
    return tuple(whole)


def is_current(folder: Path, key_file: KeyFile) -> bool:
    """Whether the key file in `folder` says exactly what `key_file` does."""
    try:
        return read_from(folder) == key_file
    except (FileNotFoundError, KeyFileDamagedError, JournalTooNewError):
        return False


def write_to(folder: Path, key_file: KeyFile) -> None:
    """Replace both copies, one after the other, so that one is whole at any moment."""
    data = _bytes_proved(key_file)
    with os_errors_told():
        for name in NAMES:
            write_atomically(folder / name, data)


def replace_first_copy(folder: Path, key_file: KeyFile) -> None:
    """Replace the first copy alone: with its rename the change is made, as the higher generation counts.

    A fault that the disk reports after the rename undoes nothing, and is none then.
    """
    data = _bytes_proved(key_file)
    try:
        with os_errors_told():
            write_atomically(folder / NAMES[0], data)
    except WorldError:
        if not is_current(folder, key_file):
            raise


def mend_copies(folder: Path, key_file: KeyFile) -> None:
    """Write again each copy that is missing, damaged or older; call it only with a genuine `key_file`."""
    data = key_file.to_bytes()
    with os_errors_told():
        for name in NAMES:
            path = folder / name
            if not path.exists() or _read(path) != data:
                write_atomically(path, data)


def _bytes_proved(key_file: KeyFile) -> bytes:
    """The file, which would be read again: one that breaks a rule would lock everybody out."""
    data = key_file.to_bytes()
    if _parse(data) != key_file:
        raise ValueError("a key file that would not be read again")
    return data


def parse(data: bytes) -> KeyFile:
    """What `data` says, if it keeps every rule of the format; no rule is bent.

    Raises KeyFileDamagedError, or JournalTooNewError for a whole file of a higher version.
    """
    try:
        return _parse(data)
    except (ValueError, TypeError, KeyError, RecursionError):
        # ValueError covers malformed JSON, numbers and encodings. What was read is not repeated.
        raise KeyFileDamagedError("the key file breaks a rule of its format") from None


def _parse(data: bytes) -> KeyFile:
    if len(data) > LARGEST:
        raise ValueError("too large")
    line, digest, rest = data.split(b"\n")
    if rest or digest != hashlib.sha256(line).hexdigest().encode("ascii"):
        raise ValueError("checksum")
    content = json.loads(line, object_pairs_hook=_no_key_twice, parse_constant=_no_constant, parse_float=_no_constant)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError("another format")
    version = _integer(content.get("version"), 1, _HIGHEST_GENERATION)
    if version > FORMAT_VERSION:
        raise JournalTooNewError("the key file is of a newer format")
    if canonical_json(content) != line:
        raise ValueError("not canonical")
    _only(content, "format", "version", "vault", "gen", "kid", "db", "slots", "mac")
    key_id = _text(content["kid"], _HEX_8)
    database = _only(content["db"], "file", "salt")
    if database["file"] != database_name(key_id):
        raise ValueError("database name")
    if not isinstance(content["slots"], list) or not 1 <= len(content["slots"]) <= MOST_SLOTS:
        raise ValueError("slots")
    slots = tuple(_slot(slot, key_id) for slot in content["slots"])
    if len({slot.id for slot in slots}) != len(slots):
        raise ValueError("slot ids")
    return KeyFile(
        vault=_text(content["vault"], _HEX_16),
        generation=_integer(content["gen"], 1, _HIGHEST_GENERATION),
        key_id=key_id,
        salt=bytes.fromhex(_text(database["salt"], _HEX_32)),
        slots=slots,
        mac=_bytes(content["mac"], MAC_BYTES),
    )


def _slot(value: object, key_id: str) -> KeySlot:
    slot = _only(value, "id", "type", "kid", "created", "kdf", "wrap")
    wrap = _only(slot["wrap"], "alg", "nonce", "ct")
    if wrap["alg"] != "A256GCM" or slot["kid"] != key_id:
        raise ValueError("slot")
    type_ = WayInKind(_text(slot["type"], re.compile("[a-z]+")))
    return KeySlot(
        id=_text(slot["id"], _HEX_8),
        type=type_,
        key_id=key_id,
        created=_time(slot["created"]),
        kdf=_argon2(slot["kdf"]) if type_ is WayInKind.PASSPHRASE else _hkdf(slot["kdf"]),
        nonce=_bytes(wrap["nonce"], NONCE_BYTES),
        wrapped=_bytes(wrap["ct"], WRAPPED_BYTES),
    )


def _argon2(value: object) -> Argon2:
    kdf = _only(value, "name", "v", "m", "t", "p", "salt")
    if kdf["name"] != "argon2id" or _integer(kdf["v"], VERSION, VERSION) != VERSION:
        raise ValueError("kdf")
    most = 2**31
    parameters = KdfParameters(*(_integer(kdf[key], 1, most) for key in ("m", "t", "p")))
    if not parameters.is_within_read_limits:
        raise ValueError("kdf limits")
    return Argon2(parameters, _bytes(kdf["salt"], SALT_BYTES))


def _hkdf(value: object) -> Hkdf:
    kdf = _only(value, "name", "salt")
    if kdf["name"] != "hkdf-sha256":
        raise ValueError("kdf")
    return Hkdf(_bytes(kdf["salt"], HKDF_SALT_BYTES))


def _read(path: Path) -> bytes:
    """At most one byte more than a key file may have; nothing where the copy is there and cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise
    except OSError:
        return b""


def _only(value: object, *keys: str) -> Mapping[str, object]:
    """`value` as an object that has exactly `keys`."""
    if not isinstance(value, dict) or value.keys() != set(keys):
        raise ValueError("keys")
    return value


def _text(value: object, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("text")
    return value


def _time(value: object) -> str:
    """UTC to the second, spelt in the one way and a moment that was."""
    if not isinstance(value, str) or timestamp(moment_of(value)) != value:
        raise ValueError("time")
    return value


def _integer(value: object, least: int, most: int) -> int:
    # A bool is an int to Python, and not to the format.
    if type(value) is not int or not least <= value <= most:
        raise ValueError("number")
    return value


def _bytes(value: object, length: int) -> bytes:
    if not isinstance(value, str):
        raise TypeError("base64")
    return from_base64(value, length)


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key is there twice")
    return dict(pairs)


def _no_constant(text: str) -> object:
    raise ValueError("not an integer")
