"""Marks in the text of an entry follow the words they are on, and go when those change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor import Editor, MarkLayer, MenuRequest
from trustjournal.ui.parts.editor.ranges import Ranges


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Editor:
    editor = Editor(theme)
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    return editor


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        ((0, 0, 3), [(13, 16), (23, 26)]),  # written before both
        ((15, 0, 2), [(10, 13), (22, 25)]),  # between
        ((11, 0, 1), [(21, 24)]),  # into the first
        ((13, 0, 1), [(10, 13), (21, 24)]),  # right behind the first
        ((10, 0, 1), [(11, 14), (21, 24)]),  # right before the first
        ((0, 15, 0), [(5, 8)]),  # the first deleted
        ((12, 10, 2), []),  # parts of both replaced
    ],
)
def test_ranges_follow_an_edit(edit: tuple[int, int, int], left: list[tuple[int, int]]) -> None:
    ranges = Ranges([(10, 13), (20, 23)])
    ranges.edit(*edit)
    assert ranges.between(0, 99) == left


def test_a_misspelt_word_is_another_word_once_a_letter_is_put_to_it() -> None:
    ranges = Ranges([(10, 13), (20, 23)], breaks_at_edges=True)
    assert ranges.edit(13, 0, 1)
    assert ranges.between(0, 99) == [(21, 24)]


def test_ranges_follow_typing_that_goes_back_and_forth() -> None:
    ranges = Ranges([(n * 10, n * 10 + 5) for n in range(10)])
    plain = [(n * 10, n * 10 + 5) for n in range(10)]
    for position in (7, 56, 56, 8, 91, 39, 1_000, 0):
        ranges.edit(position, 0, 1)
        plain = [(s + (s >= position), e + (s >= position)) for s, e in plain]
    assert ranges.between(0, 999) == plain


def test_only_what_lies_between_is_asked_for() -> None:
    ranges = Ranges([(0, 3), (5, 9), (20, 22)])
    assert ranges.between(8, 20) == [(5, 9)]


def test_marks_move_with_what_is_typed_before_them_and_go_when_written_into(editor: Editor, qtbot: QtBot) -> None:
    editor.set_text("some wrods here")
    editor.set_marks(MarkLayer.SPELLING, [(5, 10)])
    QTest.keyClicks(editor, "ab ")
    assert list(editor.marks(MarkLayer.SPELLING)) == [(8, 13)]
    editor.set_cursor_position(10)
    QTest.keyClicks(editor, "x")
    assert list(editor.marks(MarkLayer.SPELLING)) == []
    qtbot.waitUntil(lambda: not editor.extraSelections())


def test_another_text_has_no_marks(editor: Editor) -> None:
    editor.set_text("one two")
    editor.set_marks(MarkLayer.FOUND, [(0, 3)])
    editor.set_text("another")
    assert list(editor.marks(MarkLayer.FOUND)) == []
    assert editor.extraSelections() == []


def test_of_a_long_text_only_the_marks_around_what_is_seen_are_painted(editor: Editor) -> None:
    editor.set_text("\n".join(["a line of words"] * 2_000))
    editor.set_marks(MarkLayer.FOUND, [(n * 16, n * 16 + 1) for n in range(2_000)])
    assert 10 < len(editor.extraSelections()) < 100
    editor.set_cursor_position(999_999)
    selections = editor.extraSelections()
    assert selections[-1].cursor.selectionStart() == 1_999 * 16


def test_what_is_seen_is_told_in_whole_lines(editor: Editor) -> None:
    editor.set_text("\n".join(["a line of words"] * 2_000))
    first, last = editor.visible_text_range()
    assert first == 0
    assert 10 * 16 < last < 30 * 16
    editor.set_cursor_position(999_999)
    first, last = editor.visible_text_range()
    assert first % 16 == 0
    assert last == 2_000 * 16 - 1


def test_rest_after_an_edit_is_told(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.view_changed):
        QTest.keyClicks(editor, "abc")


def test_replacing_is_one_step_to_undo_and_keeps_the_caret(editor: Editor) -> None:
    editor.set_text("one 😀 two three")
    editor.set_selection(8, 10)
    editor.replace_range(0, 3, "eleven")
    assert editor.text() == "eleven 😀 two three"
    assert editor.selection() == (11, 13)
    editor.undo()
    assert editor.text() == "one 😀 two three"


def test_a_caret_inside_what_is_replaced_stays_in_it(editor: Editor) -> None:
    editor.set_text("abcdef")
    editor.set_cursor_position(4)
    editor.replace_range(1, 5, "xy")
    assert editor.selection() == (3, 3)


def test_a_key_can_be_taken_before_the_text_sees_it(editor: Editor) -> None:
    def take_a(key: QKeyEvent) -> bool:
        return key.key() == Qt.Key.Key_A

    editor.key_filter = take_a
    QTest.keyClicks(editor, "cab")
    assert editor.text() == "cb"


def test_something_pasted_can_be_taken_before_the_text_sees_it(editor: Editor) -> None:
    data = QMimeData()
    data.setText("words")
    editor.paste_handler = lambda source: source.text() == "words"
    editor.insertFromMimeData(data)
    assert editor.text() == ""
    data.setText("other words")
    editor.insertFromMimeData(data)
    assert editor.text() == "other words"


def test_entries_can_be_added_to_the_menu_before_it_opens(editor: Editor, qtbot: QtBot) -> None:
    editor.set_text("one")
    asked: list[MenuRequest] = []
    editor.menu_requested.connect(asked.append)
    place = editor.rect_of(2).center()
    asking = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), asking)
    assert [request.position for request in asked] == [2]
    asked[0].menu.close()


def test_shift_and_enter_end_the_line_as_enter_does(editor: Editor) -> None:
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "b")
    assert editor.text() == "a\nb"
    assert editor.document().blockCount() == 2
