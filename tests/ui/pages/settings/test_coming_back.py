"""After a task the page is where it was left: the same card, as far down, with the keyboard in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.pages.settings.conftest import BuildScene, Scene
from trustjournal.domain.place import Place


def _area(scene: Scene) -> QScrollArea:
    area = scene.page.findChild(QScrollArea)
    assert area is not None
    return area


def _settled() -> None:
    for _ in range(4):
        QApplication.processEvents()


def _scroll_to(scene: Scene, pixels: int) -> None:
    _settled()
    assert _area(scene).verticalScrollBar().maximum() > pixels
    _area(scene).verticalScrollBar().setValue(pixels)


def test_a_new_window_returns_to_the_same_place(build_scene: BuildScene) -> None:
    first = build_scene()
    _scroll_to(first, 700)
    left = first.page.place()

    second = build_scene()
    second.page.visit(left)
    _settled()

    assert _area(second).verticalScrollBar().value() == 700
    assert second.page.place() == left


def test_a_place_is_returned_to_also_before_the_window_is_there(build_scene: BuildScene) -> None:
    first = build_scene()
    _scroll_to(first, 900)
    left = first.page.place()
    second = build_scene(is_shown=False)
    second.page.visit(left)
    assert second.page.place() == left, "asked again before it was shown, it would be forgotten"
    second.page.show()
    _settled()
    assert _area(second).verticalScrollBar().value() == 900
    assert second.page.place() == left


def test_a_place_that_cannot_be_scrolled_to_now_is_not_forgotten(scene: Scene) -> None:
    wanted = Place("settings", None, {"card": "about", "below": 40})
    scene.page.visit(wanted)
    _settled()
    bar = _area(scene).verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert scene.page.place() == wanted


def test_larger_text_leads_to_the_same_card(build_scene: BuildScene) -> None:
    first = build_scene()
    _scroll_to(first, 1000)
    left = first.page.place()
    first.theme.set_text_percent(200)
    second = build_scene()
    second.page.visit(left)
    _settled()
    assert second.page.place().view["card"] == left.view["card"]
    assert _area(second).verticalScrollBar().value() > 1000


def test_the_keyboard_is_in_the_card_that_is_in_front(build_scene: BuildScene) -> None:
    scene = build_scene()
    card = scene.page.ways_in
    scene.page.visit(Place("settings", None, {"card": card.name, "below": 0}))
    _settled()
    assert card.isAncestorOf(scene.page.first_focus())


def test_at_the_top_the_keyboard_is_at_the_first_control(scene: Scene) -> None:
    _settled()
    assert scene.page.appearance.isAncestorOf(scene.page.first_focus())


def test_whoever_scrolls_on_is_not_pulled_back(build_scene: BuildScene) -> None:
    scene = build_scene()
    scene.page.visit(Place("settings", None, {"card": "ways-in", "below": 0}))
    _settled()
    bar = _area(scene).verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    scene.page.resize(900, 650)
    _settled()
    assert bar.value() == 0


@pytest.mark.parametrize("view", [{"card": "unheard-of", "below": 3}, {"card": "ways-in"}, {"below": 40}, {}])
def test_a_place_of_another_version_is_no_place_to_go_to(
    scene: Scene, view: dict[str, str | int | bool | None]
) -> None:
    scene.page.visit(Place("settings", None, view))
    _settled()
    assert _area(scene).verticalScrollBar().value() == 0


def test_a_button_leads_to_the_page_that_shows_what_the_program_does(scene: Scene, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scene.page.go_requested) as wish:
        QTest.keyClick(scene.page.privacy.open, Qt.Key.Key_Return)
    assert wish.args == [Place("privacy")]
