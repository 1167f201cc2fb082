"""Nobody there: the journal asks to be locked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from trustjournal.ui.shell.idle import IdleWatch


@dataclass
class Watchmaker:
    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Scene:
    wall: Watchmaker
    watch: IdleWatch
    asked: list[bool]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    wall = Watchmaker()
    watch = IdleWatch(5, now_seconds=wall)
    asked: list[bool] = []
    watch.lock_requested.connect(lambda: asked.append(True))
    return Scene(wall, watch, asked)


def key() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def movement() -> QMouseEvent:
    at = QPointF(1, 1)
    nothing = Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, at, at, nothing, nothing, Qt.KeyboardModifier.NoModifier)


def test_a_timer_asks_when_nobody_touches_anything(scene: Scene, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scene.watch.lock_requested, timeout=2000):
        scene.watch.set_idle_minutes(0)


@pytest.mark.parametrize("sign", [key(), movement(), QInputMethodEvent("字", [])])
def test_every_sign_of_life_begins_the_time_anew(scene: Scene, sign: QEvent) -> None:
    somewhere = QObject()
    scene.wall.seconds += 299
    assert not scene.watch.eventFilter(somewhere, sign)
    scene.wall.seconds += 299
    assert not scene.watch.eventFilter(somewhere, key())
    assert scene.asked == []


def test_the_first_touch_after_a_long_sleep_locks_and_does_nothing_else(scene: Scene) -> None:
    scene.wall.seconds += 8 * 3600
    assert scene.watch.eventFilter(QObject(), key())
    assert scene.asked == [True]


def test_somebody_who_stays_because_a_save_failed_can_go_on(scene: Scene) -> None:
    scene.wall.seconds += 400
    scene.watch.eventFilter(QObject(), key())
    assert not scene.watch.eventFilter(QObject(), key())
    assert scene.asked == [True]
    scene.wall.seconds += 400
    scene.watch.eventFilter(QObject(), key())
    assert scene.asked == [True, True]


def test_other_events_are_no_signs_of_life(scene: Scene) -> None:
    scene.wall.seconds += 299
    scene.watch.eventFilter(QObject(), QEvent(QEvent.Type.Paint))
    scene.wall.seconds += 2
    scene.watch.eventFilter(QObject(), key())
    assert scene.asked == [True]


def test_it_hears_what_is_typed_in_a_window(scene: Scene, qtbot: QtBot, qapp: QApplication) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    scene.watch.watch(qapp)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: qapp.focusObject() is field)
    scene.wall.seconds += 299
    QApplication.sendEvent(field, key())
    assert field.text() == "a"
    scene.wall.seconds += 299
    QApplication.sendEvent(field, key())
    assert scene.asked == []
    assert field.text() == "aa"
    scene.wall.seconds += 301
    QApplication.sendEvent(field, key())
    assert scene.asked == [True]
    assert field.text() == "aa"
