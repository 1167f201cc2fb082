"""The recovery code: 128 random bits in a form that can be written on paper and typed back.

32 characters of Crockford's base 32 in eight groups of four: 26 for the bits (and two zero bits at the end), 6 for a
checksum. The checksum is the BCH code of BIP 173 with the constant of BIP 350, over a prefix of our own, so that a
code of another kind does not pass; it finds every error in up to four characters. docs/format.md describes it.
"""

from __future__ import annotations

from typing import Final

from trustjournal.errors import RecoveryCodeMistypedError

SECRET_BYTES: Final = 16
GROUPS: Final = 8
GROUP_LENGTH: Final = 4

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TAKEN_FOR: Final = str.maketrans("OIL", "011")
_PASSED_OVER: Final = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212\u200b_."
"""Hyphens, dashes and a minus, and what stands between characters unseen in a copied text."""
_DATA_LENGTH, _CHECK_LENGTH = 26, 6
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CONSTANT: Final = 0x2BC830A3
_PREFIX: Final = (29, 11)


def spell(secret: bytes | bytearray) -> str:
    """The code of 16 bytes, such as ``F6S5-471V-B0TE-ZR9X-…``."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 16 bytes")
    number = int.from_bytes(secret, "big") << 2
    data = [number >> 5 * place & 31 for place in reversed(range(_DATA_LENGTH))]
    check = _polymod([*_PREFIX, *data, *[0] * _CHECK_LENGTH]) ^ _CONSTANT
    data += [check >> 5 * place & 31 for place in reversed(range(_CHECK_LENGTH))]
    return "-".join(groups_of("".join(_ALPHABET[value] for value in data)))


def read(typed: str) -> bytearray:
    """The 16 bytes of a code as somebody typed it: in any case, O for 0, I and L for 1, with or without its hyphens.

    Raises RecoveryCodeMistypedError where it cannot be a code: too short, too long, or a slip of the pen.
    """
    try:
        values = [_ALPHABET.index(character) for character in tidied(typed)]
    except ValueError:
        raise RecoveryCodeMistypedError("a character that no code has") from None
    if len(values) != _DATA_LENGTH + _CHECK_LENGTH or _polymod([*_PREFIX, *values]) != _CONSTANT:
        raise RecoveryCodeMistypedError("the checksum does not fit")
    number = 0
    for value in values[:_DATA_LENGTH]:
        number = number << 5 | value
    if number & 3:
        raise RecoveryCodeMistypedError("the last bits are not zero")
    return bytearray((number >> 2).to_bytes(SECRET_BYTES, "big"))


def tidied(typed: str) -> str:
    """Upper case, with 0 and 1 for what looks like them, and without spaces and hyphens of any kind."""
    kept = (character for character in typed if not character.isspace() and character not in _PASSED_OVER)
    return "".join(kept).upper().translate(_TAKEN_FOR)


def groups_of(code: str) -> list[str]:
    """The groups of a code, with or without its hyphens."""
    plain = code.replace("-", "")
    return [plain[at : at + GROUP_LENGTH] for at in range(0, len(plain), GROUP_LENGTH)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            if top >> bit & 1:
                check ^= generator
    return check
