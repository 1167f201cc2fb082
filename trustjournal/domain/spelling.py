"""Which words of a text a dictionary is asked about, and what a dictionary is.

A word is a run of letters with the marks on them, and of apostrophes between letters, as Unicode counts letters. What
is no prose is left out: code, addresses, names of files, tags, numbers, words with digits or capitals inside.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, Protocol

LONGEST_WORD = 60
"""Letters. Longer ones are no words of a language, and are asked about nowhere."""

_APOSTROPHES = "'’"
_BEGINS_AN_ADDRESS = ("www.", "mailto:", "tj:", "#", "@", "/", "~/")
_OPENING = "([{<\"'“‘«¿¡*_~"
_TOKEN = re.compile(r"\S+")
_JOINED = re.compile(r"\w[.\\]\w|:\\")
_OWNED = re.compile(rf"[{_APOSTROPHES}]s?$")

_SCRIPTS = {
    "CYRILLIC": "be bg kk ky mk mn ru sr tg tt uk",
    "GREEK": "el",
    "HEBREW": "he yi",
    "ARABIC": "ar fa ks ps sd ug ur",
    "DEVANAGARI": "hi mr ne sa",
    "HANGUL": "ko",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "BENGALI": "as bn",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "ORIYA": "or",
    "ETHIOPIC": "am ti",
}
_SCRIPT_OF = {language: script for script, languages in _SCRIPTS.items() for language in languages.split()}


class Word(NamedTuple):
    """A word of a line: from where to where, in characters."""

    start: int
    end: int
    text: str


class Dictionaries(Protocol):
    """The dictionaries of this computer. Every answer may take a while; all questions come from one thread."""

    def languages(self) -> tuple[str, ...]:
        """The languages there are dictionaries for, as in `en_GB`; none where there is no way to ask."""
        ...

    def unknown(self, words: Iterable[str], languages: Sequence[str]) -> frozenset[str]:
        """Those of `words` that no dictionary of `languages` knows."""
        ...

    def suggestions(self, word: str, languages: Sequence[str]) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""
        ...


class NoDictionaries:
    """As `Dictionaries`, on a computer that has none."""

    def languages(self) -> tuple[str, ...]:
        """None."""
        return ()

    def unknown(self, words: Iterable[str], languages: Sequence[str]) -> frozenset[str]:
        """Nothing is a mistake where nobody knows."""
        return frozenset()

    def suggestions(self, word: str, languages: Sequence[str]) -> tuple[str, ...]:
        """Nobody has any."""
        return ()


def words_in(text: str, no_prose: Iterable[tuple[int, int]] = ()) -> tuple[Word, ...]:
    """The words of a line that are worth asking about; nothing in the ranges of `no_prose` is one."""
    prose = text
    for start, end in no_prose:
        prose = prose[:start] + " " * (end - start) + prose[end:]
    found = []
    for token in _TOKEN.finditer(prose):
        if _is_no_prose(token[0]):
            continue
        for match in _word().finditer(prose, token.start(), token.end()):
            word = Word(match.start(), match.end(), plain_word(match[0]))
            if _is_worth_asking(word.text) and not _is_cut(text, prose, word):
                found.append(word)
    return tuple(found)


def plain_word(word: str) -> str:
    """A word as dictionaries write it: one kind of apostrophe, composed letters, no invisible hyphens."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word.replace("’", "'").replace("\xad", ""))


def word_key(word: str) -> str:
    """What a word has in common with the same word in capitals, or as somebody's: `Anna` with `Anna's`."""
    return _OWNED.sub("", plain_word(word).casefold())


def keys_of(name: str) -> frozenset[str]:
    """The keys of every word in a name."""
    return frozenset(word_key(match[0]) for match in _word().finditer(name))


def script_of(word: str) -> str:
    """The writing a word begins with, by the name Unicode gives it; `LATIN` for this one."""
    return unicodedata.name(word[0], "").split(" ")[0] if word else ""


def scripts_of(languages: Iterable[str]) -> frozenset[str]:
    """The writings of some languages: about words in any other, their dictionaries know nothing."""
    return frozenset(_SCRIPT_OF.get(re.split("[_-]", language)[0], "LATIN") for language in languages)


def languages_to_use(chosen: Sequence[str], there: Sequence[str], of_system: Sequence[str]) -> tuple[str, ...]:
    """Those chosen that are there; where none was chosen, one that fits the system's languages, or English."""
    if chosen:
        return tuple(language for language in chosen if language in there)
    for wanted in (*of_system, "en_US", "en_GB", "en"):
        wanted = wanted.replace("-", "_")
        of_that_tongue = [language for language in there if language.split("_")[0] == wanted.split("_")[0]]
        if wanted in there:
            return (wanted,)
        if of_that_tongue:
            return (of_that_tongue[0],)
    return ()


def utf16_positions(text: str, words: Iterable[Word]) -> tuple[tuple[int, int], ...]:
    """Where words are, in UTF-16 units, as windows count."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return tuple((word.start, word.end) for word in words)
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if character > "\uffff" else 1))
    return tuple((units[word.start], units[word.end]) for word in words)


@cache
def _word() -> re.Pattern[str]:
    """The pattern of a word. Python's letters leave out the marks that many writings put on them."""
    marks = "".join(
        re.escape(chr(code)) for code in range(0x300, 0xFFFF) if unicodedata.category(chr(code)) in ("Mn", "Mc")
    )
    inside = rf"[\w{marks}\xad\u200c\u200d]"
    return re.compile(rf"(?<!\w)[^\W\d_]{inside}*(?:[{_APOSTROPHES}](?=[^\W\d_]){inside}+)*")


def _is_no_prose(token: str) -> bool:
    bare = token.lstrip(_OPENING).lower()
    return bare.startswith(_BEGINS_AN_ADDRESS) or "://" in token or "@" in token or _JOINED.search(token) is not None


def _is_worth_asking(word: str) -> bool:
    letters = word.replace("'", "")
    if not 2 <= len(letters) <= LONGEST_WORD:
        return False
    if not letters.isalpha() and not all(letter.isalpha() or _is_mark(letter) for letter in letters):
        return False
    rest = letters[1:]
    return rest == rest.lower()  # LOUD words, names of brands and of things in code


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "MC"


def _is_cut(text: str, prose: str, word: Word) -> bool:
    """Whether a sign inside a word cuts it in two, as in `un**think**able`."""
    for at, step in ((word.start - 1, -1), (word.end, 1)):
        is_beside_a_sign = False
        while 0 <= at < len(text) and text[at] != prose[at]:
            at += step
            is_beside_a_sign = True
        if is_beside_a_sign and 0 <= at < len(text) and text[at].isalnum():
            return True
    return False
