"""The normalised shadow of a text that is indexed for search, and of what is searched for.

Accents, case and compatibility forms are folded away; scripts written without spaces, and emoji, are cut into
single characters, so that one character is found and a longer word is a phrase. docs/format.md has the rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

LONGEST_TOKEN: Final = 64
"""Characters of a token that count; a longer one is cut, here and in queries alike."""

_UNSPACED: Final = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u1100-\u11ff\uac00-\ud7ff"  # Korean, whose particles follow a word without a space
    "\u3005-\u3007\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff"  # kana, Bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
    "]"
)
_LETTERS_WITHOUT_DECOMPOSITION: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_TATWEEL, _ZERO_WIDTH_SPACE = "\u0640", "\u200b"


class Shadows:
    """Makes shadows, and remembers what Unicode says about the characters it has met."""

    def __init__(self) -> None:
        self._without_marks = _WithoutMarks()
        self._shapes = _Shapes()
        self._characters = _CharacterShadows(self._shaped)

    def of(self, text: str) -> str:
        """The tokens of `text`, parted by spaces."""
        return " ".join(self.tokens(text))

    def tokens(self, text: str) -> list[str]:
        """The tokens of `text`, in order."""
        return [token[:LONGEST_TOKEN] for token in self._shaped(text).split()]

    def in_place(self, text: str) -> str:
        """The shadows of the single characters of `text`, one after the other, spaces included.

        This is the shadow of `text` wherever its characters do not combine into new letters (nearly everywhere),
        and most characters have a shadow of one character, so that a place in it is a place in `text`.
        """
        return text.translate(self._characters)

    def lengths(self, text: str) -> list[int]:
        """How long the shadow of each character of `text` is."""
        return [len(self._characters[ord(character)]) for character in text]

    def _shaped(self, text: str) -> str:
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text)
        text = text.casefold()
        if not text.isascii():
            text = unicodedata.normalize("NFC", text.translate(self._without_marks))
        return text.translate(self._shapes)


class _CharacterShadows(dict[int, str]):
    """For `str.translate`: the shadow of each character, alone."""

    def __init__(self, shaped: Callable[[str], str]) -> None:
        super().__init__()
        self._shape = shaped

    def __missing__(self, code: int) -> str:
        shadow = self._shape(chr(code))
        # However many characters a sign such as an ellipsis stands for, it parts words only once.
        found = self[code] = " " if shadow.isspace() else shadow
        return found


class _WithoutMarks(dict[int, str]):
    """For `str.translate`: accents and invisible characters become nothing, all else stays."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        found = self[code] = "" if _is_mark(character) else _LETTERS_WITHOUT_DECOMPOSITION.get(character, character)
        return found


class _Shapes(dict[int, str]):
    """For `str.translate`: letters and digits stay, characters that are a token each get spaces, the rest is space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category[0] in "LMN":
            found = f" {character} " if _UNSPACED.match(character) else character
        elif category in {"So", "Co"} or (category in {"Sk", "Cn"} and code > 0xFFFF):
            # Emoji, skin tones, and emoji newer than this Python's Unicode tables.
            found = f" {character} "
        else:
            found = " "
        self[code] = found
        return found


def _is_mark(character: str) -> bool:
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
