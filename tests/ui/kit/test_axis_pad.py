"""The two-axis pad: mouse, keys, emptiness, mirroring, and what a screen reader hears."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kit.contrast import contrast
from trustjournal.ui.kit.axis_pad import AxisPad, PadLabels
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import DARK, LIGHT

LABELS = PadLabels(top="high", bottom="low", left="unlike", right="like")


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme(Path("unused"))


@pytest.fixture
def pad(qtbot: QtBot, theme: Theme) -> AxisPad:
    pad = AxisPad(theme, LABELS, name="How it is")
    qtbot.addWidget(pad)
    pad.resize(200, 200)
    return pad


def _at(pad: AxisPad, x: int, y: int) -> QPoint:
    return pad.point_of((x, y)).toPoint()


def _moved_to(point: QPointF, held: Qt.MouseButton) -> QMouseEvent:
    nothing = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, point, point, Qt.MouseButton.NoButton, held, nothing)


def test_the_pad_starts_empty_and_says_so(pad: AxisPad) -> None:
    assert pad.value() is None
    assert pad.accessibleDescription() == "not set"


def test_a_click_sets_the_nearest_cell_once(pad: AxisPad) -> None:
    heard: list[object] = []
    pad.value_changed.connect(heard.append)
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=_at(pad, 3, -2) + QPoint(4, 4))
    assert heard == [(3, -2)]
    QTest.mouseClick(pad, Qt.MouseButton.RightButton, pos=_at(pad, 0, 0))
    assert pad.value() == (3, -2)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_cell_is_found_where_it_is_drawn(pad: AxisPad, direction: Qt.LayoutDirection) -> None:
    pad.setLayoutDirection(direction)
    for x in range(-4, 5):
        for y in range(-4, 5):
            assert pad.value_at(pad.point_of((x, y))) == (x, y)


def test_dragging_beyond_the_edge_stops_at_the_edge(pad: AxisPad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=_at(pad, 0, 0))
    QApplication.sendEvent(pad, _moved_to(QPointF(900, 900), Qt.MouseButton.LeftButton))
    assert pad.value() == (4, -4)


def test_moving_without_a_button_changes_nothing(pad: AxisPad) -> None:
    QApplication.sendEvent(pad, _moved_to(QPointF(20, 20), Qt.MouseButton.NoButton))
    assert pad.value() is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Left, (-1, 0)),
        (Qt.Key.Key_Right, (1, 0)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Down, (0, -1)),
        (Qt.Key.Key_Home, (0, 0)),
        (Qt.Key.Key_0, (0, 0)),
    ],
)
def test_a_key_on_the_empty_pad_counts_from_the_middle(pad: AxisPad, key: Qt.Key, value: tuple[int, int]) -> None:
    QTest.keyClick(pad, key)
    assert pad.value() == value


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_makes_the_pad_empty_again(pad: AxisPad, key: Qt.Key) -> None:
    pad.set_value((2, 2))
    QTest.keyClick(pad, key)
    assert pad.value() is None


def test_a_chord_is_left_to_the_window(pad: AxisPad) -> None:
    QTest.keyClick(pad, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pad, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert pad.value() is None


def test_in_right_to_left_layouts_the_high_end_is_on_the_left_and_keys_move_where_they_point(pad: AxisPad) -> None:
    pad.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert pad.point_of((4, 0)).x() < pad.point_of((-4, 0)).x()
    pad.set_value((0, 0))
    before = pad.point_of((0, 0)).x()
    QTest.keyClick(pad, Qt.Key.Key_Left)
    value = pad.value()
    assert value == (1, 0)
    assert pad.point_of((1, 0)).x() < before


def test_a_screen_reader_gets_a_role_a_name_and_the_value_in_words(pad: AxisPad) -> None:
    spoken = QAccessible.queryAccessibleInterface(pad)
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "How it is"
    assert spoken.text(QAccessible.Text.Value) == "not set"
    pad.set_value((2, -1))
    assert spoken.text(QAccessible.Text.Value) == "like 2, low 1"
    assert spoken.text(QAccessible.Text.Description) == "like 2, low 1"
    pad.set_value((0, 0))
    assert spoken.text(QAccessible.Text.Value) == "the middle"


def test_the_callers_words_replace_the_plain_ones(pad: AxisPad) -> None:
    pad.describe_with(lambda value: "nothing yet" if value is None else "somewhere")
    assert pad.accessibleDescription() == "nothing yet"
    pad.set_value((1, 1))
    assert pad.accessibleDescription() == "somewhere"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_side_labels_never_meet_at_any_text_size(pad: AxisPad, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    metrics = QFontMetricsF(theme.ui_font(12))
    both = metrics.horizontalAdvance(LABELS.left) + metrics.horizontalAdvance(LABELS.right)
    assert pad.minimumSizeHint().width() > both + 30


def test_the_pad_paints_empty_and_set(pad: AxisPad) -> None:
    empty = pad.grab().toImage()
    pad.set_value((2, -1))
    assert pad.grab().toImage() != empty
    place = _at(pad, 2, -1)
    assert pad.grab().toImage().pixelColor(place).name().upper() == "#B86E1D"


def test_the_pad_fills_its_place_so_that_it_stands_in_line_with_other_things(pad: AxisPad) -> None:
    image = pad.grab().toImage()
    edge = LIGHT.border
    assert image.pixelColor(0, 100).name().upper() == image.pixelColor(199, 100).name().upper() == edge


def test_the_focus_is_seen_on_the_edge(pad: AxisPad, qtbot: QtBot) -> None:
    pad.show()
    pad.activateWindow()
    qtbot.waitUntil(pad.isActiveWindow)
    pad.setFocus()
    image = pad.grab().toImage()
    assert [image.pixelColor(x, 100).name().upper() for x in (0, 1)] == [LIGHT.trust] * 2
    assert contrast(LIGHT.trust, LIGHT.mood_wash) >= 3
    assert contrast(DARK.trust, DARK.mood_wash) >= 3
