"""Finding and replacing in the entry on the sheet, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.journal.conftest import Desk
from trustjournal.ui.parts.editor import Editor, MarkLayer

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


@pytest.fixture
def text(desk: Desk, qtbot: QtBot) -> Editor:
    desk.visit("new")
    desk.page.activateWindow()
    text = desk.page.sheet.text
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    text.set_text("Sam said so. 😀 Then sám went,\nand SAM came back.")
    return text


def look_for(desk: Desk, words: str) -> None:
    desk.press(K.Key_F, CTRL)
    QTest.keyClicks(desk.page.sheet.finding.bar.field, words)


def selected(text: Editor) -> tuple[int, str]:
    return text.textCursor().selectionStart(), text.textCursor().selectedText()


def said(desk: Desk) -> str:
    return desk.page.sheet.finding.bar.count.text()


def test_ctrl_f_in_the_text_looks_there_and_in_the_list_it_goes_to_the_search(desk: Desk, text: Editor) -> None:
    desk.press(K.Key_F, CTRL)
    assert QApplication.focusWidget() is desk.page.sheet.finding.bar.field
    desk.page.sheet.head.title.setFocus()
    desk.press(K.Key_F, CTRL)
    assert QApplication.focusWidget() is desk.page.list.search


def test_hits_are_counted_and_gone_through_round_and_round(desk: Desk, text: Editor) -> None:
    look_for(desk, "sam")
    assert QApplication.focusWidget() is desk.page.sheet.finding.bar.field
    assert said(desk) == "1 of 3"
    assert selected(text) == (0, "Sam")
    desk.press(K.Key_Return)
    assert selected(text) == (21, "sám")
    desk.press(K.Key_F3)
    assert (said(desk), selected(text)[1]) == ("3 of 3", "SAM")
    desk.press(K.Key_Return)
    assert said(desk) == "1 of 3"
    desk.press(K.Key_Return, SHIFT)
    assert said(desk) == "3 of 3"
    desk.press(K.Key_F3, SHIFT)
    assert said(desk) == "2 of 3"
    assert len(text.marks(MarkLayer.FOUND)) == 3


def test_escape_gives_the_keyboard_back_with_the_caret_at_the_hit(desk: Desk, text: Editor) -> None:
    look_for(desk, "came")
    desk.press(K.Key_Escape)
    assert not desk.page.sheet.finding.bar.isVisible()
    assert text.hasFocus()
    assert selected(text)[1] == "came"
    assert not text.marks(MarkLayer.FOUND)
    desk.press(K.Key_F3)  # the words are remembered
    assert selected(text)[1] == "came"


def test_what_is_selected_is_looked_for(desk: Desk, text: Editor) -> None:
    text.set_selection(4, 8)
    desk.press(K.Key_F, CTRL)
    assert desk.page.sheet.finding.bar.field.text() == "said"
    assert said(desk) == "1 of 1"


def test_case_and_whole_words_count_where_asked(desk: Desk, text: Editor) -> None:
    look_for(desk, "sam")
    bar = desk.page.sheet.finding.bar
    bar.match_case.set_checked(True)
    assert said(desk) == "1 of 1"
    assert selected(text)[1] == "sám"
    bar.match_case.set_checked(False)
    bar.field.setText("a")
    bar.whole_words.set_checked(True)
    assert said(desk) == "Not found"
    assert not bar.next.isEnabled()


def test_one_after_the_other_is_replaced_each_a_step_to_undo(desk: Desk, text: Editor) -> None:
    desk.press(K.Key_H, CTRL)
    QTest.keyClicks(desk.page.sheet.finding.bar.field, "sam")
    bar = desk.page.sheet.finding.bar
    bar.by.setFocus()
    QTest.keyClicks(bar.by, "Alex")
    desk.press(K.Key_Return)
    assert text.text() == "Alex said so. 😀 Then sám went,\nand SAM came back."
    assert selected(text)[1] == "sám"
    desk.press(K.Key_Return)
    assert text.text() == "Alex said so. 😀 Then Alex went,\nand SAM came back."
    assert selected(text)[1] == "SAM"
    text.undo()
    assert text.text() == "Alex said so. 😀 Then sám went,\nand SAM came back."


def replace_all(desk: Desk, words: str, by: str) -> None:
    desk.press(K.Key_H, CTRL)
    QTest.keyClicks(desk.page.sheet.finding.bar.field, words)
    desk.page.sheet.finding.bar.by.setText(by)
    desk.page.sheet.finding.bar.all_button.click()


def test_all_are_replaced_in_one_step_to_undo(desk: Desk, text: Editor) -> None:
    before = text.text()
    replace_all(desk, "sam", "Jo")
    assert text.text() == "Jo said so. 😀 Then Jo went,\nand Jo came back."
    text.undo()
    assert text.text() == before


def test_that_all_were_replaced_is_said_with_a_way_back_for_it_alone(desk: Desk, text: Editor) -> None:
    before = text.text()
    replace_all(desk, "sam", "Jo")
    (toast,) = desk.toasts
    assert (toast.text, toast.action_text) == ("Replaced 3.", "Undo")
    text.set_cursor_position(2)
    QTest.keyClicks(text, " then")  # what is written meanwhile stays
    assert toast.on_action is not None
    toast.on_action()
    assert text.text() == before.replace("Sam", "Sam then")
    text.undo()
    assert text.text() == "Jo then said so. 😀 Then Jo went,\nand Jo came back."


def test_the_way_back_is_over_once_the_text_has_taken_it_back_itself(desk: Desk, text: Editor) -> None:
    over: list[object] = []
    desk.page.toast_over.connect(over.append)
    replace_all(desk, "sam", "Jo")
    text.set_cursor_position(9_999)
    QTest.keyClicks(text, " then")
    text.undo()
    assert over == []
    text.undo()
    assert over == [desk.toasts[0]]


def test_the_way_back_does_nothing_to_another_entry(desk: Desk, text: Editor) -> None:
    replace_all(desk, "sam", "Jo")
    text.set_text("Jo")
    assert desk.toasts[0].on_action is not None
    desk.toasts[0].on_action()
    assert text.text() == "Jo"


def test_typing_on_in_the_text_keeps_the_count_right(desk: Desk, text: Editor, qtbot: QtBot) -> None:
    look_for(desk, "sam")
    text.setFocus()
    text.set_cursor_position(0)
    QTest.keyClicks(text, "sam ")
    qtbot.waitUntil(lambda: said(desk) == "4 found")
    desk.press(K.Key_F3)
    assert said(desk) == "2 of 4"


def test_another_entry_is_looked_through_anew(desk: Desk, text: Editor, qtbot: QtBot) -> None:
    entry = desk.write("Other", "sam sam")
    look_for(desk, "sam")
    desk.visit(str(entry.id))
    qtbot.waitUntil(lambda: said(desk) == "2 found")


def test_a_hit_far_down_comes_into_sight(desk: Desk, text: Editor) -> None:
    text.set_text("line\n" * 300 + "needle")
    text.set_cursor_position(0)
    look_for(desk, "needle")
    place = text.rect_of(text.cursor_position()).translated(0, text.y())
    assert place.top() >= 0
    assert place.bottom() <= desk.page.sheet.paper.height()
