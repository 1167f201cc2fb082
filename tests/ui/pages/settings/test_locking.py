"""When it locks by itself, and what the answer to who may see the computer brings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.pages.settings.conftest import BuildScene, Scene
from trustjournal.domain.change import Changed
from trustjournal.domain.settings import JournalSettings, OthersMaySee
from trustjournal.ui.kit.segmented import NOTHING


def test_each_further_way_of_locking_can_be_switched_on_and_off(scene: Scene) -> None:
    locking = scene.page.locking
    switches = {
        "lock_on_minimise": locking.on_minimise,
        "lock_on_focus_loss": locking.on_focus_loss,
        "hide_from_capture": locking.from_capture,
    }
    for name, switch in switches.items():
        switch.box.click()
        assert getattr(scene.choices.settings(), name), name
        switch.box.click()
        assert scene.choices.settings() == JournalSettings(), name


def test_words_beside_a_box_are_part_of_it(scene: Scene) -> None:
    switch = scene.page.locking.on_minimise
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert scene.choices.settings().lock_on_minimise
    assert switch.box.accessibleName() == "Also when the window is minimised"


def test_the_question_has_no_answer_until_it_is_answered(scene: Scene) -> None:
    others = scene.page.locking.others
    assert others.value == NOTHING
    assert not any(button.isChecked() for button in others.findChildren(QPushButton))


@pytest.mark.parametrize("answer", [OthersMaySee.MAYBE, OthersMaySee.YES])
def test_an_answer_brings_what_follows_from_it_and_shows_it(scene: Scene, answer: OthersMaySee) -> None:
    scene.page.locking.others.set_value(answer.value)
    assert scene.choices.settings() == JournalSettings().seen_by_others(answer)
    assert scene.page.locking.idle.value == "2"
    assert scene.page.locking.on_minimise.is_checked()
    assert scene.page.locking.from_capture.is_checked()
    assert not scene.page.locking.on_focus_loss.is_checked()


def test_what_follows_from_an_answer_can_be_changed_after_it(scene: Scene) -> None:
    scene.page.locking.others.set_value("yes")
    scene.page.locking.idle.set_value("15")
    assert scene.choices.settings().idle_minutes == 15
    assert scene.choices.settings().others_may_see is OthersMaySee.YES


def test_the_first_answer_can_be_given_by_keyboard(scene: Scene) -> None:
    first = scene.page.locking.others.focusProxy()
    assert first is not None
    assert first.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert scene.choices.settings().others_may_see is OthersMaySee.NO


def test_looking_at_the_page_answers_nothing(scene: Scene) -> None:
    scene.page.refresh(Changed.SETTINGS)
    scene.visit()
    assert scene.choices.settings() == JournalSettings()


def test_where_the_system_cannot_hide_a_window_it_says_so_and_offers_nothing(build_scene: BuildScene) -> None:
    scene = build_scene(can_hide_from_capture=False)
    words = " ".join(label.text() for label in scene.page.locking.findChildren(QLabel) if label.isVisible())
    assert "This system has no way to keep a window out of them" in words
    assert scene.page.locking.from_capture.isHidden()


def test_where_it_can_it_says_what_that_does_not_help_against(scene: Scene) -> None:
    words = " ".join(label.text() for label in scene.page.locking.findChildren(QLabel))
    assert "A camera, or somebody beside you, still sees it" in words
    assert not scene.page.locking.from_capture.isHidden()


def test_what_always_locks_is_said(scene: Scene) -> None:
    words = " ".join(label.text() for label in scene.page.locking.findChildren(QLabel))
    for what in ("screen is locked", "goes to sleep", "another user"):
        assert what in words
