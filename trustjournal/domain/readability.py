"""How hard a text is to read: its sentences, its words, and Flesch and Kincaid's grade.

The grade stands for the school year in the United States that can read a text. Source of the formula: Kincaid,
Fishburne, Rogers and Chissom, “Derivation of New Readability Formulas for Navy Enlisted Personnel”, Research Branch
Report 8-75, 1975. It was made for English, and it is rough: on a single short question it says “easy” and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

SyllableCounter = Callable[[str], int]
"""How many syllables a single word has, at least one."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_END = re.compile(r"[.!?…]+[”’\"')\]]*\s+")


def words_of(text: str) -> list[str]:
    """The words of a text; “half-open” and “don't” are one each."""
    return _WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text. A line ends one too, so that a heading or a point runs into nothing."""
    found: list[str] = []
    for line in text.splitlines():
        begun = 0
        for end in _END.finditer(line):
            if not line[end.end() : end.end() + 1].islower():  # “Why?” may come round: that sentence goes on
                found.append(line[begun : end.end()].strip())
                begun = end.end()
        found.append(line[begun:].strip())
    return [sentence for sentence in found if _WORD.search(sentence)]


def longest_sentence(text: str) -> str:
    """The sentence with the most words; empty where there is none."""
    return max(sentences_of(text), key=lambda sentence: len(words_of(sentence)), default="")


def reading_grade(text: str, syllables: SyllableCounter) -> float:
    """Flesch and Kincaid's grade of a text; below 0 for the very easiest, and 0 for a text without words."""
    words, sentences = words_of(text), sentences_of(text)
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
