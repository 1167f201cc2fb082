"""Words are counted in every script."""

from __future__ import annotations

from time import perf_counter

import pytest

from trustjournal.domain.word_count import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n — … !? ", 0),
        ("I can’t say, well-known or not.", 6),
        ("He came—late…again", 4),
        ("3.5 kg at 7:30", 4),
        ("_underlined_ words", 2),
        ("我今天很开心。", 6),
        ("信頼は ゆっくり 育つ", 9),
        ("Sam说 hello 了", 4),
        ("오늘은 괜찮아요", 2),
        ("मैं हिन्दी लिखता हूँ", 4),
        ("אני כותב היום", 3),
        ("Zażółć gęślą jaźń", 3),
        ("cafe\u0301 creme", 2),
        ("🙂 🙂🙂", 0),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert count_words(text) == words


PHOTO = f"(tj:{'0a' * 16})"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"![Photo]{PHOTO}", 0),
        (f"One day\n\n![The sea at night]{PHOTO}\n\nand another", 4),
        (f"here![]{PHOTO}there", 2),
        ("![not of the journal](https://example.org/sea.jpg)", 4),
        ("![half of a mark](tj:0a0a)", 4),
    ],
)
def test_a_photo_is_no_word(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    "text", ["-" * 3_000_000, "word " * 600_000, "字" * 1_000_000, "a" * 3_000_000, f"![a]{PHOTO}" * 60_000]
)
def test_counting_takes_time_in_step_with_the_length(text: str) -> None:
    start = perf_counter()
    count_words(text)
    assert perf_counter() - start < 3
