"""Words without the signs of Markdown, for lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.plain_words import plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Title\n\nSome **bold** and *leaning* ~~gone~~ `code`.", "Title Some bold and leaning gone code."),
        ("- one\n- two\n3. three\n- [ ] open\n- [x] done", "– one – two 3. three ☐ open ☑ done"),
        ("> quoted\n> more", "quoted more"),
        ("a\n\n---\n\nb", "a b"),
        ("```\n# no heading\n```\nafter", "# no heading after"),
        (f"before\n![a *hall*](tj:{'0' * 32})\nafter", "before a *hall* after"),
        (f"beside ![a hall](tj:{'0' * 32}) it", "beside a hall it"),
        ("[the place](https://example.org) and <https://example.org>", "the place and https://example.org"),
        ("2 * 3 * 4 and snake_case", "2 * 3 * 4 and snake_case"),
        ("", ""),
    ],
)
def test_plain_words_have_no_signs_that_dress_them(text: str, words: str) -> None:
    assert plain_words(text) == words


@given(st.text())
def test_any_text_has_plain_words_on_one_line(text: str) -> None:
    assert "\n" not in plain_words(text)
