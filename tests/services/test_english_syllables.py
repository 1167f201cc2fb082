"""Syllables come from the pronouncing dictionary, and from the letters of a word that it does not have."""

from __future__ import annotations

import pytest

from trustjournal.services.english_syllables import EnglishSyllables


@pytest.fixture(scope="module")
def syllables() -> EnglishSyllables:
    return EnglishSyllables()


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cried", 1), ("trusted", 2), ("table", 2), ("quiet", 2), ("people", 2), ("every", 3), ("don’t", 1),
        ("neighbour’s", 2), ("parents’", 2), ("easy-to-trust", 4), ("TRUST", 1),
    ],
)  # fmt: skip
def test_a_word_of_the_dictionary_is_counted_as_it_is_spoken(
    syllables: EnglishSyllables, word: str, count: int
) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("Imran", 2), ("flatmate", 2), ("helplines", 3), ("zzz", 1), ("60", 1), ("unmissed", 2)]
)
def test_other_words_are_counted_by_their_vowels(syllables: EnglishSyllables, word: str, count: int) -> None:
    assert syllables(word) == count
