"""Own prompts: what is kept of what is typed, and what counts as the same words."""

from __future__ import annotations

from uuid import UUID

import pytest

from trustjournal.domain.deck import (
    LONGEST_DECK_NAME,
    Deck,
    OwnPrompt,
    free_name,
    has_words,
    look_at,
    one_line,
    wording_key,
)
from trustjournal.domain.ids import OwnPromptId


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  What\nhelped\t today ? ", "What helped today ?"),
        ("a\u2028b\x85c", "a b c"),
        ("nothing\x00 hidden\x07\ud800", "nothing hidden"),
        ("left \u202eto right\u2069", "left to right"),
        ("مرحبا\u200fשלום", "مرحبا\u200fשלום"),
        ("👩‍👧 and me", "👩‍👧 and me"),
    ],
)
def test_a_prompt_is_one_line_without_hidden_characters(typed: str, kept: str) -> None:
    assert one_line(typed) == kept
    assert one_line(kept) == kept


@pytest.mark.parametrize("typed", ["", " \n ", "\u200b\u200b", "\u2069"])
def test_what_cannot_be_seen_is_no_words(typed: str) -> None:
    assert not has_words(one_line(typed))
    assert has_words(typed + "?")


@pytest.mark.parametrize("other", ["WHAT’S new?", "what's  new?", " What's\nnew?"])
def test_case_spacing_and_the_form_of_quotation_marks_make_no_other_prompt(other: str) -> None:
    assert wording_key(other) == wording_key("What's new?")


def test_an_accent_or_a_full_stop_makes_another_prompt() -> None:
    assert wording_key("Zoe\u0308") == wording_key("ZOË") != wording_key("Zoe")
    assert wording_key("Why.") != wording_key("Why?")


def test_a_look_at_a_file_counts_what_is_here_and_what_is_there_twice() -> None:
    file = Deck("New", tuple(OwnPrompt(text) for text in ("One?", "Two?", "two?", "Three?")))
    look = look_at(file, here=["THREE?"], names=["new", "New 2"])
    assert [prompt.text for prompt in look.new] == ["One?", "Two?"]
    assert (look.already_here, look.total, look.name) == (2, 4, "New 3")


def test_a_name_with_a_number_is_not_too_long_either() -> None:
    name = "x" * LONGEST_DECK_NAME
    assert free_name(name, []) == name
    assert free_name(name, [name]) == "x" * (LONGEST_DECK_NAME - 2) + " 2"


def test_a_prompt_that_is_not_kept_cannot_be_served() -> None:
    with pytest.raises(ValueError, match="not kept"):
        OwnPrompt("Why?").as_prompt()


def test_what_somebody_asks_themselves_is_in_no_repr() -> None:
    kept = OwnPrompt("What did I hide?", note="About a secret", id=OwnPromptId(UUID(int=7)))
    deck = Deck("My secret", (kept,))
    assert kept.as_prompt().text == "What did I hide?"
    for told in (kept, kept.as_prompt(), deck, look_at(deck, (), ())):
        assert "hide" not in repr(told)
        assert "secret" not in repr(told)
