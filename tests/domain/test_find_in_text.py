"""Words are found in a text however they are accented, and their places are places of the text."""

from __future__ import annotations

import pytest

from trustjournal.domain.find_in_text import FindableText, Looking, first_from


def found(text: str, words: str, *, match_case: bool = False, whole_words: bool = False) -> list[str]:
    """What is found, cut out of the text by its UTF-16 places."""
    wide = text.encode("utf-16-le")
    hits = FindableText(text, match_case=match_case).hits(Looking(words, match_case, whole_words))
    assert hits == sorted(hits)
    return [wide[2 * start : 2 * end].decode("utf-16-le") for start, end in hits]


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Sam and sam and SAM", "sam", ["Sam", "sam", "SAM"]),
        ("café, Cafe\u0301 and cafe", "cafe", ["café", "Cafe\u0301", "cafe"]),
        ("café", "CAFÉ", ["café"]),
        ("Straße", "strasse", ["Straße"]),
        ("Smørrebrød", "smorre", ["Smørre"]),
        ("😀 the 👍🏽 end", "end", ["end"]),
        ("wait… and wait… now", "now", ["now"]),
        ("wait… end", ".", ["…"]),
        ("the “again?”", '"again', ["“again"]),
        ("don’t and don't", "don't", ["don’t", "don't"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("(a+b)", "a+b", ["a+b"]),
        ("日本語と日本", "日本", ["日本", "日本"]),
        ("one\ntwo… two\n… two", "two", ["two", "two", "two"]),
        ("words", "", []),
        ("", "words", []),
        ("\u0130stanbul", "istanbul", ["\u0130stanbul"]),
    ],
)
def test_what_is_found(text: str, words: str, hits: list[str]) -> None:
    assert found(text, words) == hits


def test_case_counts_where_it_is_asked_for() -> None:
    assert found("Sam and sam", "Sam", match_case=True) == ["Sam"]
    assert found("Émile and emile", "Emile", match_case=True) == ["Émile"]


def test_whole_words_only() -> None:
    assert found("the other, the", "the", whole_words=True) == ["the", "the"]
    assert found("café’s cafés", "cafe", whole_words=True) == ["café"]
    assert found("日本語", "日本", whole_words=True) == ["日本"]  # no spaces tell words apart there


def test_the_first_hit_from_a_place_on_and_round_again() -> None:
    hits = [(0, 2), (5, 7), (9, 11)]
    assert [first_from(hits, place) for place in (0, 1, 5, 6, 9, 10)] == [0, 1, 1, 2, 2, 0]
    assert first_from([], 3) == 0
