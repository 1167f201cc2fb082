"""No prompt is a rewording of another.

Two measures, because each is blind to what the other sees:

- the order of words: difflib's ratio over the words of both, from 0 to 1. At 0.55 two prompts are built alike and ask
  for nearly the same; the closest two of the guide were at 0.40.
- what they are about: the words that carry meaning, cut to their stems, that two prompts share, of all that either
  has. At 0.45, and with three words in common, they ask the same in another order; the closest two were at 0.33.

What uses other words throughout is found by no measure of words. Somebody has to read them.
"""

from __future__ import annotations

import difflib
import re
from functools import cache
from itertools import combinations

import pytest

from tests.content.guide import PROMPTS
from trustjournal.domain.readability import words_of

SAME_ORDER = 0.55
SAME_MATTER = 0.45
FEWEST_WORDS_IN_COMMON = 3

_EMPTY = """
    a about after again all also an and another any are as at be been before being between both but by can could did
    do does down during each ever few find for from get give had has have having here how i if in into is it its itself
    just let like list little look made make many may me might mine more most much my name no none nor not now of off
    on once one only or other our out over own part perhaps pick picture put say see she should small so some
    somebody someone something still such take tell than that the their them then there these they thing think this
    those through time to too two under up us very was were what when where which while who whom whose why will with
    would write you your yours yourself
"""
EMPTY_WORDS = frozenset(_EMPTY.split())
"""Words that stand in any prompt and say nothing about its matter."""


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in words_of(text))


@cache
def _matter(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _words(text) if word not in EMPTY_WORDS)


def _stem(word: str) -> str:
    """The word without the commonest endings: “trusted”, “trusting” and “trusts” are one."""
    return re.sub(r"(?<=\w{3})(?:'s|ing|ed|es|s|e|y)$", "", word)


def is_a_rewording(first: str, second: str) -> bool:
    """Whether two prompts ask the same thing, by their words."""
    shared, either = _matter(first) & _matter(second), _matter(first) | _matter(second)
    if len(shared) >= FEWEST_WORDS_IN_COMMON and len(shared) / len(either) >= SAME_MATTER:
        return True
    matcher = difflib.SequenceMatcher(None, _words(first), _words(second), autojunk=False)
    return matcher.real_quick_ratio() >= SAME_ORDER and matcher.ratio() >= SAME_ORDER


def _rewordings_of(text: str) -> set[str]:
    return {prompt.id for prompt in PROMPTS if is_a_rewording(prompt.text, text)}


def test_no_prompt_is_a_rewording_of_another() -> None:
    assert [
        (first.id, second.id) for first, second in combinations(PROMPTS, 2) if is_a_rewording(first.text, second.text)
    ] == []


@pytest.mark.parametrize(
    ("of", "planted"),
    [
        (
            "overview.guard-saved-and-cost",  # by both measures
            "What has holding back saved you from? What did it cost you?",
        ),
        (
            "overview.guard-saved-and-cost",  # by its matter alone
            "What did it cost you to hold back? What were you protected from?",
        ),
        (
            "overview.good-week",  # by the order of its words alone
            "Picture a calm, usual week. What fills your hours, and what do you not have to keep watch over?",
        ),
        (
            "overcoming-with-a-therapist.three-questions",
            "Before you start, which three questions would you ask a therapist?",
        ),
        (
            "causes-early-years.asking-for-help",
            "When you asked for help as a child, what usually happened? Does it show today?",
        ),
        (
            "lately.still-steady",
            "Name three small things that are still steady for you today.",
        ),
    ],
)
def test_a_planted_rewording_is_caught(of: str, planted: str) -> None:
    assert _rewordings_of(planted) == {of}


def test_a_prompt_on_the_same_subject_that_asks_something_else_is_not_called_a_rewording() -> None:
    assert (
        _rewordings_of("What is a promise you would rather not have made, and who would be glad to release you?")
        == set()
    )
