"""The chord locks over dialogs and menus, where the window's own shortcut does not reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.shell.lock_chord import LockChord

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Scene:
    app: QApplication
    window: QWidget
    paper: QLineEdit
    asked: list[bool] = field(default_factory=list)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
        """A key as the system sends it: to the window that has the keyboard."""
        QTest.keyClick(self.app.focusWindow(), key, modifiers)


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> Iterator[Scene]:
    window = QWidget()
    qtbot.addWidget(window)
    scene = Scene(qapp, window, QLineEdit())
    QVBoxLayout(window).addWidget(scene.paper)
    chord = LockChord()
    chord.watch(qapp)
    chord.lock_requested.connect(lambda: scene.asked.append(True))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWidget() is scene.paper)
    yield scene
    chord.deleteLater()


def test_the_chord_locks_and_types_nothing(scene: Scene) -> None:
    scene.press(Qt.Key.Key_L)
    assert scene.asked == [True]
    assert scene.paper.text() == ""


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_L, CONTROL | SHIFT), (Qt.Key.Key_K, CONTROL)],
)
def test_other_keys_go_where_they_went(scene: Scene, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    scene.press(key, modifiers)
    assert scene.asked == []


def test_the_chord_locks_over_a_dialog(scene: Scene, qtbot: QtBot) -> None:
    dialog = QDialog(scene.window)
    dialog.open()
    qtbot.waitUntil(lambda: scene.app.focusWindow() is dialog.windowHandle())
    scene.press(Qt.Key.Key_L)
    assert scene.asked == [True]
    dialog.close()


def test_the_chord_locks_while_a_menu_has_the_keyboard(scene: Scene) -> None:
    menu = QMenu(scene.window)
    menu.addAction("something")
    menu.popup(scene.window.mapToGlobal(scene.window.rect().center()))
    assert scene.app.activePopupWidget() is menu
    scene.press(Qt.Key.Key_L)
    assert scene.asked == [True]
    menu.close()
