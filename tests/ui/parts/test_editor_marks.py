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


def test_marks_move_with_what_is_typed_before_them_and_go_when_written_into(editor: Editor) -> None:
    editor.set_text("some wrods here")
    editor.set_marks(MarkLayer.SPELLING, [(5, 10)])
    QTest.keyClicks(editor, "ab ")
    assert list(editor.marks(MarkLayer.SPELLING)) == [(8, 13)]
    editor.set_cursor_position(10)
    QTest.keyClicks(editor, "x")
    assert list(editor.marks(MarkLayer.SPELLING)) == []


def test_another_text_has_no_marks(editor: Editor) -> None:
    editor.set_text("one two")
    editor.set_marks(MarkLayer.FOUND, [(0, 3)])
    editor.set_text("another")
    assert list(editor.marks(MarkLayer.FOUND)) == []


def colours(editor: Editor, position: int) -> set[str]:
    """Every colour in the place of a character."""
    picture = editor.viewport().grab().toImage()
    left, right = editor.rect_of(position), editor.rect_of(position + 1)
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(left.center().x() + 1, right.center().x())
        for y in range(left.top(), left.bottom() + 4)
    }


@pytest.mark.parametrize("layer", [MarkLayer.FOUND, MarkLayer.HIT, MarkLayer.CURRENT])
def test_what_was_found_stands_on_a_ground_with_a_line_under_it(editor: Editor, theme: Theme, layer: MarkLayer) -> None:
    editor.set_text("one 😀 two three")
    editor.set_marks(layer, [(7, 10)])
    assert theme.palette.trust in colours(editor, 8)
    assert theme.palette.trust not in colours(editor, 5)
    assert theme.palette.trust not in colours(editor, 12)


def test_what_one_is_at_looks_different_from_what_was_found(editor: Editor) -> None:
    editor.set_text("one one")
    editor.set_marks(MarkLayer.FOUND, [(0, 3), (4, 7)])
    found = colours(editor, 5)
    editor.set_marks(MarkLayer.CURRENT, [(4, 7)])
    assert colours(editor, 5) != found
    assert colours(editor, 1) != colours(editor, 5)


def test_a_wave_runs_under_a_misspelt_word(editor: Editor) -> None:
    editor.set_text("a wrod")
    plain = colours(editor, 3)
    editor.set_marks(MarkLayer.SPELLING, [(2, 6)])
    assert colours(editor, 3) > plain


def test_a_mark_over_the_end_of_a_line_is_painted_on_both_lines(editor: Editor, theme: Theme) -> None:
    editor.set_text("words " * 40)
    second = next(position for position in range(240) if editor.rect_of(position).top() > editor.rect_of(0).top())
    editor.set_marks(MarkLayer.FOUND, [(second - 6, second + 5)])
    assert theme.palette.trust in colours(editor, second - 4)
    assert theme.palette.trust in colours(editor, second + 2)


def test_marks_far_down_are_painted_once_one_gets_there(editor: Editor, theme: Theme) -> None:
    editor.set_text("\n".join(["a line of words"] * 2_000))
    editor.set_marks(MarkLayer.FOUND, [(n * 16 + 2, n * 16 + 6) for n in range(2_000)])
    editor.set_cursor_position(999_999)
    assert theme.palette.trust in colours(editor, 1_999 * 16 + 3)


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
