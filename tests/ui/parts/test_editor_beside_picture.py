"""What is written on the line of a picture of the journal leaves the picture as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor import Editor

MARK = f"![the 🙂 lake](tj:{'a1' * 16})"
END = len("before\n") + len(MARK) + 1  # the emoji counts two


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Editor:
    editor = Editor(theme)
    qtbot.addWidget(editor)
    editor.set_text(f"before\n{MARK}\nafter")
    editor.show()
    return editor


def committed(words: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(words)
    return event


def plain(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


@pytest.mark.parametrize("place", [7, 8])
def test_what_is_typed_before_it_stands_above_it(editor: Editor, place: int) -> None:
    editor.set_cursor_position(place)
    QTest.keyClicks(editor, "new words")
    assert editor.text() == f"before\nnew words\n{MARK}\nafter"


@pytest.mark.parametrize("place", [END, END - 1, END - 20])
def test_what_is_typed_behind_it_or_in_its_address_stands_below_it(editor: Editor, place: int) -> None:
    editor.set_cursor_position(place)
    QTest.keyClicks(editor, "new words")
    assert editor.text() == f"before\n{MARK}\nnew words\nafter"
    for _ in range(2):
        editor.undo()
    assert editor.text() == f"before\n{MARK}\nafter"


@pytest.mark.parametrize("place", [9, 13, 20])
def test_the_words_about_it_are_written_where_they_stand(editor: Editor, place: int) -> None:
    editor.set_cursor_position(place)
    QTest.keyClicks(editor, "x")
    assert len(editor.text().splitlines()) == 3
    assert editor.picture_at(place) == "a1" * 16
    assert editor.cursor_position() == place + 1


@pytest.mark.parametrize("place", [END, END - 1, 12])
def test_enter_never_parts_it(editor: Editor, place: int) -> None:
    editor.set_cursor_position(place)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "x")
    assert editor.text() == f"before\n{MARK}\nx\nafter"


def test_an_input_method_and_the_clipboard_leave_it_too(editor: Editor) -> None:
    editor.set_cursor_position(END)
    QApplication.sendEvent(editor, committed("日"))
    assert editor.text() == f"before\n{MARK}\n日\nafter"
    editor.set_cursor_position(12)
    editor.insertFromMimeData(plain("pasted\nlines"))
    assert editor.text() == f"before\n{MARK}\npasted\nlines\n日\nafter"


def test_what_is_selected_is_replaced_and_keys_that_write_nothing_change_nothing(editor: Editor) -> None:
    before = editor.text()
    editor.set_cursor_position(END)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Shift, Qt.Key.Key_F5):
        QTest.keyClick(editor, key)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == before
    editor.set_selection(7, END)
    QTest.keyClicks(editor, "x")
    assert editor.text() == "before\nx\nafter"


def test_a_text_that_is_only_read_stays_as_it_is(editor: Editor) -> None:
    before = editor.text()
    editor.setReadOnly(True)
    editor.set_cursor_position(END)
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == before
