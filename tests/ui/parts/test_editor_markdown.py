"""Markdown is dressed while it is typed, and stays exactly what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFont, QImage, QInputMethodEvent, QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.editor import Editor
from trustjournal.ui.parts.editor.plain_edit import ROOM_BESIDE

LAKE = "0123456789abcdef" * 2
EVERYTHING = f"""# One
## Two **bold**
Some **bold**, *italic*, ~~struck~~ and `code`, [words](https://example.org) and https://example.org/a.

- item
- [ ] open
- [x] done
> quoted
---
```py
# code
```
![the lake](tj:{LAKE})
![gone](tj:{"f" * 32})
😀 **two 😀** e\u0301
שלום **עולם**"""


class Pictures:
    """One picture, four times as wide as high."""

    def __init__(self) -> None:
        self.is_there = True

    def size_of(self, picture_id: str) -> QSize | None:
        """As in `PictureSource`."""
        return QSize(400, 100) if self.is_there and picture_id == LAKE else None

    def picture(self, picture_id: str, width: int) -> QImage | None:
        """As in `PictureSource`: all red."""
        image = QImage(width, width // 4, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        return image


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> Editor:
    editor = Editor(theme)
    editor.setFont(theme.serif_font())
    qtbot.addWidget(editor)
    editor.resize(600, 700)
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def block(editor: Editor, line: int) -> QTextBlock:
    return editor.document().findBlockByNumber(line)


def ranges_of(editor: Editor, line: int) -> list[QTextLayout.FormatRange]:
    return block(editor, line).layout().formats()


def look_at(editor: Editor, line: int, position: int) -> QTextCharFormat:
    """How a character of a line looks, over what the text itself says (which is nothing)."""
    look = QTextCharFormat()
    for one in ranges_of(editor, line):
        if one.start <= position < one.start + one.length:
            look.merge(one.format)
    return look


def height(editor: Editor, line: int) -> float:
    return editor.document().documentLayout().blockBoundingRect(block(editor, line)).height()


def colour_at(editor: Editor, place: QPoint) -> str:
    return editor.viewport().grab().toImage().pixelColor(place).name()


def click(editor: Editor, place: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


# The text -------------------------------------------------------------------------------------


def test_however_it_is_dressed_the_text_is_what_was_typed(editor: Editor) -> None:
    editor.set_picture_source(Pictures())
    editor.set_text(EVERYTHING)
    editor.grab()
    assert editor.text() == EVERYTHING
    assert "\ufffc" not in editor.document().toRawText()


def test_dressing_is_no_edit_and_nothing_to_undo(editor: Editor, theme: Theme, qtbot: QtBot) -> None:
    editor.set_text(EVERYTHING)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_picture_source(Pictures())
        theme.set_choice("dark")
        editor.setFont(theme.serif_font(24))
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified()


def test_undo_takes_back_what_was_typed_and_its_look(editor: Editor) -> None:
    editor.set_text("")
    editor.set_picture_source(Pictures())
    QTest.keyClicks(editor, f"![](tj:{LAKE})")
    assert height(editor, 0) > 60
    editor.undo()
    assert editor.text() == ""
    assert height(editor, 0) < 60
    editor.redo()
    assert editor.text() == f"![](tj:{LAKE})"
    assert height(editor, 0) > 60
    assert not editor.document().isRedoAvailable()


# The look -------------------------------------------------------------------------------------


def test_headings_are_larger_the_higher_they_are(editor: Editor) -> None:
    editor.set_text("# one\n## two\n### three\nwords")
    heights = [height(editor, line) for line in range(4)]
    assert heights == sorted(set(heights), reverse=True)


@pytest.mark.parametrize(
    ("typed", "position", "prop"),
    [
        ("**a**", 2, QTextCharFormat.Property.FontWeight),
        ("*a*", 1, QTextCharFormat.Property.FontItalic),
        ("~~a~~", 2, QTextCharFormat.Property.FontStrikeOut),
        ("`a`", 1, QTextCharFormat.Property.FontFixedPitch),
        ("[a](b)", 1, QTextCharFormat.Property.TextUnderlineStyle),
        ("> a", 2, QTextCharFormat.Property.ForegroundBrush),
        ("- [x] a", 6, QTextCharFormat.Property.ForegroundBrush),
    ],
)
def test_what_is_typed_is_dressed_with_the_last_key(
    editor: Editor, typed: str, position: int, prop: QTextCharFormat.Property
) -> None:
    QTest.keyClicks(editor, typed[:-1] if typed[-1] in "*~`)" else typed[:1])
    assert not look_at(editor, 0, position).hasProperty(prop)
    editor.set_text("")
    QTest.keyClicks(editor, typed)
    assert look_at(editor, 0, position).hasProperty(prop)


def test_signs_are_dimmed(editor: Editor, theme: Theme) -> None:
    editor.set_text("## a **b**")
    for position in (0, 5, 8):
        assert look_at(editor, 0, position).foreground().color() == theme.colour("ink_soft")
    assert not look_at(editor, 0, 7).hasProperty(QTextCharFormat.Property.ForegroundBrush)


def test_characters_that_count_two_shift_nothing(editor: Editor) -> None:
    editor.set_text("😀 **b** c")
    assert look_at(editor, 0, 5).fontWeight() == QFont.Weight.Bold
    assert look_at(editor, 0, 9).fontWeight() != QFont.Weight.Bold


def test_an_opened_fence_makes_code_of_what_follows_until_it_is_closed(editor: Editor) -> None:
    editor.set_text("\n# a\n\n# b")
    editor.set_cursor_position(0)
    QTest.keyClicks(editor, "```")
    assert look_at(editor, 1, 2).fontFixedPitch()
    assert look_at(editor, 3, 2).fontFixedPitch()
    editor.set_cursor_position(8)
    QTest.keyClicks(editor, "```")
    assert look_at(editor, 1, 2).fontFixedPitch()
    assert not look_at(editor, 3, 2).fontFixedPitch()
    editor.set_cursor_position(3)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert not look_at(editor, 1, 2).fontFixedPitch()


def test_colours_follow_the_theme_and_sizes_the_font(editor: Editor, theme: Theme) -> None:
    editor.set_text("# a")
    before = height(editor, 0)
    theme.set_choice("dark")
    assert look_at(editor, 0, 0).foreground().color() == theme.colour("ink_soft")
    editor.setFont(theme.serif_font(32))
    assert height(editor, 0) == pytest.approx(2 * before, rel=0.1)


def test_a_long_text_is_shown_before_all_of_it_is_dressed(editor: Editor, qtbot: QtBot) -> None:
    lines = 5_000
    editor.set_text("\n".join(["**a** and *some* `words` ~~more~~ [here](b) **c** *d*"] * lines))
    assert look_at(editor, 0, 2).fontWeight() == QFont.Weight.Bold
    assert ranges_of(editor, lines - 1) == []
    qtbot.waitUntil(lambda: bool(ranges_of(editor, lines - 1)), timeout=60_000)


def test_what_comes_into_sight_is_dressed_before_the_rest(editor: Editor) -> None:
    lines = 5_000
    editor.set_text("\n".join(["**a** and *some* `words` ~~more~~ [here](b) **c** *d*"] * lines))
    editor.set_cursor_position(999_999_999)
    assert look_at(editor, lines - 1, 2).fontWeight() == QFont.Weight.Bold


def test_an_input_method_composes_in_the_middle_of_dressed_words(editor: Editor) -> None:
    editor.set_text("a **b** c")
    editor.set_cursor_position(1)
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    attribute = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, 3, underlined)
    QApplication.sendEvent(editor, QInputMethodEvent("日本語", [attribute]))
    assert look_at(editor, 0, 2).fontUnderline()
    assert look_at(editor, 0, 3 + 4).fontWeight() == QFont.Weight.Bold
    assert editor.text() == "a **b** c"
    done = QInputMethodEvent("", [])
    done.setCommitString("日本語")
    QApplication.sendEvent(editor, done)
    assert editor.text() == "a日本語 **b** c"
    assert look_at(editor, 0, 3 + 4).fontWeight() == QFont.Weight.Bold
    assert not look_at(editor, 0, 2).fontUnderline()


def test_a_line_that_is_split_or_joined_is_dressed_anew(editor: Editor) -> None:
    editor.set_text("## one **two**")
    editor.set_cursor_position(6)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert height(editor, 0) > height(editor, 1)
    assert look_at(editor, 1, 3).fontWeight() == QFont.Weight.Bold
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert len(ranges_of(editor, 0)) == 5


@pytest.mark.parametrize(("text", "is_left"), [("> words", True), ("> שלום", False)])
def test_the_bar_of_a_quote_stands_where_its_lines_begin(
    editor: Editor, theme: Theme, text: str, *, is_left: bool
) -> None:
    editor.set_text(text)
    x = 5 if is_left else editor.viewport().width() - 6
    assert colour_at(editor, QPoint(x, 8)) == theme.colour("trust").name()
    assert colour_at(editor, QPoint(editor.viewport().width() - 1 - x, 8)) != theme.colour("trust").name()


def test_the_placeholder_is_shown_until_something_is_typed(editor: Editor) -> None:
    editor.set_text("")
    empty = editor.viewport().grab().toImage()
    editor.setPlaceholderText("Write here.")
    assert editor.viewport().grab().toImage() != empty
    assert editor.placeholderText() == "Write here."


# Tasks ----------------------------------------------------------------------------------------


def test_a_click_on_its_box_ticks_a_task_and_undo_unticks_it(editor: Editor) -> None:
    editor.set_text("words\n- [ ] call 😀\nmore")
    editor.set_cursor_position(3)
    click(editor, editor.rect_of(9).center())
    assert editor.text() == "words\n- [x] call 😀\nmore"
    assert editor.cursor_position() == 3
    click(editor, editor.rect_of(9).center())
    assert editor.text() == "words\n- [ ] call 😀\nmore"
    editor.undo()
    assert editor.text() == "words\n- [x] call 😀\nmore"


def test_a_click_on_the_words_of_a_task_only_puts_the_caret_there(editor: Editor) -> None:
    editor.set_text("- [ ] call")
    click(editor, editor.rect_of(8).center())
    assert editor.text() == "- [ ] call"
    assert editor.cursor_position() == 8


def test_a_task_can_be_ticked_from_its_line(editor: Editor) -> None:
    editor.set_text("> 😀 no\n> - [ ] call")
    assert not editor.toggle_checkbox()
    editor.set_cursor_position(99)
    assert editor.toggle_checkbox()
    assert editor.text() == "> 😀 no\n> - [x] call"
    assert editor.cursor_position() == len("> 😀 no\n> - [x] call") + 1


def test_ticking_moves_no_letter(editor: Editor) -> None:
    editor.set_text("- [ ] call")
    before = editor.rect_of(7)
    editor.toggle_checkbox()
    assert editor.rect_of(7) == before


# Links ----------------------------------------------------------------------------------------


def test_a_link_is_followed_only_with_the_control_key(editor: Editor) -> None:
    editor.set_text("😀 [words](https://example.org/a) and more")
    asked: list[str] = []
    editor.link_activated.connect(asked.append)
    place = editor.rect_of(6).center()
    click(editor, place)
    assert asked == []
    click(editor, place, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["https://example.org/a"]
    click(editor, editor.rect_of(36).center(), Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1


def test_the_link_at_the_caret_can_be_followed(editor: Editor) -> None:
    editor.set_text("see https://example.org there")
    asked: list[str] = []
    editor.link_activated.connect(asked.append)
    assert not editor.activate_link()
    editor.set_cursor_position(8)
    assert editor.activate_link()
    assert asked == ["https://example.org"]


# Pictures -------------------------------------------------------------------------------------


def test_a_picture_of_the_journal_is_shown_in_place_of_its_line(editor: Editor) -> None:
    editor.set_picture_source(Pictures())
    editor.set_text(f"words\n![the lake](tj:{LAKE})\nmore")
    top = editor.rect_of(6).top()
    assert colour_at(editor, QPoint(60, top + 20)) == "#ff0000"
    assert colour_at(editor, QPoint(60, top + 100)) == "#ff0000"
    assert editor.rect_of(len(f"words\n![the lake](tj:{LAKE})\n")).top() - top == pytest.approx(116, abs=8)


def test_a_picture_that_is_not_there_leaves_its_line_to_be_read(editor: Editor) -> None:
    pictures = Pictures()
    pictures.is_there = False
    editor.set_picture_source(pictures)
    editor.set_text(f"![the lake](tj:{LAKE})")
    assert height(editor, 0) < 60
    pictures.is_there = True
    editor.refresh_pictures()
    assert height(editor, 0) > 60


def test_a_picture_never_gets_wider_than_the_column(editor: Editor) -> None:
    editor.set_picture_source(Pictures())
    editor.set_text(f"words\n![the lake](tj:{LAKE})")
    before = height(editor, 1)
    editor.resize(232, 700)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert height(editor, 1) < before
    right, middle = editor.viewport().width() - ROOM_BESIDE, editor.rect_of(6).top() + 20
    assert colour_at(editor, QPoint(right - 4, middle)) == "#ff0000"
    assert colour_at(editor, QPoint(right + 4, middle)) != "#ff0000"


def test_a_picture_lets_its_line_be_read_while_the_caret_is_on_it(editor: Editor, qtbot: QtBot) -> None:
    editor.set_picture_source(Pictures())
    editor.set_text(f"words\n![the lake](tj:{LAKE})\nmore")
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    top = editor.rect_of(6).top()
    editor.set_cursor_position(8)
    assert colour_at(editor, QPoint(500, top + 20)) != "#ff0000"
    editor.set_cursor_position(0)
    assert colour_at(editor, QPoint(60, top + 20)) == "#ff0000"


def test_a_click_on_a_picture_asks_to_see_it_and_leaves_the_caret(editor: Editor) -> None:
    editor.set_picture_source(Pictures())
    editor.set_text(f"words\n![the lake](tj:{LAKE})\nmore")
    asked: list[str] = []
    editor.picture_activated.connect(asked.append)
    for down in (20, 105):
        click(editor, QPoint(60, editor.rect_of(6).top() + down))
    assert asked == [LAKE, LAKE]
    assert editor.cursor_position() == 0


def test_two_clicks_on_a_picture_whose_line_is_written_on_ask_to_see_it(editor: Editor, qtbot: QtBot) -> None:
    editor.set_picture_source(Pictures())
    editor.set_text(f"words\n![the lake](tj:{LAKE})\nmore")
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.set_cursor_position(6)
    asked: list[str] = []
    editor.picture_activated.connect(asked.append)
    place = QPoint(60, editor.rect_of(6).top() + 20)
    click(editor, place)
    assert asked == []
    QTest.mouseDClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [LAKE]
    assert not editor.textCursor().hasSelection()


@pytest.mark.parametrize("target", ["file:///etc/hostname", "https://example.org/a.png", "qrc:/a.png", "tj:../a"])
def test_nothing_but_a_picture_of_the_journal_is_asked_for(editor: Editor, target: str) -> None:
    class Watched(Pictures):
        @override
        def size_of(self, picture_id: str) -> QSize | None:
            raise AssertionError(picture_id)

    editor.set_picture_source(Watched())
    editor.set_text(f"![a]({target})")
    editor.grab()
    assert height(editor, 0) < 60


def test_what_is_seen_stays_where_it_is_when_a_picture_above_it_comes(editor: Editor) -> None:
    pictures = Pictures()
    pictures.is_there = False
    editor.set_picture_source(pictures)
    lines = [f"line {number}" for number in range(200)]
    lines[3] = f"![the lake](tj:{LAKE})"
    text = "\n".join(lines)
    editor.set_text(text)
    editor.set_cursor_position(text.index("line 150"))
    before = editor.rect_of(text.index("line 150")).top()
    pictures.is_there = True
    editor.refresh_pictures()
    assert editor.rect_of(text.index("line 150")).top() == before
