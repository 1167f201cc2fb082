"""The key derivation: right results, a floor, a cap, and nothing done for a file that asks too much."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from argon2.low_level import Type, core, ffi
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.storage import kdf
from trustjournal.storage.kdf import FLOOR, KdfParameters, calibrate, derive_key, derive_key_of_bytes

SALT = bytes(range(16))
MIB = 1024


def test_the_engine_gives_the_vector_of_rfc_9106_section_5_3() -> None:
    out = bytearray(32)
    held = [ffi.new("uint8_t[]", part) for part in (b"\x01" * 32, b"\x02" * 16, b"\x03" * 8, b"\x04" * 12)]
    buffer = ffi.from_buffer("uint8_t[]", out)
    context = ffi.new(
        "argon2_context *",
        {
            "version": 19, "out": buffer, "outlen": 32, "pwd": held[0], "pwdlen": 32, "salt": held[1], "saltlen": 16,
            "secret": held[2], "secretlen": 8, "ad": held[3], "adlen": 12, "t_cost": 3, "m_cost": 32, "lanes": 4,
            "threads": 4, "allocate_cbk": ffi.NULL, "free_cbk": ffi.NULL, "flags": 0,
        },
    )  # fmt: skip
    assert core(context, Type.ID.value) == 0
    assert out.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_the_library_it_is_compared_with_gives_that_vector_too() -> None:
    other = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, secret=b"\x03" * 8, ad=b"\x04" * 12
    )
    assert other.derive(b"\x01" * 32).hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_it_gives_the_vector_of_the_reference_library() -> None:
    key = derive_key_of_bytes(bytearray(b"password"), b"somesalt", KdfParameters(64 * MIB, 2, 1))
    assert key.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


@pytest.mark.parametrize("parameters", [KdfParameters(64, 1, 1), KdfParameters(256, 3, 4), KdfParameters(1024, 2, 3)])
def test_another_library_derives_the_same_key(parameters: KdfParameters) -> None:
    other = Argon2id(
        salt=SALT, length=32, iterations=parameters.passes, lanes=parameters.lanes, memory_cost=parameters.memory_kib
    )
    assert derive_key("pass phrase", SALT, parameters) == other.derive(b"pass phrase")


@given(
    secret=st.binary(max_size=300),
    salt=st.binary(min_size=8, max_size=40),
    passes=st.integers(1, 4),
    lanes=st.integers(1, 5),
    blocks=st.integers(8, 40),
)
def test_another_library_derives_the_same_key_from_anything(
    secret: bytes, salt: bytes, passes: int, lanes: int, blocks: int
) -> None:
    parameters = KdfParameters(blocks * lanes + passes, passes, lanes)
    other = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=parameters.memory_kib)
    assert derive_key_of_bytes(bytearray(secret), salt, parameters) == other.derive(secret)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_another_library_derives_the_same_key_from_any_words(passphrase: str) -> None:
    typed = unicodedata.normalize("NFC", passphrase).encode()
    other = Argon2id(salt=SALT, length=32, iterations=1, lanes=1, memory_cost=8).derive(typed)
    assert derive_key(passphrase, SALT, KdfParameters(8, 1, 1)) == other
    assert derive_key(unicodedata.normalize("NFD", passphrase), SALT, KdfParameters(8, 1, 1)) == other


def test_the_same_letters_typed_on_another_system_give_the_same_key() -> None:
    cheap = KdfParameters(64, 1, 1)
    composed = unicodedata.normalize("NFC", "café ñandú 한")
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    assert derive_key(composed, SALT, cheap) == derive_key(decomposed, SALT, cheap)


def test_spaces_and_compatibility_letters_are_used_as_typed() -> None:
    cheap = KdfParameters(64, 1, 1)
    keys = {
        bytes(derive_key(typed, SALT, cheap))
        for typed in ("abc", " abc", "abc ", "ａｂｃ", "ABC", "abc\x00", "ﬁ", "fi")
    }
    assert len(keys) == 8


def test_the_passphrase_is_overwritten_after_use() -> None:
    typed = bytearray(b"secret words")
    derive_key_of_bytes(typed, SALT, KdfParameters(64, 1, 1))
    assert typed == bytes(12)


def a_computer(mib_passes_per_second: float) -> Callable[[KdfParameters], float]:
    return lambda p: p.memory_kib / 1024 * p.passes / mib_passes_per_second


@pytest.mark.parametrize(
    ("speed", "memory_gib", "expected"),
    [
        (100, 16, FLOOR),
        (600, 16, KdfParameters(128 * MIB, 3, 4)),
        (1600, 16, KdfParameters(256 * MIB, 4, 4)),
        (3000, 64, KdfParameters(512 * MIB, 4, 4)),
        (100_000, 64, KdfParameters(512 * MIB, 16, 4)),
        (3000, 1, KdfParameters(256 * MIB, 8, 4)),
        (3000, 0.1, KdfParameters(64 * MIB, 16, 4)),
    ],
)
def test_calibration_takes_memory_first_and_stays_between_floor_and_cap(
    speed: float, memory_gib: float, expected: KdfParameters
) -> None:
    chosen = calibrate(a_computer(speed), memory_bytes=int(memory_gib * 2**30))
    assert chosen == expected
    assert chosen.is_within_read_limits


def test_calibration_here_ends_near_its_aim_and_above_the_floor() -> None:
    chosen = kdf.calibrated()
    assert kdf.FLOOR.memory_kib <= chosen.memory_kib <= kdf.MOST_MEMORY_WRITTEN_KIB
    assert chosen.passes >= kdf.FLOOR.passes
    assert chosen.lanes >= kdf.FLOOR.lanes


@pytest.mark.parametrize(
    ("parameters", "fits"),
    [
        (KdfParameters(2048 * MIB, 16, 16), True),
        (KdfParameters(2048 * MIB + 1, 1, 1), False),
        (KdfParameters(64, 17, 1), False),
        (KdfParameters(1024, 1, 17), False),
        (KdfParameters(31, 1, 4), False),
        (KdfParameters(8, 1, 1), True),
        (KdfParameters(8, 0, 1), False),
    ],
)
def test_a_file_may_ask_for_so_much_and_no_more(parameters: KdfParameters, fits: bool) -> None:
    assert parameters.is_within_read_limits is fits


def test_only_tests_choose_another_cost_than_the_calibrated_one() -> None:
    from pathlib import Path

    import trustjournal

    package = Path(trustjournal.__file__).parent
    naming = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "KdfParameters(" in path.read_text(encoding="utf-8")
    }
    assert naming == {"storage/kdf.py", "storage/key_file.py"}
