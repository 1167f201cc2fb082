"""F1 is heard over dialogs and menus; on a page the window's own shortcut hears it, and this stays out of the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.shell.help_key import HelpKey


@dataclass
class Scene:
    app: QApplication
    window: QWidget
    paper: QLineEdit
    asked: list[bool] = field(default_factory=list)

    def press(self, key: Qt.Key) -> None:
        """A key as the system sends it: to the window that has the keyboard."""
        QTest.keyClick(self.app.focusWindow(), key)


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication) -> Iterator[Scene]:
    window = QWidget()
    qtbot.addWidget(window)
    scene = Scene(qapp, window, QLineEdit())
    QVBoxLayout(window).addWidget(scene.paper)
    key = HelpKey()
    key.watch(qapp)
    key.help_requested.connect(lambda: scene.asked.append(True))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWidget() is scene.paper)
    yield scene
    key.deleteLater()


def test_on_a_page_the_key_is_left_to_the_window(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F1)
    assert scene.asked == []


def test_help_is_one_key_away_over_a_dialog(scene: Scene, qtbot: QtBot) -> None:
    dialog = QDialog(scene.window)
    dialog.open()
    qtbot.waitUntil(lambda: scene.app.focusWindow() is dialog.windowHandle())
    scene.press(Qt.Key.Key_F2)
    assert scene.asked == []
    scene.press(Qt.Key.Key_F1)
    assert scene.asked == [True]
    dialog.close()


def test_help_is_one_key_away_while_a_menu_has_the_keyboard(scene: Scene, qtbot: QtBot) -> None:
    menu = QMenu(scene.window)
    menu.addAction("something")
    menu.popup(scene.window.mapToGlobal(scene.window.rect().center()))
    qtbot.waitUntil(lambda: scene.app.focusWindow() is menu.windowHandle())
    scene.press(Qt.Key.Key_F1)
    assert scene.asked == [True]
    menu.close()
