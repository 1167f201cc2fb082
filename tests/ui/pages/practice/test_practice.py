"""Practice: one step at a time, by keyboard alone, and nothing of it is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from trustjournal.domain.exercise import SETTLING, Exercise
from trustjournal.domain.place import Place
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.practice import build_practice_page
from trustjournal.ui.pages.practice.page import PracticePage
from trustjournal.ui.pages.practice.presenter import PracticePresenter, PracticeState

SETTLE = Exercise("settle", "Settle", 2, "It helps.", ("Sit down.", "Breathe out.", "Look around."), "That is all.")
LOOK = Exercise("look", "Look", 3, "It helps too.", ("Look up.",), "Done looking.")


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> PracticePage:
    page = build_practice_page(exercises=(SETTLE, LOOK), theme=theme)
    qtbot.addWidget(page)
    page.resize(1068, 820)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.visit(Place("practice"))
    return page


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def _words(page: PracticePage) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in page.findChildren(QLabel) if label.isVisible())


def _press(page: PracticePage, name: str) -> None:
    (button,) = (
        button
        for button in page.findChildren(QAbstractButton)
        if name in (button.text(), button.accessibleName()) and button.isVisible()
    )
    button.click()


def test_the_exercises_are_listed_with_their_length_and_their_reason(page: PracticePage) -> None:
    words = _words(page)

    assert "Settle" in words
    assert "It helps." in words
    assert "2 minute" in words
    assert "nothing is kept" in words


def test_what_settles_comes_first_and_then_what_is_shortest() -> None:
    settling = Exercise(SETTLING, "Zzz", 9, "It helps.", ("Sit down.",), "Done.")
    presenter = PracticePresenter(exercises=(LOOK, SETTLE, settling), show=lambda _: None)

    assert presenter.state.exercises == (settling, SETTLE, LOOK)


def test_the_steps_come_one_at_a_time_and_end_with_the_closing_line(page: PracticePage) -> None:
    _press(page, "Start: Settle")
    assert "Step 1 of 3" in _words(page)
    assert "Sit down." in _words(page)
    assert "Breathe out." not in _words(page)

    _press(page, "Next")
    assert "Step 2 of 3" in _words(page)
    _press(page, "Back to the step before")
    assert "Sit down." in _words(page)
    for _ in range(3):
        _press(page, "Next")
    assert "That is all." in _words(page)

    _press(page, "Done")
    assert "Look" in _words(page)
    assert "That is all." not in _words(page)


def test_one_can_stop_at_any_step(page: PracticePage) -> None:
    _press(page, "Start: Settle")
    _press(page, "Next")

    _press(page, "Stop here")

    assert "Breathe out." not in _words(page)


def test_the_reason_and_the_name_stay_in_sight(page: PracticePage) -> None:
    _press(page, "Start: Settle")
    _press(page, "Next")

    assert "Settle" in _words(page)
    assert "It helps." in _words(page)


def test_the_buttons_stay_where_they_are_from_step_to_step(page: PracticePage) -> None:
    _press(page, "Start: Settle")
    _settle()
    before = page._next.mapTo(page, page._next.rect().topLeft())
    _press(page, "Next")
    _settle()

    assert page._next.mapTo(page, page._next.rect().topLeft()) == before


def test_a_long_step_moves_no_button(theme: Theme, qtbot: QtBot) -> None:
    long = Exercise("long", "Long", 1, "It helps.", ("Sit.", "Look around and name what you see. " * 5), "Done.")
    page = build_practice_page(exercises=(long,), theme=theme)
    qtbot.addWidget(page)
    page.resize(1068, 820)
    page.show()
    page.visit(Place("practice", "long"))
    _settle()
    before = page._next.mapTo(page, page._next.rect().topLeft())

    page._next.click()
    _settle()

    assert page._next.mapTo(page, page._next.rect().topLeft()) == before


def test_the_guide_can_lead_straight_into_an_exercise(page: PracticePage) -> None:
    page.visit(Place("practice", "look"))

    assert "Look up." in _words(page)
    assert page.first_focus() is page._next


def test_an_exercise_that_is_no_longer_there_leads_to_the_list(page: PracticePage) -> None:
    page.visit(Place("practice", "gone"))

    assert "Settle" in _words(page)


def test_no_place_says_which_exercise_was_open(page: PracticePage) -> None:
    _press(page, "Start: Settle")
    _press(page, "Next")
    first = page.place()
    page.visit(Place("practice"))
    assert page.place() == Place("practice")

    _press(page, "Start: Settle")

    assert first.item is None
    assert page.place().view.keys() == first.view.keys() == {"walk"}
    assert page.place() != first


def test_one_comes_back_to_the_step_one_was_at(page: PracticePage) -> None:
    _press(page, "Start: Settle")
    _press(page, "Next")
    left = page.place()

    page.visit(left)

    assert "Step 2 of 3" in _words(page)
    assert page.first_focus() is page._next


def test_a_walk_that_ended_or_another_one_is_not_come_back_to(page: PracticePage, theme: Theme, qtbot: QtBot) -> None:
    _press(page, "Start: Settle")
    ended = page.place()
    _press(page, "Stop here")
    page.visit(ended)
    assert "nothing is kept" in _words(page)

    _press(page, "Start: Look")
    after_a_lock = build_practice_page(exercises=(SETTLE, LOOK), theme=theme)
    qtbot.addWidget(after_a_lock)
    after_a_lock.show()
    after_a_lock.visit(page.place())
    assert "nothing is kept" in _words(after_a_lock)
    page.visit(ended)
    assert "nothing is kept" in _words(page)


def test_an_exercise_can_be_done_by_keyboard_alone(page: PracticePage) -> None:
    page.first_focus().setFocus()
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Space)
    assert "Sit down." in _words(page)

    here = QApplication.focusWidget()
    assert here is page._next
    QTest.keyClick(here, Qt.Key.Key_Right)
    QTest.keyClick(here, Qt.Key.Key_Space)
    assert "Look around." in _words(page)
    QTest.keyClick(here, Qt.Key.Key_Left)
    assert "Breathe out." in _words(page)
    QTest.keyClick(here, Qt.Key.Key_Escape)

    back = QApplication.focusWidget()
    assert back is not None
    assert back.accessibleName() == "Start: Settle"


def test_in_a_right_to_left_layout_the_left_key_goes_on(page: PracticePage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.visit(Place("practice", "settle"))

    QTest.keyClick(page._next, Qt.Key.Key_Left)

    assert "Breathe out." in _words(page)


def test_a_presenter_walks_no_further_than_the_ends() -> None:
    states: list[PracticeState] = []
    presenter = PracticePresenter(exercises=(LOOK,), show=states.append)
    presenter.next()
    presenter.back()
    assert not states

    presenter.visit("look")
    presenter.back()
    presenter.next()
    presenter.next()

    assert presenter.state.is_done
    assert presenter.state.step == 2


# The gate -----------------------------------------------------------------------------------------

ASK = Exercise("ask", "Ask", 5, "To ask.", ("Say it.", "Listen."), "Done asking.", has_gate=True)


@pytest.fixture
def gated(theme: Theme, qtbot: QtBot) -> PracticePage:
    """At the gate of an exercise that has one."""
    page = build_practice_page(exercises=(SETTLE, ASK), theme=theme)
    qtbot.addWidget(page)
    page.resize(1068, 820)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.visit(Place("practice", "ask"))
    _settle()
    return page


def test_before_an_exercise_that_needs_it_one_question_is_asked(gated: PracticePage) -> None:
    assert "Think of the person this is about. Can you disagree with them safely?" in _words(gated)
    assert "Nothing about your answer is kept." in _words(gated)
    assert "Say it." not in _words(gated)


def test_others_begin_at_once(gated: PracticePage) -> None:
    gated.visit(Place("practice", "settle"))
    assert "Sit down." in _words(gated)
    assert "disagree" not in _words(gated)


def test_whoever_can_disagree_safely_goes_on(gated: PracticePage) -> None:
    _press(gated, "Yes")
    assert "Say it." in _words(gated)
    assert "not to act on" not in _words(gated)


@pytest.mark.parametrize("answer", ["Not sure", "No"])
def test_whoever_cannot_is_told_that_it_can_wait_and_where_to_look(gated: PracticePage, answer: str) -> None:
    wanted: list[Place] = []
    gated.go_requested.connect(wanted.append)
    _press(gated, answer)
    assert "You do not have to decide anything today." in _words(gated)
    assert "Say it." not in _words(gated)
    _press(gated, "Is it a trust issue, or is something wrong?")
    _press(gated, "Help")
    assert wanted == [Place("help", "is-it-a-trust-issue"), Place("help")]


def test_they_may_go_on_for_their_own_clarity_and_it_says_so_at_every_step(gated: PracticePage) -> None:
    _press(gated, "No")
    _press(gated, "Go on, only to see it more clearly")
    for step in ("Say it.", "Listen."):
        assert step in _words(gated)
        assert "For your own clarity, not to act on." in _words(gated)
        _press(gated, "Next")


def test_the_answer_is_forgotten_and_the_question_comes_again(gated: PracticePage) -> None:
    _press(gated, "No")
    _press(gated, "Go on, only to see it more clearly")
    _press(gated, "Stop here")
    gated.visit(Place("practice", "ask"))
    assert "Can you disagree with them safely?" in _words(gated)
    _press(gated, "Yes")
    assert "not to act on" not in _words(gated)


def test_coming_back_from_help_finds_what_was_said_there_with_the_keyboard_in_it(gated: PracticePage) -> None:
    _press(gated, "No")
    left = gated.place()

    gated.visit(left)
    gated.first_focus().setFocus()

    assert "decide anything" in _words(gated)
    assert QApplication.focusWidget() is gated._gate.article
    assert "No" not in left.view.values()


def test_going_to_the_list_forgets_the_answer(gated: PracticePage) -> None:
    _press(gated, "No")

    gated.visit(Place("practice"))
    gated.visit(Place("practice", "ask"))

    assert "Can you disagree with them safely?" in _words(gated)


def test_pressing_a_key_twice_answers_nothing(theme: Theme, qtbot: QtBot) -> None:
    page = build_practice_page(exercises=(ASK,), theme=theme)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.visit(Place("practice"))
    page.first_focus().setFocus()

    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Return):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    assert "Can you disagree with them safely?" in _words(page)
    QTest.keyClick(page._gate.question, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page._gate.yes


def test_the_gate_is_answered_and_left_by_keyboard(gated: PracticePage) -> None:
    def press(key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert "You do not have to decide anything today." in _words(gated)
    press(Qt.Key.Key_Escape)
    assert "Start" in "".join(b.text() for b in gated.findChildren(QAbstractButton) if b.isVisible())


def test_no_step_is_reached_past_the_gate() -> None:
    shown: list[PracticeState] = []
    presenter = PracticePresenter(exercises=(ASK,), show=shown.append)
    presenter.visit("ask")
    presenter.next()
    assert presenter.state.is_at_gate
    assert presenter.state.step == 1
