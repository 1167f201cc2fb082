"""How the sheet looks is stepped through, kept, and read again whatever is found."""

from __future__ import annotations

import pytest

from trustjournal.domain.writing_look import ColumnWidth, WritingLook, writing_look_from


@pytest.mark.parametrize(
    ("percent", "steps", "after"),
    [(100, 1, 110), (100, -1, 90), (105, 1, 110), (105, -1, 100), (300, 1, 300), (50, -3, 50), (100, 2, 125)],
)
def test_zoom_goes_by_steps_and_stops_at_the_ends(percent: int, steps: int, after: int) -> None:
    assert WritingLook(percent).zoomed(steps).zoom_percent == after


def test_what_is_kept_comes_back() -> None:
    look = WritingLook(150, "Some Family", ColumnWidth.WIDE, typewriter=True)
    assert writing_look_from(look.as_kept()) == look


@pytest.mark.parametrize(
    "kept",
    [None, [], "x", {}, {"zoom_percent": 1000}, {"zoom_percent": True}, {"face": ""}, {"face": 3}, {"width": "huge"}],
)
def test_what_is_not_understood_is_as_by_default(kept: object) -> None:
    assert writing_look_from(kept) == WritingLook()
