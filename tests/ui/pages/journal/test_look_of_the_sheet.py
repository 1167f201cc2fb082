"""How the sheet looks is changed by key, wheel and on the Settings page, and neither caret nor place is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.change import Changed
from trustjournal.domain.writing_look import ColumnWidth, WritingLook
from trustjournal.ui.parts.editor import Editor
from trustjournal.ui.parts.editor.document import paragraph_format

CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


@pytest.fixture
def text(desk: Desk, qtbot: QtBot) -> Editor:
    desk.visit("new")
    desk.page.activateWindow()
    text = desk.page.sheet.text
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    return text


def choose(desk: Desk, look: WritingLook) -> None:
    """Choose on another page."""
    choices = desk.journal.choices
    choices.change(replace(choices.settings(), writing=look))
    desk.page.refresh(Changed.SETTINGS)
    desk.settle()


def y_of_caret(desk: Desk) -> int:
    text = desk.page.sheet.text
    return text.cursorRect().center().y() + text.y()


def test_keys_zoom_the_text_and_the_title_and_it_is_kept(desk: Desk, text: Editor, qtbot: QtBot) -> None:
    size, title = text.font().pixelSize(), desk.page.sheet.head.title.font().pixelSize()
    desk.press(K.Key_Plus, CTRL)
    desk.press(K.Key_Equal, CTRL)
    assert text.font().pixelSize() == round(size * 1.25)
    assert desk.page.sheet.head.title.font().pixelSize() == round(title * 1.25)

    def is_kept() -> bool:
        desk.settle()
        return desk.journal.choices.settings().writing.zoom_percent == 125

    qtbot.waitUntil(is_kept)
    desk.press(K.Key_Minus, CTRL)
    assert text.font().pixelSize() == round(size * 1.1)
    desk.press(K.Key_0, CTRL)
    assert text.font().pixelSize() == size


def test_the_wheel_zooms_with_ctrl(desk: Desk, text: Editor) -> None:
    size = text.font().pixelSize()
    place = QPointF(50, 50)
    for turned in (60, 60, 60):  # a touchpad: half steps
        event = QWheelEvent(
            place, text.viewport().mapToGlobal(place), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, CTRL,
            Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
        )  # fmt: skip
        QApplication.sendEvent(text.viewport(), event)
    assert text.font().pixelSize() == round(size * 1.1)


def test_a_new_look_keeps_caret_place_and_undo_and_is_no_edit(desk: Desk, text: Editor) -> None:
    text.set_text("words and more words in a line\n\n" * 200)
    text.set_cursor_position(3000)
    desk.type("typed")
    desk.pause()
    desk.page.sheet.paper.bring_into_sight(3000)
    before = y_of_caret(desk)
    status = desk.status
    choose(desk, WritingLook(150, "mono", ColumnWidth.NARROW))
    assert text.font().pixelSize() == 24
    assert text.cursor_position() == 3005
    assert abs(y_of_caret(desk) - before) <= 2
    assert desk.status == status
    text.undo()
    assert "typed" not in text.text()
    assert text.cursor_position() == 3000
    text.redo()
    assert text.text()[3000:3005] == "typed"


def test_lines_stand_apart_as_the_letters_ask_and_there_is_nothing_to_undo(desk: Desk, text: Editor) -> None:
    text.set_text("one\ntwo")
    before = text.document().firstBlock().blockFormat().lineHeight()
    family = QFontDatabase.families()[0]
    choose(desk, WritingLook(face=family))
    after = text.document().firstBlock().blockFormat().lineHeight()
    assert after == paragraph_format(text.font()).lineHeight()
    assert not text.document().isUndoAvailable()
    assert "Saving" not in desk.status
    choose(desk, WritingLook())
    assert text.document().firstBlock().blockFormat().lineHeight() == before


def test_the_column_is_as_wide_as_chosen(desk: Desk, text: Editor) -> None:
    desk.page.resize(1600, 800)
    widths = []
    for width in ColumnWidth:
        choose(desk, WritingLook(width=width))
        widths.append(text.viewport().width())
    assert widths == sorted(set(widths))


def test_a_family_that_is_not_there_is_the_serif(desk: Desk, text: Editor) -> None:
    before = text.font().families()
    choose(desk, WritingLook(face="No Such Family Anywhere"))
    assert text.font().families() == before


def test_the_line_of_a_typewriter_stays_in_the_middle_also_at_the_end(desk: Desk, text: Editor) -> None:
    text.set_text("line\n" * 100)
    choose(desk, WritingLook(typewriter=True))
    middle = desk.page.sheet.paper.height() // 2
    for position in (200, 300, text.document().characterCount() - 1):
        text.set_cursor_position(position)
        assert abs(y_of_caret(desk) - middle) <= 2
    for _ in range(5):
        QTest.keyClick(text, K.Key_Return)
        assert abs(y_of_caret(desk) - middle) <= 2
    choose(desk, WritingLook())
    assert desk.page.sheet.text.geometry().bottom() >= desk.page.sheet.paper.height() - 1


def test_the_look_is_there_when_the_journal_is_opened_again(make_desk: Callable[[], Desk], desk: Desk) -> None:
    choose(desk, WritingLook(200))
    again = make_desk()
    again.visit("new")
    assert again.page.sheet.text.font().pixelSize() == 32
