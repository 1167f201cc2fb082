"""What changed between two texts, as a person reads it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustjournal.domain.difference import Change, changed_range, difference

_SIGNS = {Change.KEPT: "{}", Change.ADDED: "[+{}+]", Change.REMOVED: "[-{}-]"}
texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["one", "two", "three", " ", "\n", "\n\n", ", ", "信頼", "it’s"]), max_size=30).map(
        "".join
    ),
)


def _told(old: str, new: str) -> str:
    return "".join(_SIGNS[stretch.change].format(stretch.text) for stretch in difference(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", ""),
        ("same", "same", "same"),
        ("", "new", "[+new+]"),
        ("old", "", "[-old-]"),
        ("It took eleven seconds.", "It took ten seconds.", "It took [-eleven-][+ten+] seconds."),
        ("I am sure.", "I am not sure.", "I am [+not +]sure."),
        ("one\n\ntwo\n\nthree", "one\n\nthree", "one\n\n[-two\n\n-]three"),
        ("one", "one\n\ntwo", "one[+\n\ntwo+]"),
        ("The red car stopped.", "A blue bike stopped.", "[-The red car-][+A blue bike+] stopped."),
        ("I don't know", "I don't know yet", "I don't know[+ yet+]"),
        ("今日、公園に行った", "昨日、公園に行った", "[-今-][+昨+]日、公園に行った"),
    ],
)
def test_a_difference_is_told_in_words(old: str, new: str, told: str) -> None:
    assert _told(old, new) == told


def test_few_words_that_stayed_among_many_that_changed_are_told_as_changed() -> None:
    old, new = "Clouds over the harbour all morning long", "Nobody answered the telephone before it stopped"
    assert _told(old, new) == f"[-{old}-][+{new}+]"


def test_a_paragraph_that_was_put_in_between_leaves_the_others_alone() -> None:
    before = "First one here.\n\nLast one here."
    assert _told(before, "First one here.\n\nQuite another.\n\nLast one here.") == (
        "First one here.\n\n[+Quite another.\n\n+]Last one here."
    )


@given(texts, texts)
def test_kept_and_removed_make_the_old_text_and_kept_and_added_the_new(old: str, new: str) -> None:
    stretches = difference(old, new)
    assert "".join(one.text for one in stretches if one.change is not Change.ADDED) == old
    assert "".join(one.text for one in stretches if one.change is not Change.REMOVED) == new


@given(texts, texts)
def test_no_two_neighbours_are_of_one_kind_and_removed_comes_before_added(old: str, new: str) -> None:
    kinds = [one.change for one in difference(old, new)]
    assert all(one.text for one in difference(old, new))
    assert all(kind is not following for kind, following in pairwise(kinds))
    assert (Change.ADDED, Change.REMOVED) not in list(pairwise(kinds))


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_long_texts_with_much_that_changed_are_told_exactly(gap: str) -> None:
    chance = random.Random(1)
    words = [f"w{chance.randrange(3000)}" for _ in range(20_000)]
    changed = list(words)
    places = chance.sample(range(0, 20_000, 7), 300)
    for place in places:
        changed[place] = "other"
    stretches = difference(gap.join(words), gap.join(changed))
    assert sum(one.change is Change.ADDED for one in stretches) == 300
    assert sum(len(one.text) for one in stretches if one.change is Change.REMOVED) == sum(
        len(words[place]) for place in places
    )


def test_a_text_of_one_word_over_and_over_is_told_at_all() -> None:
    old, new = "na " * 20_000, "na bo " * 15_000
    assert "".join(one.text for one in difference(old, new) if one.change is not Change.REMOVED) == new


@given(texts, texts)
def test_the_changed_range_put_into_the_old_text_makes_the_new_one(old: str, new: str) -> None:
    start, end, new_end = changed_range(old, new)
    assert old[:start] + new[start:new_end] + old[end:] == new
    assert old == new or old[start : start + 1] != new[start : start + 1] or min(end, new_end) == start


@pytest.mark.parametrize(("old", "new", "place"), [("a b c", "a x c", (2, 3, 3)), ("aaa", "aaaa", (3, 3, 4))])
def test_the_changed_range_is_as_small_as_can_be(old: str, new: str, place: tuple[int, int, int]) -> None:
    assert changed_range(old, new) == place
