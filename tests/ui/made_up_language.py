"""A language made up for tests: long words in brackets, so that what was not translated stands out.

Whatever a person wrote, and the guide, is in Greek letters in these tests (`house`); Latin letters outside brackets are
then words of the program that did not come out of the translation.
"""

from __future__ import annotations

import re
from math import ceil
from string import ascii_uppercase

from PySide6.QtCore import QLocale

_ACCENTS = str.maketrans("aceinorsuyzACEINORSUYZ", "áçéíñóřšúýžÁÇÉÍÑÓŘŠÚÝŽ")
_HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "אבגדהוזחטיכלמנסעפצקרשתגבדה" * 2)
_KEPT = re.compile(r"\{[^}]*\}|%n|%L?\d|&(?=\w)")
LONGER = 1.4


def in_no_language(text: str) -> str:
    """The text with accents and in brackets, two fifths longer, as a language with long words would have it."""
    said, end = "", 0
    for kept in _KEPT.finditer(text):
        said += text[end : kept.start()].translate(_ACCENTS) + kept.group()
        end = kept.end()
    said += text[end:].translate(_ACCENTS)
    more = max(0, ceil(len(text) * (LONGER - 1)) - 2)
    filling = ("ěłš" if " " not in text else " ěłšķā") * more
    return f"⟦{said}{filling[:more].rstrip()}⟧"


def from_right_to_left(text: str) -> str:
    """The same in Hebrew letters: labels run, and lean, to the side their own letters ask for."""
    return "".join(part if _KEPT.fullmatch(part) else part.translate(_HEBREW) for part in _parts(in_no_language(text)))


def _parts(text: str) -> list[str]:
    return re.split(f"({_KEPT.pattern})", text)


def is_left_in_english(text: str, allowed: frozenset[str]) -> bool:
    """Whether there are words outside the brackets that are neither in another script nor allowed."""
    outside, depth = [], 0
    for letter in text:
        depth += letter == "⟦"
        outside.append(" " if depth else letter)
        depth -= letter == "⟧"
    words = re.findall(r"[A-Za-zÀ-ɏ]+", "".join(outside))
    return depth != 0 or any(word not in allowed for word in words)


def words_of_dates() -> frozenset[str]:
    """Names of months and days, which the system gives, names of keys, and the program's own name."""
    locale = QLocale()
    keys = ["Ctrl", "Shift", "Alt", "Return", "Tab", "Up", "Down", *ascii_uppercase]
    names = ["TrustJournal", *keys, locale.amText(), locale.pmText()]
    for length in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        for name in (locale.monthName, locale.standaloneMonthName):
            names += [name(month, length) for month in range(1, 13)]
        for name in (locale.dayName, locale.standaloneDayName):
            names += [name(day, length) for day in range(1, 8)]
    return frozenset(word for name in names for word in re.findall(r"[A-Za-zÀ-ɏ]+", name))
