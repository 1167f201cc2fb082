"""Entries as Markdown: what was typed stays as it was, plain words are read as plain, and nothing runs on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from trustjournal.domain.paper import MarkdownEntry
from trustjournal.exchange.markdown_file import entry_markdown, markdown_file

ENTRY = MarkdownEntry("A day", ("10 March 2026, 09:30", "Sam", "#coat", "calm"), "", "Some *words*.", "Photo")
PHOTO = f"tj:{'0' * 32}"


def read(text: str) -> list[tuple[str, str]]:
    """What a reader of Markdown finds: the kind of each block, and its plain words."""
    tokens = MarkdownIt("commonmark").parse(text)
    found = []
    for before, token in pairwise(tokens):
        if token.type == "inline":
            found.append((before.tag, "".join(one.content for one in token.children or ())))
    return found


def test_an_entry_is_a_heading_a_line_about_it_and_its_text() -> None:
    assert entry_markdown(ENTRY) == ("# A day\n\n10 March 2026, 09:30 · Sam · #coat · calm\n\nSome *words*.\n")


def test_the_prompt_is_quoted_before_the_text() -> None:
    text = entry_markdown(replace(ENTRY, prompt="What went well?"))
    assert text.endswith("· calm\n\n> What went well?\n\nSome *words*.\n")


def test_several_entries_stand_apart_in_their_order() -> None:
    text = "".join(markdown_file([ENTRY, replace(ENTRY, heading="Another", text="More.")]))
    assert "Some *words*.\n\n---\n\n# Another" in text
    assert [words for tag, words in read(text) if tag == "h1"] == ["A day", "Another"]


def test_no_text_leaves_the_heading_and_the_line() -> None:
    assert entry_markdown(replace(ENTRY, text="")) == "# A day\n\n10 March 2026, 09:30 · Sam · #coat · calm\n"


TYPED = (
    "  two spaces first\n\n- [ ] a task\n\tindented\n\n## Heading\nline one  \nline two\n\n> quote <b>x</b> \\* & é 🙂"
)


def test_the_text_is_not_touched() -> None:
    assert TYPED in entry_markdown(replace(ENTRY, text=TYPED))


def test_of_a_photo_only_its_words_are_there() -> None:
    text = f"Before ![a hall]({PHOTO}) between ![]({PHOTO}) after ![elsewhere](https://example.org/x.png)"
    assert entry_markdown(replace(ENTRY, text=text)).endswith(
        "\n\nBefore (Photo: a hall) between (Photo) after ![elsewhere](https://example.org/x.png)\n"
    )


@pytest.mark.parametrize("fence", ["```", "~~~", "`````", "```python"])
def test_code_without_an_end_does_not_swallow_the_next_entry(fence: str) -> None:
    text = "".join(markdown_file([replace(ENTRY, text=f"{fence}\ncode"), replace(ENTRY, heading="Another")]))
    assert ("h1", "Another") in read(text)


def test_code_with_an_end_stays_as_it_is() -> None:
    assert entry_markdown(replace(ENTRY, text="```\ncode\n```")).endswith("\n\n```\ncode\n```\n")


@pytest.mark.parametrize(
    "words",
    [
        "*not* emphasis", "snake_case and _this_", "`code`", "[a](b)", "![a](b)", "<b>bold</b>", "&amp;", "~~gone~~",
        "C#", "what #", "#", "##", "a \\* b", "3 * 4", "1. first", "2026. March", "- dash", "> quote", "+ plus",
        "# sharp", "<https://example.org>",
    ],
)  # fmt: skip
def test_plain_words_are_read_as_they_are(words: str) -> None:
    found = read(entry_markdown(replace(ENTRY, heading=words, about=(words,), prompt=words, text="")))
    assert found == [("h1", words), ("p", words), ("p", words)]


def test_words_of_several_lines_stay_on_one() -> None:
    text = entry_markdown(replace(ENTRY, heading="one\n\n# two", about=("a\u2028b",)))
    assert read(text)[:2] == [("h1", "one # two"), ("p", "a b")]


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30) | st.text("-*_#>+=~.)1 [](`<&\\ab", max_size=9)
)
def test_any_plain_words_are_read_as_they_are(typed: str) -> None:
    words = " ".join(typed.split())
    assume(words)
    found = read(entry_markdown(replace(ENTRY, heading=typed, about=(typed,), prompt=typed, text="end")))
    assert found == [("h1", words), ("p", words), ("p", words), ("p", "end")]
