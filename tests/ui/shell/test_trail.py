"""Back and Forward."""

from __future__ import annotations

from trustjournal.domain.place import Place
from trustjournal.ui.shell.trail import LONGEST, Trail


def trail(*pages: str) -> Trail:
    made = Trail()
    for page in pages:
        made.go(Place(page))
    return made


def test_back_returns_to_the_place_as_it_was_left() -> None:
    made = trail("today")
    made.note(Place("today", view={"scroll": 40}))
    made.go(Place("journal"))
    back = made.back()
    assert back is not None
    assert back.view == {"scroll": 40}


def test_forward_leads_to_where_back_came_from() -> None:
    made = trail("today", "journal")
    made.back()
    assert made.forward() == Place("journal")


def test_a_new_place_forgets_what_was_ahead() -> None:
    made = trail("today", "journal")
    made.back()
    made.go(Place("guide"))
    assert not made.can_go_forward
    assert made.back() == Place("today")


def test_the_same_place_again_is_no_step() -> None:
    made = trail("today", "today")
    assert not made.can_go_back


def test_nothing_is_behind_the_first_place() -> None:
    assert trail("today").back() is None
    assert Trail().back() is None
    assert Trail().here is None


def test_a_long_day_does_not_remember_for_ever() -> None:
    made = Trail()
    for number in range(3 * LONGEST):
        made.go(Place("journal", str(number)))
    steps = 0
    while made.back() is not None:
        steps += 1
    assert steps == LONGEST
