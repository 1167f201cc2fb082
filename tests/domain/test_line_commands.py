"""Lines are made headings, lists, tasks and quotes, and plain again, with the caret on its words."""

from __future__ import annotations

import pytest

from tests.domain.passages import drawn, passage
from trustjournal.domain.line_commands import lines_are, plain_lines, toggle_fence, toggle_lines, toggle_ticks
from trustjournal.domain.markup_spans import Format


@pytest.mark.parametrize(
    ("wanted", "before", "after"),
    [
        (Format.HEADING_2, "What I ta|ke", "## What I ta|ke"),
        (Format.HEADING_2, "## What I ta|ke", "What I ta|ke"),
        (Format.HEADING_1, "## What I ta|ke", "# What I ta|ke"),
        (Format.HEADING_3, "- item|", "### item|"),
        (Format.HEADING_2, "> sa|id", "> ## sa|id"),
        (Format.BULLETS, "|", "- |"),
        (Format.BULLETS, "- |", "|"),
        (Format.BULLETS, "‹one\ntwo›", "- ‹one\n- two›"),
        (Format.BULLETS, "‹one\n\ntwo›", "- ‹one\n\n- two›"),
        (Format.BULLETS, "‹- one\n- two›", "‹one\ntwo›"),
        (Format.BULLETS, "‹- one\ntwo›", "‹- one\n- two›"),
        (Format.BULLETS, "- [ ] ta|sk", "- ta|sk"),
        (Format.BULLETS, "## ta|sk", "- ta|sk"),
        (Format.NUMBERS, "‹one\ntwo\nthree›", "1. ‹one\n2. two\n3. three›"),
        (Format.NUMBERS, "‹- one\n  - in\n- two›", "‹1. one\n  1. in\n2. two›"),
        (Format.NUMBERS, "4) fo|ur", "fo|ur"),
        (Format.BOXES, "bre|ad", "- [ ] bre|ad"),
        (Format.BOXES, "- bre|ad", "- [ ] bre|ad"),
        (Format.BOXES, "- [x] bre|ad", "bre|ad"),
        (Format.QUOTE, "sa|id", "> sa|id"),
        (Format.QUOTE, "> sa|id", "sa|id"),
        (Format.QUOTE, "> > sa|id", "> sa|id"),
        (Format.QUOTE, "‹one\n\ntwo›", "> ‹one\n>\n> two›"),
        (Format.QUOTE, "‹> one\n>\n> two›", "‹one\n\ntwo›"),
        (Format.BULLETS, "-|--", "-|--"),
    ],
)
def test_lines(wanted: Format, before: str, after: str) -> None:
    assert drawn(toggle_lines(passage(before), wanted)) == after


def test_a_heading_is_made_plain() -> None:
    assert drawn(plain_lines(passage("### wo|rds"))) == "wo|rds"
    assert drawn(plain_lines(passage("- wo|rds"))) == "- wo|rds"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [ ] bre|ad", "- [x] bre|ad"),
        ("- [X] bre|ad", "- [ ] bre|ad"),
        ("‹- [ ] a\nwords\n- [x] b›", "‹- [x] a\nwords\n- [x] b›"),
        ("wo|rds", "wo|rds"),
    ],
)
def test_tasks_are_ticked(before: str, after: str) -> None:
    assert drawn(toggle_ticks(passage(before))) == after


def test_code_gets_fences_and_loses_them() -> None:
    fenced = toggle_fence(passage("‹one\ntwo›"))
    assert drawn(fenced) == "```\n‹one\ntwo›\n```"
    assert drawn(toggle_fence(fenced)) == "‹one\ntwo›"


def test_in_code_no_line_becomes_a_list() -> None:
    assert drawn(toggle_lines(passage("wo|rds", fence=3), Format.BULLETS)) == "wo|rds"


def test_lines_are_something_where_all_of_them_are() -> None:
    assert lines_are(passage("‹- one\n- two›"), Format.BULLETS)
    assert not lines_are(passage("‹- one\ntwo›"), Format.BULLETS)
    assert not lines_are(passage("- [ ] on|e"), Format.BULLETS)
    assert lines_are(passage("> - [ ] on|e"), Format.BOXES)
    assert not lines_are(passage("|"), Format.HEADING_1)
