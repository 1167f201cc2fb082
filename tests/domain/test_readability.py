"""Sentences and words are told apart as a reader would, and the grade is the published formula."""

from __future__ import annotations

import pytest

from trustjournal.domain.readability import longest_sentence, reading_grade, sentences_of, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("“Why?” may come round a hundred times.", ["“Why?” may come round a hundred times."]),
        ("“Are we okay?” The friend says yes.", ["“Are we okay?”", "The friend says yes."]),
        ("(It is another matter.) Your limits are yours.", ["(It is another matter.)", "Your limits are yours."]),
        ("If I trust, then… What comes next?", ["If I trust, then…", "What comes next?"]),
        ("It costs 2.50 at 10.30 today.", ["It costs 2.50 at 10.30 today."]),
        ("A heading\nA point, without a dot\n\nThe end.", ["A heading", "A point, without a dot", "The end."]),
        ("Then she left. — So did he.", ["Then she left.", "— So did he."]),
        ("… \n —", []),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_would_take_a_breath(text: str, expected: list[str]) -> None:
    assert sentences_of(text) == expected


def test_a_word_with_a_hyphen_or_an_apostrophe_is_one_word() -> None:
    assert words_of("It’s a half-open door, isn't it? – “Yes”") == [
        "It’s", "a", "half-open", "door", "isn't", "it", "Yes",
    ]  # fmt: skip


def test_the_longest_sentence_is_the_one_with_the_most_words() -> None:
    assert longest_sentence("Unquestionably incomprehensible. It is a small one. Yes.") == "It is a small one."
    assert longest_sentence("") == ""


def test_the_grade_is_kincaids_formula_of_words_sentences_and_syllables() -> None:
    assert reading_grade("A b c d. E f.", lambda _: 2) == pytest.approx(0.39 * 6 / 2 + 11.8 * 12 / 6 - 15.59)


def test_a_text_without_words_has_no_grade_to_speak_of() -> None:
    assert reading_grade("…", lambda _: 1) == 0
