"""Folds away what a search does not look at: accents, case, and forms of a letter that differ only in shape.

docs/format.md has the rules; the index of the journal and the search in one entry follow them alike.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

UNSPACED: Final = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u1100-\u11ff\uac00-\ud7ff"  # Korean, whose particles follow a word without a space
    "\u3005-\u3007\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff"  # kana, Bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
    "]"
)
"""A character of a script that writes its words without spaces between them."""

_LETTERS_WITHOUT_DECOMPOSITION: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_TATWEEL, _ZERO_WIDTH_SPACE = "\u0640", "\u200b"


class Folding:
    """Folds texts, and remembers what Unicode says about the characters it has met."""

    def __init__(self, *, keeps_case: bool = False) -> None:
        self._keeps_case = keeps_case
        self._without_marks = _WithoutMarks()

    def of(self, text: str) -> str:
        """The folded text; it can be longer or shorter."""
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text)
        if not self._keeps_case:
            text = text.casefold()
        if not text.isascii():
            text = unicodedata.normalize("NFC", text.translate(self._without_marks))
        return text


class _WithoutMarks(dict[int, str]):
    """For `str.translate`: accents and invisible characters become nothing, all else stays."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        found = self[code] = "" if is_mark(character) else _letter(character)
        return found


def _letter(character: str) -> str:
    small = _LETTERS_WITHOUT_DECOMPOSITION.get(character.lower())
    if small is None or character.islower():
        return small or character
    return small.upper()


def is_mark(character: str) -> bool:
    """Accents, vowel points of Hebrew and Arabic, variation selectors, joiners.

    Not the marks that make another letter: voicing in kana, nuktas, viramas, vowel signs (classes 0, 7-9, 84-132).
    """
    category = unicodedata.category(character)
    if category == "Cf":
        return character != _ZERO_WIDTH_SPACE
    if category == "Me" or character == _TATWEEL or "\ufe00" <= character <= "\ufe0f":
        return True
    combining = unicodedata.combining(character)
    return combining == 1 or 10 <= combining <= 36 or combining >= 200 or "\U000e0100" <= character <= "\U000e01ef"
