"""A code is typed and pasted in any form, and goes to no clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.grouped_edit import GroupedEdit
from trustjournal.ui.kit.theme import Theme


def tidy(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).upper().replace("O", "0")


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> GroupedEdit:
    field = GroupedEdit(tidy, group_length=4, longest=12, label="Code")
    qtbot.addWidget(field)
    field.show()
    return field


def test_hyphens_come_by_themselves(field: GroupedEdit) -> None:
    QTest.keyClicks(field, "abcd")
    assert field.text() == "ABCD"
    QTest.keyClicks(field, "e")
    assert field.text() == "ABCD-E"
    assert field.cursorPosition() == 6
    assert field.code() == "ABCDE"


@pytest.mark.parametrize("pasted", ["abcdefghoklm", " ABCD EFGH\nOKLM ", "abcd-efgh-oklm", "ABCD–EFGH–OKLM"])
def test_a_code_is_pasted_in_any_form(field: GroupedEdit, pasted: str) -> None:
    QApplication.clipboard().setText(pasted)
    field.paste()
    assert field.text() == "ABCD-EFGH-0KLM"


def test_no_more_is_taken_than_there_is_room_for(field: GroupedEdit) -> None:
    QTest.keyClicks(field, "abcdefghijklmnop")
    assert field.code() == "ABCDEFGHIJKL"


def test_backspace_behind_a_hyphen_takes_the_letter_before_it(field: GroupedEdit) -> None:
    QTest.keyClicks(field, "abcde")
    field.setCursorPosition(5)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text(), field.cursorPosition()) == ("ABCE", 3)


def test_delete_before_a_hyphen_takes_the_letter_behind_it(field: GroupedEdit) -> None:
    QTest.keyClicks(field, "abcdef")
    field.setCursorPosition(4)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert (field.text(), field.cursorPosition()) == ("ABCD-F", 4)


def test_a_letter_in_the_middle_leaves_the_cursor_behind_it(field: GroupedEdit) -> None:
    QTest.keyClicks(field, "abcdefgh")
    field.setCursorPosition(2)
    QTest.keyClicks(field, "x")
    assert (field.text(), field.cursorPosition()) == ("ABXC-DEFG-H", 3)
    QTest.keyClicks(field, "yz")
    assert (field.text(), field.cursorPosition()) == ("ABXY-ZCDE-FGH", 6)


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_a_code_goes_to_no_clipboard(field: GroupedEdit, key: Qt.Key) -> None:
    QApplication.clipboard().setText("before")
    QTest.keyClicks(field, "abcd")
    field.selectAll()
    QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"
    assert field.text() == "ABCD"


def test_nothing_brings_back_what_was_emptied(field: GroupedEdit) -> None:
    QTest.keyClicks(field, "abcd")
    field.forget()
    field.undo()
    assert field.text() == ""


def test_a_code_reads_from_left_to_right_everywhere(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field = GroupedEdit(tidy, group_length=4, longest=12)
    qtbot.addWidget(field)
    direction = field.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert direction is Qt.LayoutDirection.LeftToRight
