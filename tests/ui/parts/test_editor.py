"""The sheet of text takes plain words only, keeps them exactly, and reaches for nothing outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor import Editor, clean_line, clean_text


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Editor:
    editor = Editor(theme)
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    return editor


def pasted(text: str = "", html: str = "", urls: list[QUrl] | None = None) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if urls:
        data.setUrls(urls)
    return data


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        "two\nlines",
        "\n\nblank lines around\n\n",
        "tabs\tand  two spaces ",
        "Il a dit\u00a0: «\u00a0oui\u00a0»",  # spaces that do not break
        "😀 👩‍👩‍👧 e\u0301",
        "שלום עולם\nand on",
        "日本",
    ],
)
def test_a_text_comes_back_exactly_as_it_was_put_in(editor: Editor, text: str) -> None:
    editor.set_text(text)
    assert editor.text() == text


def test_line_ends_of_other_systems_become_one_kind(editor: Editor) -> None:
    editor.insertFromMimeData(pasted("a\r\nb\rc\u2028d\u2029e"))
    assert editor.text() == "a\nb\nc\nd\ne"


def test_null_and_other_characters_that_are_no_text_are_left_out(editor: Editor) -> None:
    editor.insertFromMimeData(pasted("a\x00b\x07c\ufffcd"))
    assert editor.text() == "abcd"


def test_half_a_character_is_left_out_so_that_the_text_can_be_stored() -> None:
    assert clean_text("a\ud83d b").encode() == b"a b"


def test_a_title_is_one_line() -> None:
    assert clean_line("a\r\nb\tc") == "a b c"


def test_a_pasted_web_page_leaves_only_its_words(editor: Editor) -> None:
    editor.insertFromMimeData(pasted("bold words", "<b>bold</b> words<img src='file:///etc/hostname'>"))
    assert editor.text() == "bold words"
    assert "<img" not in editor.toHtml()
    assert editor.document().firstBlock().begin().fragment().charFormat().fontWeight() <= 400


def test_a_dropped_file_is_not_taken(editor: Editor, tmp_path: Path) -> None:
    data = pasted(str(tmp_path / "a.txt"), urls=[QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    assert not editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    assert editor.text() == ""


def test_no_resource_is_ever_loaded(editor: Editor, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"anything")
    kind = QTextDocument.ResourceType.ImageResource.value
    assert bytes(editor.document().resource(kind, QUrl.fromLocalFile(str(picture))).data()) == b""
    assert editor.loadResource(kind, QUrl.fromLocalFile(str(picture))) is not None


def test_only_plain_words_are_copied(editor: Editor) -> None:
    editor.set_text("one\ntwo")
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "one\ntwo"
    assert data.formats() == ["text/plain"]


def test_input_methods_are_asked_to_learn_nothing(editor: Editor) -> None:
    hints = editor.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_each_paragraph_runs_in_the_direction_of_its_script(editor: Editor) -> None:
    editor.set_text("one\nשלום")
    first = editor.document().firstBlock()
    assert first.textDirection() is Qt.LayoutDirection.LeftToRight
    assert first.next().textDirection() is Qt.LayoutDirection.RightToLeft


def test_showing_a_text_is_no_edit_and_typing_is(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_text("something else")
    with qtbot.waitSignal(editor.edited):
        QTest.keyClicks(editor, "a")


def test_a_new_text_cannot_be_undone_into_the_one_before(editor: Editor, qtbot: QtBot) -> None:
    editor.set_text("first")
    QTest.keyClicks(editor, "typed ")
    editor.set_text("second")
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Undo))
    assert editor.text() == "second"


def test_every_new_paragraph_keeps_the_room_between_lines(editor: Editor, qtbot: QtBot) -> None:
    editor.set_text("one")
    first = editor.document().firstBlock().blockFormat().lineHeight()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    editor.insertFromMimeData(pasted("a\nb"))
    assert first > 100
    assert editor.document().lastBlock().blockFormat().lineHeight() == first


def test_the_column_holds_about_68_characters(editor: Editor) -> None:
    line = "It was half past four, and he came, as he had said he would on Sunday"[:68]
    assert editor.column_width() == pytest.approx(editor.fontMetrics().horizontalAdvance(line), rel=0.1)


def test_a_caret_beyond_the_text_goes_to_its_end(editor: Editor) -> None:
    editor.set_text("abc")
    editor.set_cursor_position(99)
    assert editor.cursor_position() == 3


@pytest.fixture
def between(qtbot: QtBot, theme: Theme) -> tuple[QLineEdit, Editor, QLineEdit]:
    """A text between two fields, with the keyboard in it."""
    page = QWidget()
    column = QVBoxLayout(page)
    before, editor, after = QLineEdit(), Editor(theme), QLineEdit()
    for widget in (before, editor, after):
        column.addWidget(widget)
    qtbot.addWidget(page, before_close_func=lambda _widget: page.hide())
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    editor.setFocus()
    return before, editor, after


def test_tab_writes_a_tab(between: tuple[QLineEdit, Editor, QLineEdit]) -> None:
    _before, editor, _after = between
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClicks(editor, "b")
    assert editor.text() == "a\tb"
    assert editor.hasFocus()


def test_shift_and_tab_leave_the_text_backwards(between: tuple[QLineEdit, Editor, QLineEdit]) -> None:
    before, editor, _after = between
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert before.hasFocus()
    assert editor.text() == ""


def test_control_and_tab_leave_the_text_forwards_and_with_shift_backwards(
    between: tuple[QLineEdit, Editor, QLineEdit],
) -> None:
    before, editor, after = between
    QTest.keyClick(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert after.hasFocus()
    editor.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor, Qt.Key.Key_Backtab, both)
    assert before.hasFocus()
    assert editor.text() == ""


def test_every_enter_is_a_line_and_each_line_stands_as_far_apart(editor: Editor) -> None:
    editor.set_text("")
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.text() == "\n\n\na\n"
    document = editor.document()
    heights = [document.findBlockByNumber(number).blockFormat().lineHeight() for number in range(5)]
    assert len(set(heights)) == 1
    assert heights[0] > 100
