"""Only where a text differs is it changed, and an emoji takes two units."""

from __future__ import annotations

import pytest

from trustjournal.domain.passage import Utf16, difference


@pytest.mark.parametrize(
    ("old", "new"), [("word", "**word**"), ("aaa", "aa"), ("", "x"), ("x", ""), ("same", "same"), ("abab", "ab")]
)
def test_the_difference_makes_one_text_of_the_other(old: str, new: str) -> None:
    found = difference(old, new)
    assert old[: found.start] + found.text + old[found.end :] == new


def test_the_difference_is_short() -> None:
    assert difference("- one\n- two", "- one\n- [ ] two") == (8, 8, "[ ] ")


def test_units_of_utf_16() -> None:
    text = "a😀b👍🏽"
    places = Utf16(text)
    for index in range(len(text) + 1):
        units = len(text[:index].encode("utf-16-le")) // 2
        assert places.units(index) == units
        assert places.characters(units) == index
