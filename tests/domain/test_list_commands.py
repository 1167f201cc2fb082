"""Enter goes on with a list and ends it, Tab moves items in and out, lines change places."""

from __future__ import annotations

import pytest

from tests.domain.passages import drawn, passage
from trustjournal.domain.list_commands import indented, moved_down, moved_up, new_line, outdented


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("* o|ne", "* o\n* |ne"),
        ("- one| two", "- one\n- |two"),
        ("  - in|", "  - in\n  - |"),
        ("9. nine|", "9. nine\n10. |"),
        ("1) one|", "1) one\n2) |"),
        ("- [x] done|", "- [x] done\n- [ ] |"),
        ("> said|", "> said\n> |"),
        ("> - said|", "> - said\n> - |"),
        ("- |", "|"),
        ("- [ ] |", "|"),
        ("1. |", "|"),
        ("> |", "|"),
        ("> - |", "> |"),
        ("- one\n  - |", "- one\n- |"),
        ("1. one|\n2. two\n   - in\n3. three\n\n7. other", "1. one\n2. |\n3. two\n   - in\n4. three\n\n7. other"),
    ],
)
def test_a_new_line(before: str, after: str) -> None:
    new = new_line(passage(before))
    assert new is not None
    assert drawn(new) == after


@pytest.mark.parametrize("before", ["words|", "|- one", "-| one", "- ‹one›", "-|", "## title|", "---|", "|"])
def test_a_plain_new_line(before: str) -> None:
    assert new_line(passage(before)) is None


def test_code_is_not_taken_for_a_list() -> None:
    assert new_line(passage("- one|", fence=3)) is None
    assert indented(passage("- one|", fence=3)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- two|", "  - two|"),
        ("> - two|", ">   - two|"),
        ("\t- two|", "\t\t- two|"),
        ("- o‹ne\n- two›", "  - o‹ne\n  - two›"),
        ("- [ ] two|", "  - [ ] two|"),
    ],
)
def test_items_move_in_and_out_again(before: str, after: str) -> None:
    moved = indented(passage(before))
    assert moved is not None
    assert drawn(moved) == after
    back = outdented(moved)
    assert back is not None
    assert back.text == passage(before).text


def test_an_item_moves_in_as_far_as_the_number_above_it_asks_for() -> None:
    moved = indented(passage("10. ten\n11. el|even"))
    assert moved is not None
    assert drawn(moved) == "10. ten\n    11. el|even"


def test_an_item_moves_out_to_where_the_one_above_stands() -> None:
    moved = outdented(passage("- a\n    - b|"))
    assert moved is not None
    assert drawn(moved) == "- a\n- b|"


def test_what_is_no_item_is_left_alone() -> None:
    assert indented(passage("wo|rds")) is None
    assert outdented(passage("    wo|rds")) is None


def test_lines_change_places() -> None:
    assert drawn(moved_up(passage("above\nth‹is\nan›d"))) == "th‹is\nan›d\nabove"
    assert drawn(moved_down(passage("th|is\nbelow"))) == "below\nth|is"
