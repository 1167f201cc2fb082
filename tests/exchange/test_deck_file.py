"""A deck as a file: what is written comes back, and what is not in docs/deck-format.md is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trustjournal.domain.deck import (
    LONGEST_DECK_NAME,
    LONGEST_NOTE,
    LONGEST_OWN_PROMPT,
    MOST_MINUTES,
    MOST_PROMPTS,
    Deck,
    OwnPrompt,
    has_words,
    one_line,
)
from trustjournal.domain.prompt import Intensity, Kind, Topic
from trustjournal.errors import DeckFileError, DeckProblem
from trustjournal.exchange.deck_file import MOST_DECK_BYTES, read_deck, write_deck

PAGE = Path(__file__).parents[2] / "docs" / "deck-format.md"


def words(longest: int, *, may_be_empty: bool = False) -> st.SearchStrategy[str]:
    """What a person could have typed, as it is kept."""
    return st.text(max_size=longest).map(one_line).filter(lambda text: may_be_empty or has_words(text))


PROMPTS = st.builds(
    OwnPrompt,
    text=words(60),
    intensity=st.sampled_from(Intensity),
    kind=st.sampled_from(Kind),
    minutes=st.integers(1, MOST_MINUTES),
    topics=st.frozensets(st.sampled_from(Topic)),
    needs_person=st.booleans(),
    note=words(60, may_be_empty=True),
)
DECKS = st.builds(
    Deck, name=words(30), prompts=st.lists(PROMPTS, min_size=1, max_size=6).map(tuple), is_on=st.just(value=False)
)


def form(**changes: object) -> dict[str, object]:
    """The least a deck has to have, with changes; None takes a key away."""
    whole: dict[str, object] = {
        "format": "trustjournal-deck", "version": 1, "name": "A deck", "prompts": [{"text": "What helped?"}], **changes
    }  # fmt: skip
    return {key: value for key, value in whole.items() if value is not None}


def with_prompt(**keys: object) -> bytes:
    """A deck whose second prompt has these keys."""
    prompt = {key: value for key, value in {"text": "Why?", **keys}.items() if value is not None}
    return json.dumps(form(prompts=[{"text": "What helped?"}, prompt])).encode()


def refused(data: bytes) -> tuple[DeckProblem, int | None, str]:
    """What a file is refused for."""
    with pytest.raises(DeckFileError) as told:
        read_deck(data)
    return told.value.problem, told.value.prompt, told.value.found


@given(DECKS)
def test_what_is_written_comes_back(deck: Deck) -> None:
    assert read_deck(write_deck(deck)) == deck


def test_the_fullest_deck_fits_into_a_file() -> None:
    prompt = OwnPrompt(
        "\U0001f600" * LONGEST_OWN_PROMPT, Intensity.MEDIUM, Kind.RESOURCE, MOST_MINUTES, frozenset(Topic),
        needs_person=True, note="\U0001f600" * LONGEST_NOTE,
    )  # fmt: skip
    deck = Deck("\U0001f600" * LONGEST_DECK_NAME, (prompt,) * MOST_PROMPTS, is_on=False)
    assert len(write_deck(deck)) < MOST_DECK_BYTES
    assert read_deck(write_deck(deck)) == deck


def test_a_file_tells_nothing_but_the_deck() -> None:
    written = write_deck(Deck("Evenings", (OwnPrompt("What helped?"),)))
    assert json.loads(written) == form(name="Evenings", prompts=[{"text": "What helped?", "intensity": "light"}])


def test_the_examples_of_the_description_are_decks() -> None:
    examples = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    decks = [read_deck(example.encode()) for example in examples]
    assert [len(deck.prompts) for deck in decks] == [1, 3]
    assert decks[1].prompts[2].intensity is Intensity.DEEP


def test_the_description_names_every_key_word_and_limit() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for word in (*(one.name.lower() for one in Intensity), *(one.value for one in (*Kind, *Topic))):
        assert f"`{word}`" in page, word
    for limit in (MOST_PROMPTS, LONGEST_OWN_PROMPT, LONGEST_NOTE, LONGEST_DECK_NAME, MOST_MINUTES, MOST_DECK_BYTES):
        assert f"{limit:,}" in page, limit


def test_a_mark_of_the_byte_order_and_any_white_space_do_no_harm() -> None:
    data = json.dumps(form(name=" A\n deck ", prompts=[{"text": "\tWhat\nhelped? "}]), indent=8).encode()
    deck = read_deck(b"\xef\xbb\xbf" + data)
    assert (deck.name, deck.prompts[0].text, deck.is_on) == ("A deck", "What helped?", False)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"null", b"[]", b'"trustjournal-deck"', b"\xff\xfe{", "é".encode("latin-1"),
        b"[" * 100_000, b"9" * 10_000,
        json.dumps(form(format="other")).encode(), json.dumps(form(format=None)).encode(),
        json.dumps(form(version=None)).encode(), json.dumps(form(version=0)).encode(),
        json.dumps(form(version=True)).encode(), json.dumps(form(version="1")).encode(),
        json.dumps(form(version=1.0)).encode(), write_deck(Deck("A", (OwnPrompt("Why?"),)))[:-5],
    ],
    ids=lambda data: repr(data[:30]),
)  # fmt: skip
def test_what_is_no_deck_is_refused(data: bytes) -> None:
    assert refused(data) == (DeckProblem.NOT_A_DECK, None, "")


def test_a_newer_version_is_said_to_be_one_whatever_is_in_it() -> None:
    assert refused(json.dumps(form(version=2, colour="red", prompts="other")).encode())[0] is DeckProblem.NEWER


@pytest.mark.parametrize(
    ("data", "problem", "prompt", "found"),
    [
        (json.dumps(form(colour="red")).encode(), DeckProblem.UNKNOWN_KEY, None, "colour"),
        (json.dumps(form(name=None)).encode(), DeckProblem.MISSING_KEY, None, "name"),
        (json.dumps(form(name=" ")).encode(), DeckProblem.NO_WORDS, None, "name"),
        (json.dumps(form(name="x" * 101)).encode(), DeckProblem.TOO_LONG, None, "name"),
        (json.dumps(form(prompts=None)).encode(), DeckProblem.MISSING_KEY, None, "prompts"),
        (json.dumps(form(prompts=["Why?"])).encode(), DeckProblem.WRONG_VALUE, None, "prompts"),
        (json.dumps(form(prompts=[])).encode(), DeckProblem.NO_PROMPTS, None, ""),
        (json.dumps(form(prompts=[{"text": "?"}] * 301)).encode(), DeckProblem.TOO_MANY_PROMPTS, None, ""),
        (b'{"name": 1, "name": 2}', DeckProblem.KEY_TWICE, None, "name"),
        (b" " * (MOST_DECK_BYTES + 1), DeckProblem.TOO_MANY_BYTES, None, ""),
        (with_prompt(weight=3), DeckProblem.UNKNOWN_KEY, 2, "weight"),
        (with_prompt(text=None), DeckProblem.MISSING_KEY, 2, "text"),
        (with_prompt(text=["a"]), DeckProblem.WRONG_VALUE, 2, "text"),
        (with_prompt(text="\u200b"), DeckProblem.NO_WORDS, 2, "text"),
        (with_prompt(text="x" * 1001), DeckProblem.TOO_LONG, 2, "text"),
        (with_prompt(text="a\x00b"), DeckProblem.HIDDEN_CHARACTERS, 2, "text"),
        (with_prompt(text="\ud800"), DeckProblem.HIDDEN_CHARACTERS, 2, "text"),
        (with_prompt(text="a \u202e b"), DeckProblem.HIDDEN_CHARACTERS, 2, "text"),
        (with_prompt(note="x" * 301), DeckProblem.TOO_LONG, 2, "note"),
        (with_prompt(intensity="fierce"), DeckProblem.WRONG_VALUE, 2, "intensity"),
        (with_prompt(intensity=["light"]), DeckProblem.WRONG_VALUE, 2, "intensity"),
        (with_prompt(kind=1), DeckProblem.WRONG_VALUE, 2, "kind"),
        (with_prompt(minutes=0), DeckProblem.WRONG_VALUE, 2, "minutes"),
        (with_prompt(minutes=121), DeckProblem.WRONG_VALUE, 2, "minutes"),
        (with_prompt(minutes=2.5), DeckProblem.WRONG_VALUE, 2, "minutes"),
        (with_prompt(minutes=True), DeckProblem.WRONG_VALUE, 2, "minutes"),
        (with_prompt(topics="family"), DeckProblem.WRONG_VALUE, 2, "topics"),
        (with_prompt(topics=["weather"]), DeckProblem.WRONG_VALUE, 2, "topics"),
        (with_prompt(topics=[["family"]]), DeckProblem.WRONG_VALUE, 2, "topics"),
        (with_prompt(about_someone=1), DeckProblem.WRONG_VALUE, 2, "about_someone"),
        (with_prompt(**{"\u202e<b>" + "k" * 90: 1}), DeckProblem.UNKNOWN_KEY, 2, "<b>" + "k" * 36),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(
    data: bytes, problem: DeckProblem, prompt: int | None, found: str
) -> None:
    assert refused(data) == (problem, prompt, found)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def is_deck_or_told(data: bytes) -> None:
    """A file is a deck within every limit, or it is refused as one; nothing else may happen."""
    try:
        deck = read_deck(data)
    except DeckFileError as error:
        told = error.found
    else:
        told = ""
        is_within_limits(deck)
    assert len(told) <= 40
    assert told == one_line(told)


def is_within_limits(deck: Deck) -> None:
    """Nothing in it is longer, or other, than the description allows."""
    assert 1 <= len(deck.prompts) <= MOST_PROMPTS
    assert read_deck(write_deck(deck)) == deck
    for text, longest in ((deck.name, 100), *((one.text, 1000) for one in deck.prompts)):
        assert has_words(text)
        assert len(text) <= longest
        assert text == one_line(text)


@given(st.binary())
@example(b'{"format": "trustjournal-deck", "version": 1e999}')
@example(b'{"format": "trustjournal-deck", "version": NaN}')
def test_any_bytes_are_a_deck_or_refused(data: bytes) -> None:
    is_deck_or_told(data)


@given(st.sampled_from(["format", "version", "name", "prompts", "more"]), JSON)
def test_a_deck_with_anything_in_a_place_is_a_deck_or_refused(key: str, value: object) -> None:
    is_deck_or_told(json.dumps(form(**{key: value})).encode())


@given(
    st.sampled_from(["text", "intensity", "kind", "minutes", "topics", "about_someone", "note", "more"]),
    JSON | st.sampled_from(["light", "resource"]) | st.lists(st.sampled_from(["family", "sex"])),
)
def test_a_prompt_with_anything_in_a_place_is_a_prompt_or_refused(key: str, value: object) -> None:
    is_deck_or_told(json.dumps(form(prompts=[{"text": "What helped?"} | {key: value}])).encode())


@given(DECKS, st.data())
def test_a_deck_that_was_bent_on_its_way_is_a_deck_or_refused(deck: Deck, data: st.DataObject) -> None:
    written = bytearray(write_deck(deck))
    for _ in range(3):
        written[data.draw(st.integers(0, len(written) - 1))] = data.draw(st.integers(0, 255))
    is_deck_or_told(bytes(written[: data.draw(st.integers(0, len(written)))]))
    is_deck_or_told(bytes(written))
