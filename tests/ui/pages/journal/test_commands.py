"""The commands of writing, with real keys and buttons over a real text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.markup_spans import Format
from trustjournal.ui.parts.editor import Editor

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
K = Qt.Key


@pytest.fixture
def text(desk: Desk, qtbot: QtBot) -> Editor:
    desk.visit("new")
    desk.page.activateWindow()
    text = desk.page.sheet.text
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    return text


def write(text: Editor, words: str, selected: str = "") -> None:
    """Put words down, and select some of them."""
    text.set_text(words)
    start = words.index(selected) if selected else len(words)
    before = len(words[:start].encode("utf-16-le")) // 2
    text.set_selection(before, before + len(selected.encode("utf-16-le")) // 2)


@pytest.mark.parametrize(
    ("key", "modifiers", "after"),
    [
        (K.Key_B, CTRL, "one **two** three"),
        (K.Key_I, CTRL, "one *two* three"),
        (K.Key_X, CTRL | SHIFT, "one ~~two~~ three"),
        (K.Key_C, CTRL | SHIFT, "one `two` three"),
        (K.Key_K, CTRL | SHIFT, "one [two]() three"),
        (K.Key_1, CTRL | ALT, "# one two three"),
        (K.Key_2, CTRL | ALT, "## one two three"),
        (K.Key_3, CTRL | ALT, "### one two three"),
        (K.Key_7, CTRL | SHIFT, "1. one two three"),
        (K.Key_8, CTRL | SHIFT, "- one two three"),
        (K.Key_9, CTRL | SHIFT, "- [ ] one two three"),
        (K.Key_Period, CTRL | SHIFT, "> one two three"),
    ],
)
def test_each_key_gives_its_format_and_one_undo_takes_it_back(
    text: Editor, key: Qt.Key, modifiers: Qt.KeyboardModifier, after: str
) -> None:
    write(text, "one two three", "two")
    QTest.keyClick(text, key, modifiers)
    assert text.text() == after
    if key is not K.Key_K:
        assert text.textCursor().selectedText() == "two"
        QTest.keyClick(text, key, modifiers)
        assert text.text() == "one two three"
    text.undo()
    if key is not K.Key_K:
        text.undo()
    assert text.text() == "one two three"


def test_positions_after_an_emoji_are_right(text: Editor) -> None:
    write(text, "😀 one\n😀👍🏽 two three", "two")
    QTest.keyClick(text, K.Key_B, CTRL)
    assert text.text() == "😀 one\n😀👍🏽 **two** three"
    assert text.textCursor().selectedText() == "two"


def test_a_list_goes_on_with_enter_moves_in_with_tab_and_ends_with_two(text: Editor, desk: Desk) -> None:
    desk.type("- bread")
    for step in ("Return", "milk", "Return", "Tab", "oat", "Return", "Return", "Return", "done"):
        if step in ("Return", "Tab"):
            QTest.keyClick(text, K.Key_Return if step == "Return" else K.Key_Tab)
        else:
            desk.type(step)
    assert text.text() == "- bread\n- milk\n  - oat\ndone"


def test_shift_and_tab_move_an_item_out_and_leave_the_text_elsewhere(text: Editor) -> None:
    write(text, "- one\n  - two")
    QTest.keyClick(text, K.Key_Backtab, SHIFT)
    assert text.text() == "- one\n- two"
    QTest.keyClick(text, K.Key_Backtab, SHIFT)
    assert text.hasFocus()
    assert text.text() == "- one\n- two"
    write(text, "words")
    QTest.keyClick(text, K.Key_Backtab, SHIFT)
    assert not text.hasFocus()


def test_tab_writes_a_tab_where_there_is_no_list(text: Editor) -> None:
    write(text, "words")
    QTest.keyClick(text, K.Key_Tab)
    assert text.text() == "words\t"


def test_in_code_enter_and_tab_are_plain(text: Editor) -> None:
    write(text, "```\n- one")
    QTest.keyClick(text, K.Key_Return)
    QTest.keyClick(text, K.Key_Tab)
    assert text.text() == "```\n- one\n\t"


def test_lines_move_with_their_selection_and_stop_at_the_ends(text: Editor) -> None:
    write(text, "a\nb\nc", "b")
    QTest.keyClick(text, K.Key_Down, ALT)
    assert text.text() == "a\nc\nb"
    QTest.keyClick(text, K.Key_Down, ALT)
    assert text.text() == "a\nc\nb"
    assert text.textCursor().selectedText() == "b"
    for _ in range(3):
        QTest.keyClick(text, K.Key_Up, ALT)
    assert text.text() == "b\na\nc"
    text.undo()
    assert text.text() == "a\nb\nc"


def test_a_line_of_which_only_the_beginning_is_selected_is_left_alone(text: Editor) -> None:
    text.set_text("a\nb")
    text.set_selection(0, 2)
    QTest.keyClick(text, K.Key_8, CTRL | SHIFT)
    assert text.text() == "- a\nb"


def test_several_lines_of_code_get_fences(text: Editor) -> None:
    write(text, "a\nb", "a\nb")
    QTest.keyClick(text, K.Key_C, CTRL | SHIFT)
    assert text.text() == "```\na\nb\n```"


def test_a_task_is_ticked_by_key(text: Editor) -> None:
    write(text, "- [ ] bread")
    QTest.keyClick(text, K.Key_Return, CTRL)
    assert text.text() == "- [x] bread"
    assert text.cursor_position() == len("- [x] bread")


def test_buttons_show_what_the_caret_is_in(text: Editor, desk: Desk, qtbot: QtBot) -> None:
    buttons = desk.page.sheet.formats.buttons
    write(text, "## **two** words", "two")
    qtbot.waitUntil(buttons[Format.BOLD].isChecked)
    assert buttons[Format.HEADING_2].isChecked()
    assert not buttons[Format.ITALIC].isChecked()
    write(text, "plain")
    qtbot.waitUntil(lambda: not buttons[Format.BOLD].isChecked())


def test_a_button_acts_on_the_selection_and_the_text_keeps_the_keyboard(text: Editor, desk: Desk) -> None:
    button = desk.page.sheet.formats.buttons[Format.BOLD]
    write(text, "one two three", "two")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text.text() == "one **two** three"
    assert text.hasFocus()
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text.text() == "one two three"
    assert not button.isChecked()


def test_the_heading_button_makes_a_heading_of_any_size_plain(text: Editor, desk: Desk) -> None:
    button = desk.page.sheet.formats.buttons[Format.HEADING_2]
    write(text, "### small")
    desk.page.sheet.writing.look()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text.text() == "small"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text.text() == "## small"


def test_the_buttons_are_one_stop_of_tab_with_arrow_keys_between_them(text: Editor, desk: Desk) -> None:
    buttons = list(desk.page.sheet.formats.buttons.values())
    write(text, "one two", "two")
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(K.Key_Right)
    assert QApplication.focusWidget() is buttons[1]
    desk.press(K.Key_Left)
    desk.press(K.Key_Left)
    assert QApplication.focusWidget() is buttons[-1]
    desk.press(K.Key_Home)
    assert [button for button in buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus] == [buttons[-1]]
    desk.press(K.Key_Right)
    desk.press(K.Key_Return)
    assert text.text() == "one **two**"
    assert text.hasFocus()


def test_in_a_narrow_sheet_the_first_buttons_stay_and_the_menu_has_all(desk: Desk, text: Editor) -> None:
    desk.page.resize(420, 700)
    QApplication.sendPostedEvents()
    shown = [wanted for wanted, button in desk.page.sheet.formats.buttons.items() if button.isVisible()]
    assert shown[:2] == [Format.BOLD, Format.ITALIC]
    assert len(shown) < len(desk.page.sheet.formats.buttons)
    assert not desk.page.sheet.bar.history_button.isVisible()
    names = [action.text() for action in desk.page.sheet.formats_menu.actions()]
    assert "Code" in names
    assert "Tick or untick" in names


def test_keys_named_in_the_menu_are_those_that_are_heard(desk: Desk, text: Editor) -> None:
    keys = [action.shortcut().toString() for action in (*desk.page.sheet.writing.formats.values(),
                                                        *desk.page.sheet.writing.others)]  # fmt: skip
    assert len(set(keys)) == len(keys)
    standard = QKeySequence.StandardKey
    taken = {key.toString() for one in standard for key in QKeySequence.keyBindings(one)
             if one not in (standard.Bold, standard.Italic, standard.AddTab)}  # fmt: skip
    assert not taken & set(keys)


def test_emoji_from_the_panel_of_the_system_and_from_the_clipboard_are_kept(text: Editor, desk: Desk) -> None:
    panel = QInputMethodEvent()  # how a panel or an input method writes
    panel.setCommitString("😀👩‍👩‍👧")
    QApplication.sendEvent(text, panel)
    QApplication.clipboard().setText(" 👍🏽")
    text.paste()
    desk.type("!")
    assert text.text() == "😀👩‍👩‍👧 👍🏽!"
    hidden = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhLatinOnly
    assert not text.inputMethodHints() & hidden  # with these, systems offer no panel


def test_in_focus_mode_there_is_nothing_to_press_and_the_keys_still_work(text: Editor, desk: Desk) -> None:
    desk.page.set_quiet(quiet=True)
    assert not any(button.isVisible() for button in desk.page.sheet.formats.buttons.values())
    assert not desk.page.sheet.bar.history_button.isVisible()
    assert desk.page.sheet.status.isVisible()
    write(text, "one two", "two")
    QTest.keyClick(text, K.Key_B, CTRL)
    assert text.text() == "one **two**"
    desk.page.set_quiet(quiet=False)
    assert desk.page.sheet.formats.buttons[Format.BOLD].isVisible()
