"""Settings apply at once and are there after the next unlock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.pages.settings.conftest import FOLDER, Scene
from trustjournal.domain.change import Changed
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.settings import JournalSettings
from trustjournal.errors import StorageReadOnlyError
from trustjournal.ui.kit.tokens import DARK
from trustjournal.ui.parts.refusal import Refusal


def test_the_page_begins_with_what_is_kept(scene: Scene) -> None:
    assert scene.page.prompts.ceiling.value == Intensity.LIGHT.name
    assert scene.page.locking.idle.value == "5"
    assert not scene.page.prompts.past_pain.is_checked()
    assert all(chip.is_checked() for chip in scene.page.prompts.topics.values())
    assert scene.looks == []


def test_colours_change_at_once_and_are_kept_for_the_unlock_screen(scene: Scene) -> None:
    scene.page.appearance.theme_choice.set_value("dark")
    assert scene.theme.palette == DARK
    assert scene.looks == [(ThemeChoice.DARK, 100)]


def test_a_look_that_was_chosen_elsewhere_is_shown_at_the_next_visit_and_not_kept_again(scene: Scene) -> None:
    scene.theme.set_choice("dark")
    scene.theme.set_text_percent(150)

    scene.page.visit(Place("settings"))

    assert scene.page.appearance.theme_choice.value == "dark"
    assert scene.page.appearance.text_size.value == "150"
    assert scene.looks == []


def test_text_grows_at_once(scene: Scene) -> None:
    scene.page.appearance.text_size.set_value("150")
    assert scene.theme.text_percent == 150
    assert scene.looks == [(ThemeChoice.LIGHT, 150)]


def test_prompts_can_be_made_deeper_by_keyboard(scene: Scene, qtbot: QtBot) -> None:
    scene.page.activateWindow()
    scene.page.prompts.ceiling.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Right)
    # Whoever chose has been asked: Today does not ask any more.
    assert scene.choices.settings() == JournalSettings(ceiling=Intensity.MEDIUM, medium_offered=True)


def test_past_pain_is_offered_only_after_a_tick(scene: Scene) -> None:
    scene.page.prompts.past_pain.box.click()
    assert scene.choices.settings().past_pain_prompts
    scene.page.prompts.past_pain.box.click()
    assert not scene.choices.settings().past_pain_prompts


def test_topics_go_off_and_on(scene: Scene) -> None:
    def press(topic: Topic) -> None:
        chip = scene.page.prompts.topics[topic]
        focus = chip.focusProxy()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Space)

    press(Topic.MONEY)
    press(Topic.FAITH)
    assert scene.choices.settings().topics_off == {Topic.MONEY, Topic.FAITH}
    press(Topic.MONEY)
    assert scene.choices.settings().topics_off == {Topic.FAITH}


def test_past_pain_is_a_switch_and_not_also_a_topic(scene: Scene) -> None:
    assert set(scene.page.prompts.topics) == set(Topic) - {Topic.PAST_PAIN}


def test_the_time_until_it_locks_can_be_chosen(scene: Scene) -> None:
    scene.page.locking.idle.set_value("15")
    assert scene.choices.settings().idle_minutes == 15


def test_a_topic_switched_off_on_another_page_is_off_here(scene: Scene) -> None:
    scene.choices.change(JournalSettings(topics_off=frozenset({Topic.SEX})))
    scene.page.refresh(Changed.ENTRIES)
    assert scene.page.prompts.topics[Topic.SEX].is_checked()
    scene.page.refresh(Changed.SETTINGS)
    assert not scene.page.prompts.topics[Topic.SEX].is_checked()


def test_looking_at_an_unusual_time_does_not_change_it(scene: Scene) -> None:
    scene.page.locking.idle.set_value("30")
    scene.choices.change(JournalSettings(idle_minutes=7))
    scene.page.refresh(Changed.SETTINGS)
    assert scene.choices.settings().idle_minutes == 7


def test_a_change_that_cannot_be_kept_is_told_and_taken_back(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: JournalSettings) -> None:
        raise StorageReadOnlyError

    monkeypatch.setattr(scene.choices, "change", refuse)
    scene.page.locking.idle.set_value("15")
    refusal = scene.page.findChild(Refusal)
    assert refusal is not None
    assert "cannot be written" in refusal.title
    assert scene.page.locking.idle.value == "5"


def test_about_says_that_nobody_watches(scene: Scene) -> None:
    words = " ".join(label.text() for label in scene.page.findChildren(QLabel))
    assert "0.1.0" in words
    assert "does not diagnose" in words
    assert "no one will call for help. In danger, call your local emergency number." in words
    assert "General Public License" in words
    assert str(FOLDER) in words


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_everything_stays_reachable_with_twice_the_text(scene: Scene, direction: Qt.LayoutDirection) -> None:
    scene.page.setLayoutDirection(direction)
    scene.theme.set_text_percent(200)
    scene.page.resize(678, 560)
    QApplication.processEvents()
    area = scene.page.findChild(QScrollArea)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()
