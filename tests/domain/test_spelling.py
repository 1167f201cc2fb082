"""A dictionary is asked about the words of the prose, and about nothing else."""

from __future__ import annotations

import pytest

from trustjournal.domain.spelling import (
    Word,
    keys_of,
    languages_to_use,
    script_of,
    scripts_of,
    utf16_positions,
    word_key,
    words_in,
)


def asked(text: str, *no_prose: tuple[int, int]) -> list[str]:
    """The words of a line a dictionary is asked about."""
    return [word.text for word in words_in(text, no_prose)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was there, was I?", ["was", "there", "was"]),
        ("don't don’t 'quoted' rock'", ["don't", "don't", "quoted", "rock"]),
        ("well-known he/she", ["well", "known", "he", "she"]),
        ("naïve re\u0301sume\u0301 ex\xadtra", ["naïve", "résumé", "extra"]),
        ("привет नमस्ते שָׁלוֹם", ["привет", "नमस्ते", "שָׁלוֹם"]),
        ("(one) “two”, *three*; «four»", ["one", "two", "three", "four"]),
        ("one\ttwo\xa0three", ["one", "two", "three"]),
    ],
)
def test_a_word_is_letters_and_what_belongs_to_them(text: str, expected: list[str]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "42 3rd v2 a1b snake_case", "LOUD iPhone McDonald", "https://example.org/wrold?a=b", "www.wrold.org",
        "<mailto:wrold@example.org> wrold@example.org", "tj:wrold", "#wrold @wrold", "/usr/wrold ~/wrold", "wrold.txt",
        "C:\\wrold", "e.g. i.e.", "😀", "a", "w" * 61,
    ],
)  # fmt: skip
def test_what_is_no_prose_is_not_asked_about(text: str) -> None:
    assert asked(text) == []


def test_what_is_code_or_a_sign_is_not_asked_about() -> None:
    assert asked("one `two` three", (4, 9)) == ["one", "three"]
    assert asked("un**think**able word", (2, 4), (9, 11)) == ["word"]
    assert asked("**bold** word", (0, 2), (6, 8)) == ["bold", "word"]


def test_a_word_knows_where_it_stands() -> None:
    text = "a 😀 wrold 𝒳 two"
    words = words_in(text)
    assert [text[word.start : word.end] for word in words] == ["wrold", "two"]
    assert [
        text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") for start, end in utf16_positions(text, words)
    ] == ["wrold", "two"]
    assert utf16_positions("one", [Word(0, 3, "one")]) == ((0, 3),)


def test_somebodys_and_capitals_make_no_other_word() -> None:
    assert word_key("Anna’s") == word_key("anna") == word_key("ANNA'S") == word_key("Annas'")[:4] == "anna"
    assert keys_of("Mr. Ó Brien-Smith") == {"mr", "ó", "brien", "smith"}


def test_words_in_a_writing_no_dictionary_has_are_nobodys_mistakes() -> None:
    assert scripts_of(["en_US", "ru", "el_GR"]) == {"LATIN", "CYRILLIC", "GREEK"}
    assert [script_of(word) for word in ("word", "привет", "日本", "")] == ["LATIN", "CYRILLIC", "CJK", ""]


@pytest.mark.parametrize(
    ("chosen", "there", "of_system", "expected"),
    [
        ((), ("de_DE", "en_GB", "en_US"), ("C",), ("en_US",)),
        ((), ("de_DE", "en_GB"), (), ("en_GB",)),
        ((), ("de_AT", "de_DE", "en_GB"), ("de-DE", "en-GB"), ("de_DE",)),
        ((), ("de_AT", "en_GB"), ("de-CH",), ("de_AT",)),
        ((), ("fr_FR",), ("de-CH",), ()),
        ((), (), ("en-US",), ()),
        (("fr_FR", "en_GB"), ("en_GB", "en_US", "fr_FR"), ("de",), ("fr_FR", "en_GB")),
        (("fr_FR",), ("en_GB",), ("en",), ()),
    ],
)
def test_the_languages_are_those_chosen_or_those_of_the_system(
    chosen: tuple[str, ...], there: tuple[str, ...], of_system: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert languages_to_use(chosen, there, of_system) == expected
