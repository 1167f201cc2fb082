"""The hint beside a passphrase says what it knows of the keyboard, and nothing that it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit import keyboard_layout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit
from trustjournal.ui.kit.typing_hint import TypingHint


class InputMethod(QObject):
    """Answers as the system's would."""

    localeChanged = Signal()  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.language = "de_DE"

    def locale(self) -> QLocale:
        return QLocale(self.language)


class System:
    """Stands for QGuiApplication."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.method = InputMethod()
        self.layout = ""

    def platformName(self) -> str:  # noqa: N802 - Qt's name
        return self._name

    def inputMethod(self) -> InputMethod:  # noqa: N802 - Qt's name
        return self.method


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    window = QWidget()
    yield window
    window.deleteLater()


@pytest.fixture
def hint_on(icons: Icons, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> Callable[[System], TypingHint]:
    def hint_on(system: System) -> TypingHint:
        monkeypatch.setattr(keyboard_layout, "QGuiApplication", system)
        keyboard = KeyboardLayout(lambda: system.layout, window)
        return TypingHint(keyboard, PassphraseEdit(icons, parent=window), parent=window)

    return hint_on


@pytest.mark.parametrize("name", ["windows", "cocoa"])
def test_the_language_of_the_keyboard_is_shown_where_the_system_tells_it(
    hint_on: Callable[[System], TypingHint], name: str
) -> None:
    system = System(name)
    hint = hint_on(system)
    assert hint.text() == "Keyboard: Deutsch"
    assert not hint.isHidden()
    system.method.language = "fr_FR"
    system.method.localeChanged.emit()
    assert hint.text() == "Keyboard: français"


def test_where_the_system_has_told_nothing_nothing_is_said(hint_on: Callable[[System], TypingHint]) -> None:
    system = System("xcb")
    hint = hint_on(system)
    assert hint.isHidden()
    system.method.localeChanged.emit()
    assert hint.text() == "Keyboard: Deutsch"


def test_under_x11_the_layout_is_asked_for_when_somebody_types(
    hint_on: Callable[[System], TypingHint], window: QWidget
) -> None:
    system = System("xcb")
    hint = hint_on(system)
    field = window.findChild(PassphraseEdit)
    assert field is not None
    system.layout = "US"
    assert hint.isHidden()
    QTest.keyClicks(field, "a")
    assert hint.text() == "Keyboard: US"
    system.layout = "DE"
    QTest.keyClicks(field, "b")
    assert hint.text() == "Keyboard: DE"
    system.layout = ""
    QTest.keyClicks(field, "c")
    assert hint.isHidden()


def test_nobody_asks_x11_where_there_is_none(hint_on: Callable[[System], TypingHint], window: QWidget) -> None:
    system = System("wayland")
    system.layout = "US"
    hint = hint_on(system)
    field = window.findChild(PassphraseEdit)
    assert field is not None
    QTest.keyClicks(field, "a")
    assert hint.isHidden()


def test_both_are_said_beside_each_other(icons: Icons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyboard_layout, "QGuiApplication", System("windows"))
    field = PassphraseEdit(icons)
    qtbot.addWidget(field)
    hint = TypingHint(KeyboardLayout(parent=field), field)
    qtbot.addWidget(hint)
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A"))
    assert hint.text() == "Caps Lock is on  ·  Keyboard: Deutsch"


def test_qt_itself_answers_what_is_asked_here(qapp: QApplication) -> None:
    method = QGuiApplication.inputMethod()
    assert isinstance(method.locale().nativeLanguageName(), str)
    assert isinstance(QGuiApplication.platformName(), str)
    method.localeChanged.disconnect(method.localeChanged.connect(lambda: None))
