"""Makes a key from a passphrase: Argon2id (RFC 9106), slow enough to hurt somebody who guesses.

Parameters are *chosen* here when a slot is written, never taken from a file; those read from a file are only
checked against limits, before any work is done with them.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from argon2.low_level import Type, core, error_to_str, ffi

from trustjournal.errors import NotEnoughMemoryError
from trustjournal.storage.secret_bytes import wiped_after

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
VERSION: Final = 19
"""Argon2 version 1.3, the only one there is now."""

_MIB: Final = 1024
"""KiB in a MiB: Argon2 counts memory in KiB."""
_OUT_OF_MEMORY: Final = -22
"""`ARGON2_MEMORY_ALLOCATION_ERROR` of the reference library."""
_CLEAR_INPUT: Final = 1
"""`ARGON2_FLAG_CLEAR_PASSWORD`: the library overwrites the passphrase it was given."""


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """What one derivation costs: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_within_read_limits(self) -> bool:
        """Whether a file may ask for this much; more would be an attack on the computer, not on the passphrase."""
        return (
            8 * self.lanes <= self.memory_kib <= MOST_READ.memory_kib
            and 1 <= self.passes <= MOST_READ.passes
            and 1 <= self.lanes <= MOST_READ.lanes
        )


FLOOR: Final = KdfParameters(64 * _MIB, 3, 4)
"""RFC 9106's second recommendation: no slot is written with less."""
MOST_READ: Final = KdfParameters(2048 * _MIB, 16, 16)
"""No file may ask for more."""
MOST_MEMORY_WRITTEN_KIB: Final = 512 * _MIB
"""A journal must also open on somebody's smaller computer."""
TARGET_SECONDS: Final = 0.7

Cost = Callable[[], KdfParameters]
"""Chooses the parameters of a new slot; the program has one, `calibrated`, and tests give a cheap one."""


def derive_key(passphrase: str, salt: bytes, parameters: KdfParameters) -> bytearray:
    """The 32-byte key of `passphrase`, which is put in Unicode form NFC first and otherwise used as typed.

    Releases the interpreter lock while it works. Raises NotEnoughMemoryError.
    """
    typed = bytearray(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))
    with wiped_after(typed):
        return derive_key_of_bytes(typed, salt, parameters)


def derive_key_of_bytes(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
    """Argon2id of `secret`, which is overwritten."""
    key = bytearray(KEY_BYTES)
    held = [ffi.from_buffer("uint8_t[]", secret), ffi.new("uint8_t[]", salt), ffi.from_buffer("uint8_t[]", key)]
    context = ffi.new(
        "argon2_context *",
        {
            "version": VERSION,
            "out": held[2], "outlen": len(key),
            "pwd": held[0], "pwdlen": len(secret),
            "salt": held[1], "saltlen": len(salt),
            "secret": ffi.NULL, "secretlen": 0,
            "ad": ffi.NULL, "adlen": 0,
            "t_cost": parameters.passes, "m_cost": parameters.memory_kib,
            "lanes": parameters.lanes, "threads": parameters.lanes,
            "allocate_cbk": ffi.NULL, "free_cbk": ffi.NULL,
            "flags": _CLEAR_INPUT,
        },
    )  # fmt: skip
    result = core(context, Type.ID.value)
    if result == _OUT_OF_MEMORY:
        raise NotEnoughMemoryError("too little free memory to derive the key")
    if result != 0:
        raise ValueError(error_to_str(result))
    return key


def calibrated() -> KdfParameters:
    """Parameters that take about `TARGET_SECONDS` on this computer, between floor and cap; takes about 0.3 s."""
    return calibrate(seconds_taken, memory_bytes=total_memory_bytes())


def calibrate(seconds: Callable[[KdfParameters], float], *, memory_bytes: int) -> KdfParameters:
    """Double the memory while the time is expected to fit, then add passes; the choice is measured once more.

    Memory comes first because it is what makes guessing on special hardware dear.
    """
    cap_kib = max(FLOOR.memory_kib, min(MOST_MEMORY_WRITTEN_KIB, memory_bytes // 4 // 1024))
    memory_kib = FLOOR.memory_kib
    taken = seconds(FLOOR)
    while memory_kib * 2 <= cap_kib and taken * 2 <= TARGET_SECONDS:
        memory_kib, taken = memory_kib * 2, taken * 2
    chosen = KdfParameters(memory_kib, FLOOR.passes, FLOOR.lanes)
    if chosen != FLOOR:
        taken = seconds(chosen)
    a_pass = taken / chosen.passes
    passes = max(FLOOR.passes, min(MOST_READ.passes, int(TARGET_SECONDS / a_pass))) if a_pass > 0 else FLOOR.passes
    return KdfParameters(memory_kib, passes, FLOOR.lanes)


def seconds_taken(parameters: KdfParameters) -> float:
    """How long one derivation takes here, now."""
    began = time.perf_counter()
    derive_key_of_bytes(bytearray(b"how fast is this computer?"), bytes(SALT_BYTES), parameters)
    return time.perf_counter() - began


_MEMORY_UNKNOWN: Final = FLOOR.memory_kib * 1024 * 4
"""Bytes: enough for the floor and no more."""

if sys.platform == "win32":

    def total_memory_bytes() -> int:
        """The computer's memory."""
        kilobytes = ctypes.c_ulonglong()
        if ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes)):
            return kilobytes.value * 1024
        return _MEMORY_UNKNOWN

else:

    def total_memory_bytes() -> int:
        """The computer's memory."""
        try:
            return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        except (ValueError, OSError):
            return _MEMORY_UNKNOWN
