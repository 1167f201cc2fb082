"""The recovery code: every 128 bits can be written and read back, and a slip of the pen is never taken for a code."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faults.counts import CODE_SLIPS
from trustjournal.domain import recovery_code
from trustjournal.errors import RecoveryCodeMistypedError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE = recovery_code.spell(bytes(range(64, 80)))


def is_refused(typed: str) -> bool:
    try:
        recovery_code.read(typed)
    except RecoveryCodeMistypedError:
        return True
    return False


@given(st.binary(min_size=16, max_size=16))
def test_what_was_written_is_read_back(secret: bytes) -> None:
    code = recovery_code.spell(secret)
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert set(code) <= {*ALPHABET, "-"}
    assert recovery_code.read(code) == secret
    assert recovery_code.groups_of(code) == code.split("-") == recovery_code.groups_of(code.replace("-", ""))


@pytest.mark.parametrize("length", [0, 15, 17, 32])
def test_only_sixteen_bytes_are_a_secret(length: int) -> None:
    with pytest.raises(ValueError):
        recovery_code.spell(bytes(length))


def test_the_secret_is_in_memory_that_can_be_wiped() -> None:
    assert type(recovery_code.read(CODE)) is bytearray


def test_it_may_be_typed_in_any_case_and_with_any_spaces_and_hyphens() -> None:
    dice = random.Random(1)
    between = ["", "", "", *" -\t\n_.\u00a0\u2003\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\u200b"]
    for _ in range(500):
        secret = dice.randbytes(16)
        typed = ""
        for character in recovery_code.spell(secret).replace("-", ""):
            looks_alike = {"0": "0Oo", "1": "1IiLl"}.get(character, character + character.lower())
            typed += dice.choice(looks_alike) + dice.choice(between)
        assert recovery_code.read(typed) == secret


@pytest.mark.parametrize("extra", ["U", "u", "*", "=", "/", "é", "Ａ", "٣", "\x00", "…", ",", "'", "0", "ß", "😀"])
def test_a_character_that_is_in_no_code_is_a_slip(extra: str) -> None:
    for typed in (CODE + extra, extra + CODE, CODE[:-1] + extra, CODE[:7] + extra + CODE[8:]):
        assert is_refused(typed)


def test_too_short_and_too_long_are_slips() -> None:
    plain = CODE.replace("-", "")
    assert not is_refused(plain)
    for length in range(len(plain)):
        assert is_refused(plain[:length])
        assert is_refused(plain[length + 1 :])
    for extra in ("0", "0000", plain[:4], plain):
        assert is_refused(plain + extra)
        assert is_refused(extra + plain)


@given(st.text(max_size=60))
def test_no_text_breaks_it(typed: str) -> None:
    assert is_refused(typed) or len(recovery_code.read(typed)) == 16


@pytest.mark.parametrize("typed", [CODE[:-1] + "0", CODE + "~", CODE[:-6], "810M-4GT4-8N34-EJ29-995M-RKAE-9X23-DD4X"])
def test_the_error_repeats_nothing_of_what_was_typed(typed: str) -> None:
    with pytest.raises(RecoveryCodeMistypedError) as caught:
        recovery_code.read(typed)
    said = repr(caught.value).upper()
    assert not [group for group in typed.split("-") if group in said]
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


# Proved for every code -------------------------------------------------------------------------


def remainder(values: list[int]) -> int:
    """The checksum of docs/format.md begun at 0: what a slip adds to the checksum of a code, whatever the code."""
    rest = 0
    for value in values:
        top, rest = rest >> 25, (rest & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            rest ^= generator * (top >> bit & 1)
    return rest


def test_every_slip_in_up_to_four_characters_is_noticed_in_every_code() -> None:
    """The checksum is linear: a slip goes unnoticed only if its own remainder is 0, in whichever code it happens.

    The remainders of all slips in one character (992) and in two (476,656) are different, and none is 0. One in three
    or four characters is two of these, added; its remainder is 0 only where theirs are equal.
    """
    single = [[remainder([change, *[0] * after]) for change in range(1, 32)] for after in range(32)]
    seen = {0}
    count = 1
    for remainders in single:
        seen.update(remainders)
        count += len(remainders)
    for one, other in combinations(single, 2):
        seen.update(first ^ second for first in one for second in other)
        count += len(one) * len(other)
    assert count == 1 + 992 + 476_656
    assert len(seen) == count


def test_the_program_adds_up_as_the_proof_does() -> None:
    dice = random.Random(2)
    for _ in range(200):
        values = [dice.randrange(32) for _ in range(34)]
        slip = [dice.randrange(32) for _ in range(34)]
        both = [value ^ change for value, change in zip(values, slip, strict=True)]
        assert recovery_code._polymod(both) == recovery_code._polymod(values) ^ remainder(slip)


# Tried -----------------------------------------------------------------------------------------


def with_wrong_characters(code: str, dice: random.Random, *, count: int) -> str:
    characters = list(code)
    for place in dice.sample(range(len(code)), count):
        characters[place] = dice.choice(ALPHABET.replace(characters[place], ""))
    return "".join(characters)


def with_neighbours_swapped(code: str, dice: random.Random) -> str:
    at = dice.randrange(len(code) - 1)
    return code[:at] + code[at + 1] + code[at] + code[at + 2 :]


def with_groups_swapped(code: str, dice: random.Random) -> str:
    groups = recovery_code.groups_of(code)
    one, other = dice.sample(range(len(groups)), 2)
    groups[one], groups[other] = groups[other], groups[one]
    return "".join(groups)


Slip = Callable[[str, random.Random], str]


@pytest.mark.parametrize(
    "slip",
    [
        pytest.param(partial(with_wrong_characters, count=1), id="one character"),
        pytest.param(partial(with_wrong_characters, count=2), id="two characters"),
        pytest.param(partial(with_wrong_characters, count=3), id="three characters"),
        pytest.param(with_neighbours_swapped, id="two neighbours in each other's place"),
        pytest.param(with_groups_swapped, id="two groups in each other's place"),
        pytest.param(lambda _, dice: "".join(dice.choices(ALPHABET, k=32)), id="all made up"),
    ],
)
def test_no_slip_of_many_goes_unnoticed(slip: Slip) -> None:
    dice = random.Random(20)
    tried = 0
    while tried < CODE_SLIPS:
        code = recovery_code.spell(dice.randbytes(16)).replace("-", "")
        typed = slip(code, dice)
        if typed != code:
            tried += 1
            assert is_refused(typed), f"{typed} for {code}"
