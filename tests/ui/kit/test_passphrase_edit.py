"""The passphrase field: hides, shows on request, and leaks nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.keyboard_layout import KeyboardLayout
from trustjournal.ui.kit.passphrase_edit import PassphraseEdit
from trustjournal.ui.kit.typing_hint import TypingHint

SECRET = "correct horse"


@pytest.fixture
def field(qtbot: QtBot, icons: Icons) -> PassphraseEdit:
    field = PassphraseEdit(icons, "Passphrase")
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    field.activateWindow()
    field.setFocus()
    return field


def test_what_is_typed_is_hidden_from_the_start(field: PassphraseEdit) -> None:
    QTest.keyClicks(field, SECRET)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert SECRET not in field.displayText()


def test_input_methods_are_told_not_to_learn_it(field: PassphraseEdit) -> None:
    hints = field.inputMethodHints()
    for hint in (
        Qt.InputMethodHint.ImhHiddenText,
        Qt.InputMethodHint.ImhSensitiveData,
        Qt.InputMethodHint.ImhNoPredictiveText,
        Qt.InputMethodHint.ImhNoAutoUppercase,
    ):
        assert hints & hint
    field.set_shown(True)
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_the_toggle_shows_and_hides_by_key_and_says_what_it_would_do(field: PassphraseEdit) -> None:
    toggle = field.findChild(QToolButton)
    assert isinstance(toggle, QToolButton)
    assert toggle.accessibleName() == "Show the passphrase"
    assert toggle.focusPolicy() == Qt.FocusPolicy.TabFocus
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert field.is_shown
    assert toggle.accessibleName() == "Hide the passphrase"
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert not field.is_shown


def test_the_toggle_stands_where_the_line_ends(field: PassphraseEdit) -> None:
    toggle = field.findChild(QToolButton)
    assert isinstance(toggle, QToolButton)
    assert toggle.geometry().center().x() > field.width() - 40
    assert field.textMargins().right() > 0
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert toggle.geometry().center().x() < 40
    assert field.textMargins().left() > 0
    assert field.rect().contains(toggle.geometry())


def test_taking_the_passphrase_empties_the_field_with_nothing_to_undo(field: PassphraseEdit) -> None:
    QTest.keyClicks(field, SECRET)
    field.set_shown(True)
    assert field.take() == SECRET
    assert field.text() == ""
    assert not field.is_shown
    assert not field.isUndoAvailable()
    field.undo()
    assert field.text() == ""


def test_neither_copy_nor_cut_nor_undo_works_even_while_it_is_shown(field: PassphraseEdit) -> None:
    QGuiApplication.clipboard().setText("before")
    QTest.keyClicks(field, SECRET)
    field.set_shown(True)
    field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Z):
        QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"
    assert field.text() == SECRET


def test_marking_with_the_mouse_offers_the_words_to_no_other_program(field: PassphraseEdit) -> None:
    field.setText(SECRET)
    field.set_shown(True)
    copied: list[int] = []
    QGuiApplication.clipboard().selectionChanged.connect(lambda: copied.append(1))
    field.selectAll()
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton)
    assert copied == []
    assert field.selectedText() == SECRET


def test_the_menu_offers_no_undo_and_no_copy(field: PassphraseEdit) -> None:
    field.setText(SECRET)
    centre = field.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, field.mapToGlobal(centre))
    QApplication.sendEvent(field, event)
    menu = field.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Paste", "Clear"]
    menu.close()


def test_caps_lock_is_noticed_by_the_letters_and_hinted_at_in_a_place_kept_free(
    field: PassphraseEdit, qtbot: QtBot
) -> None:
    hint = TypingHint(KeyboardLayout(), field, keeps_place=True)
    qtbot.addWidget(hint)
    assert hint.sizePolicy().retainSizeWhenHidden()
    heard: list[bool] = []
    field.caps_lock_changed.connect(heard.append)

    def press(letter: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifiers, letter))

    press("A")  # without Shift: Caps Lock must be on
    assert not hint.isHidden()
    press("a")
    assert hint.isHidden()
    press("A", Qt.KeyboardModifier.ShiftModifier)
    press("7")
    assert heard == [True, False]
