"""The normalised shadow of a text that is indexed for search, and of what is searched for.

Accents, case and compatibility forms are folded away; scripts written without spaces, and emoji, are cut into
single characters, so that one character is found and a longer word is a phrase. docs/format.md has the rules.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

from trustjournal.domain.folding import UNSPACED, Folding

LONGEST_TOKEN: Final = 64
"""Characters of a token that count; a longer one is cut, here and in queries alike."""


class Shadows:
    """Makes shadows, and remembers what Unicode says about the characters it has met."""

    def __init__(self) -> None:
        self._folding = Folding()
        self._shapes = _Shapes()
        self._characters = _CharacterShadows(self._shaped)

    def of(self, text: str) -> str:
        """The tokens of `text`, parted by spaces."""
        return " ".join(self.tokens(text))

    def tokens(self, text: str) -> list[str]:
        """The tokens of `text`, in order."""
        tokens = self._shaped(text).split()
        if max(map(len, tokens), default=0) <= LONGEST_TOKEN:
            return tokens
        return [token[:LONGEST_TOKEN] for token in tokens]

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
        return self._folding.of(text).translate(self._shapes)


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


class _Shapes(dict[int, str]):
    """For `str.translate`: letters and digits stay, characters that are a token each get spaces, the rest is space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category[0] in "LMN":
            found = f" {character} " if UNSPACED.match(character) else character
        elif category in {"So", "Co"} or (category in {"Sk", "Cn"} and code > 0xFFFF):
            # Emoji, skin tones, and emoji newer than this Python's Unicode tables.
            found = f" {character} "
        else:
            found = " "
        self[code] = found
        return found
