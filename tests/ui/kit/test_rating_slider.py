"""The rating slider: empty until set, mouse, keys, mirroring, and what a screen reader hears."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kit.contrast import contrast
from trustjournal.ui.kit.rating_slider import RatingSlider
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import LIGHT


@pytest.fixture
def slider(qtbot: QtBot) -> RatingSlider:
    slider = RatingSlider(Theme(Path("unused")), name="Alex")
    qtbot.addWidget(slider)
    slider.resize(300, 32)
    return slider


def test_the_slider_starts_empty_and_says_so(slider: RatingSlider) -> None:
    spoken = QAccessible.queryAccessibleInterface(slider)
    assert slider.value() is None
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Alex"
    assert spoken.text(QAccessible.Text.Value) == "not rated"
    assert spoken.valueInterface().currentValue() is None


def test_a_screen_reader_reads_and_sets_the_number(slider: RatingSlider) -> None:
    slider.set_value(7)
    spoken = QAccessible.queryAccessibleInterface(slider)
    number = spoken.valueInterface()
    assert (number.minimumValue(), number.currentValue(), number.maximumValue()) == (0, 7, 10)
    assert spoken.text(QAccessible.Text.Value) == "7 of 10"
    number.setCurrentValue(4)
    assert slider.value() == 4


def test_what_the_slider_is_not_is_answered_without_ending_the_program(slider: RatingSlider) -> None:
    spoken = QAccessible.queryAccessibleInterface(slider)
    assert spoken.textInterface() is None
    assert spoken.tableCellInterface() is None
    assert spoken.actionInterface() is not None


def test_every_number_is_found_where_it_is_drawn(slider: RatingSlider) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        slider.setLayoutDirection(direction)
        for number in range(11):
            assert slider.value_at(slider.place_of(number)) == number


def test_a_click_sets_the_nearest_number_and_zero_is_an_answer(slider: RatingSlider) -> None:
    heard: list[object] = []
    slider.value_changed.connect(heard.append)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.place_of(6)) + 3, 16))
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, 16))
    assert heard == [6, 0]


def test_the_first_arrow_starts_in_the_middle_and_the_next_ones_step(slider: RatingSlider) -> None:
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 5
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Up)
    assert slider.value() == 7
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert slider.value() == 5


def test_ends_are_ends(slider: RatingSlider) -> None:
    QTest.keyClick(slider, Qt.Key.Key_End)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 10
    QTest.keyClick(slider, Qt.Key.Key_Home)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_makes_the_slider_empty_again(slider: RatingSlider, key: Qt.Key) -> None:
    slider.set_value(3)
    QTest.keyClick(slider, key)
    assert slider.value() is None


def test_digits_set_the_number_and_one_zero_is_ten(slider: RatingSlider) -> None:
    QTest.keyClick(slider, Qt.Key.Key_7)
    assert slider.value() == 7
    QTest.keyClick(slider, Qt.Key.Key_0)
    assert slider.value() == 0
    QTest.keyClick(slider, Qt.Key.Key_1)
    assert slider.value() == 1
    QTest.keyClick(slider, Qt.Key.Key_0)
    assert slider.value() == 10


def test_in_right_to_left_layouts_the_left_arrow_means_more(slider: RatingSlider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    slider.set_value(4)
    assert slider.place_of(5) < slider.place_of(4)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 5


def test_the_wheel_scrolls_the_page_and_never_the_answer(slider: RatingSlider) -> None:
    slider.set_value(4)
    point = QPointF(50, 16)
    event = QWheelEvent(
        point,
        point,
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  (Qt takes it by place)
    )
    QApplication.sendEvent(slider, event)
    assert slider.value() == 4
    assert not event.isAccepted()


def test_no_thumb_is_painted_before_an_answer(slider: RatingSlider) -> None:
    before = slider.grab().toImage()
    accent = "#1F7A74"
    assert all(before.pixelColor(x, 16).name().upper() != accent for x in range(300))
    slider.set_value(5)
    after = slider.grab().toImage()
    assert any(after.pixelColor(x, 16).name().upper() == accent for x in range(150))


def test_the_empty_track_is_a_line_that_can_be_found_and_is_not_hollow(slider: RatingSlider) -> None:
    image = slider.grab().toImage()
    middle = slider.height() // 2
    inked = [y for y in range(slider.height()) if contrast(image.pixelColor(150, y).name(), LIGHT.surface) >= 3]
    assert inked == list(range(inked[0], inked[0] + len(inked)))
    assert middle in inked
    assert 2 <= len(inked) <= 4


def test_a_thumb_at_either_end_is_whole_and_nothing_is_painted_beyond_it(qtbot: QtBot) -> None:
    slider = RatingSlider(Theme(Path("unused")), name="Alex")
    qtbot.addWidget(slider)
    slider.resize(300, 32)
    for value, beyond in ((0, range(1)), (10, range(299, 300))):
        slider.set_value(value)
        image = slider.grab().toImage()
        assert 7 <= slider.place_of(value) <= 293
        assert all(image.pixelColor(x, 16).name().upper() != LIGHT.line for x in beyond)
