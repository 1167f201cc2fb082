"""A page is pasted as Markdown, where the caret was, in one step; plain text is pasted at once, as ever."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.pasting import smart_paste
from trustjournal.ui.pages.journal.pasting.smart_paste import SmartPaste, TakeAddresses
from trustjournal.ui.parts.editor import Editor, MenuRequest

PICTURE = "data:image/png;base64," + base64.b64encode(b"a picture").decode()


@pytest.fixture
def tasks() -> SteppedTasks:
    return SteppedTasks()


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Editor:
    editor = Editor(theme)
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.fixture
def paste(editor: Editor, tasks: SteppedTasks) -> SmartPaste:
    return SmartPaste(editor, tasks=tasks)


def page(html: str, plain: str = "plain") -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    if plain:
        data.setText(plain)
    return data


@pytest.mark.usefixtures("paste")
def test_a_page_becomes_markdown_where_the_caret_was(editor: Editor, tasks: SteppedTasks) -> None:
    editor.set_text("one  three")
    editor.set_cursor_position(4)
    editor.insertFromMimeData(page("<b>two</b>"))
    assert editor.text() == "one  three"
    editor.set_cursor_position(10)
    QTest.keyClicks(editor, "!")
    tasks.all()
    assert editor.text() == "one **two** three!"


@pytest.mark.usefixtures("paste")
@pytest.mark.parametrize(("place", "around"), [(0, "**two**\n\n{}"), (20, "{}\n\n**two**"), (48, "{}\n\n**two**")])
def test_a_page_stands_beside_a_picture_of_the_journal(
    editor: Editor, tasks: SteppedTasks, place: int, around: str
) -> None:
    mark = f"![the lake](tj:{'a1' * 16})"
    editor.set_text(mark)
    editor.set_cursor_position(place)
    editor.insertFromMimeData(page("<b>two</b>"))
    tasks.all()
    assert editor.text() == around.format(mark)


@pytest.mark.usefixtures("paste")
def test_a_page_takes_the_place_of_what_is_selected(editor: Editor, tasks: SteppedTasks) -> None:
    editor.set_text("one two three")
    editor.set_selection(4, 7)
    editor.insertFromMimeData(page("<i>2</i>"))
    tasks.all()
    assert editor.text() == "one *2* three"
    assert editor.selection() == (7, 7)


@pytest.mark.usefixtures("paste")
def test_one_step_takes_a_pasted_page_back_and_no_more(editor: Editor, tasks: SteppedTasks) -> None:
    QTest.keyClicks(editor, "ab")
    editor.insertFromMimeData(page("<p><b>c</b></p><p>d</p>"))
    tasks.all()
    QTest.keyClicks(editor, "e")
    editor.undo()
    assert editor.text() == "ab**c**\n\nd"
    editor.undo()
    assert editor.text() == "ab"


@pytest.mark.usefixtures("paste")
def test_what_cannot_stand_beside_words_stands_apart_from_them(editor: Editor, tasks: SteppedTasks) -> None:
    editor.set_text("before after")
    editor.set_cursor_position(7)
    editor.insertFromMimeData(page("<ul><li>a</li><li>b</li></ul>"))
    tasks.all()
    assert editor.text() == "before \n\n- a\n- b\n\nafter"


@pytest.mark.usefixtures("paste")
def test_a_page_does_not_go_into_another_entry(editor: Editor, tasks: SteppedTasks) -> None:
    editor.set_text("one")
    editor.insertFromMimeData(page("<b>two</b>"))
    editor.set_text("another")
    tasks.all()
    assert editor.text() == "another"


@pytest.mark.usefixtures("paste")
def test_plain_text_is_pasted_at_once(editor: Editor, tasks: SteppedTasks) -> None:
    data = QMimeData()
    data.setText("*as it is*")
    editor.insertFromMimeData(data)
    assert (editor.text(), tasks.waiting) == ("*as it is*", 0)


@pytest.mark.usefixtures("paste")
def test_what_is_copied_here_stays_the_markdown_it_is(editor: Editor, tasks: SteppedTasks) -> None:
    editor.set_text("**bold**")
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    editor.set_cursor_position(8)
    editor.insertFromMimeData(copied)
    assert (editor.text(), tasks.waiting) == ("**bold****bold**", 0)


@pytest.mark.usefixtures("paste")
def test_where_the_page_is_only_words_the_plain_text_is_taken(editor: Editor, tasks: SteppedTasks) -> None:
    editor.insertFromMimeData(page("<div>a</div><div>b</div>", "a\nb"))
    tasks.all()
    assert editor.text() == "a\nb"


@pytest.mark.usefixtures("paste")
def test_a_page_without_plain_text_can_be_pasted_too(editor: Editor, tasks: SteppedTasks) -> None:
    data = page("<div>a</div>", "")
    assert editor.canInsertFromMimeData(data)
    editor.insertFromMimeData(data)
    tasks.all()
    assert editor.text() == "a"


@pytest.mark.usefixtures("paste")
def test_a_page_that_cannot_be_read_leaves_its_plain_text_and_a_report(
    editor: Editor, tasks: SteppedTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []

    def fail(html: str, plain: str) -> None:
        raise ValueError(html)

    monkeypatch.setattr(smart_paste, "read_html", fail)
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _trace: reported.append(kind))
    editor.insertFromMimeData(page("<b>x</b>", "x"))
    tasks.all()
    assert editor.text() == "x"
    assert reported == [ValueError]


@pytest.mark.usefixtures("paste")
def test_a_picture_alone_and_a_file_are_left_to_others(editor: Editor, tasks: SteppedTasks) -> None:
    picture = page("<img src='https://example.org/x.png'>", "")
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    file = page("<b>x</b>")
    file.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    for data in (picture, file):
        editor.insertFromMimeData(data)
    assert (editor.text(), tasks.waiting) == ("", 0)


def test_whoever_took_things_before_is_asked_first(editor: Editor, tasks: SteppedTasks) -> None:
    asked: list[QMimeData] = []

    def take(source: QMimeData) -> bool:
        asked.append(source)
        return source.hasImage()

    editor.paste_handler, editor.can_paste = take, QMimeData.hasImage
    _paste = SmartPaste(editor, tasks=tasks)
    picture = page("<b>x</b>")
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    editor.insertFromMimeData(picture)
    assert (len(asked), tasks.waiting) == (1, 0)
    editor.insertFromMimeData(page("<b>x</b>"))
    assert (len(asked), tasks.waiting) == (2, 1)


def test_pictures_in_a_page_are_kept_first_and_then_named_in_the_text(editor: Editor, tasks: SteppedTasks) -> None:
    kept: list[tuple[Sequence[bytes], TakeAddresses]] = []
    _paste = SmartPaste(editor, tasks=tasks, keep_pictures=lambda pictures, take: kept.append((pictures, take)))
    editor.insertFromMimeData(page(f"<p>a</p><img alt='one' src='{PICTURE}'><img alt='two' src='{PICTURE}'>"))
    tasks.all()
    assert editor.text() == ""
    [(pictures, take)] = kept
    assert pictures == (b"a picture", b"a picture")
    take(["tj:1", None])
    assert editor.text() == "a\n\n![one](tj:1)\n\ntwo"


@pytest.mark.usefixtures("paste")
def test_where_nobody_keeps_pictures_their_words_stay(editor: Editor, tasks: SteppedTasks) -> None:
    editor.insertFromMimeData(page(f"<p>a</p><img alt='one' src='{PICTURE}'>"))
    tasks.all()
    assert editor.text() == "a\n\none"


@pytest.mark.usefixtures("paste")
def test_a_key_pastes_the_plain_text_and_the_menu_names_it(editor: Editor, tasks: SteppedTasks) -> None:
    QGuiApplication.clipboard().setMimeData(page("<b>x</b>", "x\ny"))
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (editor.text(), tasks.waiting) == ("x\ny", 0)
    menu = QMenu()
    menu.addAction("Paste").setObjectName("edit-paste")
    menu.addAction("Select All")
    editor.menu_requested.emit(MenuRequest(menu, 0))
    assert [action.text() for action in menu.actions()] == ["Paste", "Paste as plain text", "Select All"]


@pytest.mark.usefixtures("paste")
def test_an_empty_clipboard_dims_the_menu_and_not_the_key(editor: Editor) -> None:
    QGuiApplication.clipboard().clear()
    menu = QMenu()
    editor.menu_requested.emit(MenuRequest(menu, 0))
    (action,) = menu.actions()
    assert not action.isEnabled()
    menu.aboutToHide.emit()
    QGuiApplication.clipboard().setText("later")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.text() == "later"


def test_the_ordinary_key_pastes_a_page(editor: Editor, tasks: SteppedTasks, paste: SmartPaste) -> None:
    QGuiApplication.clipboard().setMimeData(page("<b>x</b>", "x"))
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    tasks.all()
    assert editor.text() == "**x**"
