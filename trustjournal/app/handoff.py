"""What the prompt gives to the session over the key pipe: one versioned binary message, never a text of its own.

    4 bytes "TJHO" · version, 2 bytes · length of all that follows, 4 bytes
    seven fields in a fixed order, each: its number, 1 byte · its length, 4 bytes · its bytes
      1 folder   2 database file   3 vault id   4 salt (16)   5 SQLCipher key (32)   6 backup key (32)
      7 how the journal was opened: a JSON object with the fields of `Arrival`

Numbers are big-endian. Anything else raises HandOffError. Every buffer that held a key is zeroed after use; the pipe
itself is the kernel's and is gone once it was read.
"""

from __future__ import annotations

import json
import os
import struct
from dataclasses import asdict, dataclass
from pathlib import Path

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import HandOffError
from trustjournal.storage.journal_keys import JournalKeys
from trustjournal.storage.secret_bytes import wipe

MAGIC = b"TJHO"
VERSION = 2
LARGEST = 32 * 1024
"""Bytes the fields may have together; real ones have a few hundred, so that writing never waits for the reader."""

_HEADER = struct.Struct(">4sHI")
_FIELD = struct.Struct(">BI")
_LENGTHS: tuple[int | None, ...] = (None, None, None, 16, 32, 32, None)
_LONGEST_TEXT = 4096


@dataclass(frozen=True, slots=True)
class HandOff:
    """What the session got."""

    keys: JournalKeys
    arrival: Arrival


def write_hand_off(descriptor: int, keys: JournalKeys, arrival: Arrival = Arrival()) -> None:  # noqa: B008 - frozen
    """Write the message to a pipe. Raises HandOffError if it is too long or nobody is there to read it."""
    message = _pack(keys, arrival)
    try:
        with memoryview(message) as view:
            sent = 0
            while sent < len(view):
                with view[sent:] as rest:
                    sent += os.write(descriptor, rest)
    except OSError:
        raise HandOffError("the pipe broke") from None
    finally:
        wipe(message)


def read_hand_off(descriptor: int) -> HandOff | None:
    """Wait for the message; None if the pipe was closed without one (nobody unlocked anything)."""
    header = bytearray(_HEADER.size)
    got = _fill(descriptor, header)
    if got == 0:
        return None
    if got < len(header):
        raise HandOffError("cut short")
    magic, version, length = _HEADER.unpack(header)
    if magic != MAGIC or version != VERSION or length > LARGEST:
        raise HandOffError("unknown header")
    body = bytearray(length)
    try:
        if _fill(descriptor, body) < length:
            raise HandOffError("cut short")
        return _unpack(body)
    finally:
        wipe(body)


def _pack(keys: JournalKeys, arrival: Arrival) -> bytearray:
    fields: tuple[bytes | bytearray, ...] = (
        os.fsencode(keys.folder),
        keys.database.encode("utf-8"),
        keys.vault.encode("utf-8"),
        keys.salt,
        keys.sqlcipher_key,
        keys.backup_key,
        json.dumps(asdict(arrival)).encode("ascii"),
    )
    for content, length in zip(fields, _LENGTHS, strict=True):
        if len(content) != (len(content) if length is None else length) or len(content) > _LONGEST_TEXT:
            raise HandOffError("a field has the wrong length")
    total = sum(_FIELD.size + len(content) for content in fields)
    # Its whole size at once: a bytearray that grows leaves copies of keys behind in freed memory.
    message = bytearray(_HEADER.size + total)
    _HEADER.pack_into(message, 0, MAGIC, VERSION, total)
    at = _HEADER.size
    for number, content in enumerate(fields, 1):
        _FIELD.pack_into(message, at, number, len(content))
        at += _FIELD.size
        message[at : at + len(content)] = content
        at += len(content)
    return message


def _unpack(body: bytearray) -> HandOff:
    at = 0
    with memoryview(body) as view:
        found: list[bytearray] = []
        for number, expected in enumerate(_LENGTHS, 1):
            if at + _FIELD.size > len(view):
                raise HandOffError("a field is missing")
            got, length = _FIELD.unpack_from(view, at)
            at += _FIELD.size
            is_right_length = length <= _LONGEST_TEXT if expected is None else length == expected
            if got != number or not is_right_length or at + length > len(view):
                raise HandOffError("not the field that was due")
            with view[at : at + length] as piece:
                found.append(bytearray(piece))
            at += length
        if at != len(view):
            raise HandOffError("something follows the last field")
    folder, database, vault, salt, sqlcipher_key, backup_key, arrival = found
    try:
        keys = JournalKeys(
            folder=Path(os.fsdecode(bytes(folder))),
            database=database.decode("utf-8"),
            vault=vault.decode("utf-8"),
            sqlcipher_key=sqlcipher_key,
            salt=bytes(salt),
            backup_key=backup_key,
        )
        return HandOff(keys, _arrival(json.loads(arrival)))
    except (ValueError, TypeError, KeyError):
        raise HandOffError("a text is not what it should be") from None


def _arrival(facts: dict[str, object]) -> Arrival:
    counts = facts["failed_attempts"], facts["generation"]
    if not all(type(count) is int for count in counts):
        raise TypeError("a count")
    return Arrival(
        way_in=WayInKind(str(facts["way_in"])),
        news=VaultNews(str(facts["news"])),
        failed_attempts=int(str(counts[0])),
        generation=int(str(counts[1])),
        others_may_see=OthersMaySee(str(facts["others_may_see"])),
    )


def _fill(descriptor: int, buffer: bytearray) -> int:
    """Read straight into `buffer`, so that no other copy exists; returns how much came before the pipe ended."""
    filled = 0
    # Unbuffered and not closing: the descriptor belongs to the caller.
    with open(descriptor, "rb", buffering=0, closefd=False) as pipe, memoryview(buffer) as view:
        while filled < len(view):
            with view[filled:] as rest:
                try:
                    got = pipe.readinto(rest)
                except OSError:
                    raise HandOffError("the pipe broke") from None
            if not got:
                break
            filled += got
    return filled
