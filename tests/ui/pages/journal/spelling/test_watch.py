"""Unknown words are underlined where they are seen, and their menu says what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.fakes.dictionaries import FakeDictionaries
from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.spelling import watch_spelling
from trustjournal.ui.pages.journal.spelling.watch import SpellingWatch
from trustjournal.ui.parts.editor import Editor, MarkLayer, MenuRequest


@dataclass
class Scene:
    """An editor whose words are looked at."""

    editor: Editor
    watch: SpellingWatch
    dictionaries: FakeDictionaries
    aside: SteppedTasks
    said: list[str] = field(default_factory=list)

    def rest(self) -> None:
        """Time passes without a key."""
        self.editor.view_changed.emit()
        self.aside.all()

    def write(self, text: str) -> None:
        """Another text is shown."""
        self.editor.set_text(text)
        self.rest()

    def marked(self) -> list[str]:
        """The words that are underlined."""
        units = self.editor.text().encode("utf-16-le")
        return [units[2 * a : 2 * b].decode("utf-16-le") for a, b in self.editor.marks(MarkLayer.SPELLING)]

    def selected(self) -> str:
        """The word that is selected."""
        return self.editor.textCursor().selectedText()

    def menu(self, position: int) -> QMenu:
        """The menu at a position, before anybody has looked for similar words."""
        menu = QMenu(self.editor)
        menu.addAction("Undo")
        self.editor.menu_requested.emit(MenuRequest(menu, position))
        return menu


def seen(menu: QMenu) -> list[str]:
    """What can be read in a menu; what cannot be chosen in brackets."""
    return [
        action.text() if action.isEnabled() else f"[{action.text()}]"
        for action in menu.actions()
        if action.isVisible() and not action.isSeparator()
    ]


def entry(menu: QMenu, text: str) -> QAction:
    """The entry of this name."""
    return next(action for action in menu.actions() if action.text() == text)


@pytest.fixture
def scene(qtbot: QtBot, theme: Theme, journal: Journal) -> Scene:
    editor = Editor(theme)
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    dictionaries = FakeDictionaries(hints={"wrold": ("word", "two", "red & one"), "isn't": ("is't",)})
    aside = SteppedTasks()
    watch = watch_spelling(
        editor,
        spelling=journal.spelling,
        choices=journal.choices,
        dictionaries=dictionaries,
        tasks=InlineTasks(),
        aside=aside,
        tell=lambda error: pytest.fail(repr(error)),
    )
    scene = Scene(editor, watch, dictionaries, aside)
    watch.said.connect(scene.said.append)
    editor.show()
    editor.setFocus()
    scene.rest()
    return scene


def test_unknown_words_are_underlined(scene: Scene) -> None:
    scene.write("the wrold is 😀 knid and\nred")
    assert scene.marked() == ["wrold", "knid"]


def test_code_and_addresses_are_not(scene: Scene) -> None:
    scene.write("the `knid` [wrold](https://wrold.example) https://knid.example\n```\nknid\n```\n**wrod**")
    assert scene.marked() == ["wrold", "wrod"]


def test_only_what_is_seen_is_looked_at(scene: Scene) -> None:
    scene.write("knid\n" + "a man\n" * 3000 + "wrold")
    assert scene.marked() == ["knid"]
    assert "wrold" not in scene.dictionaries.asked
    scene.editor.verticalScrollBar().setValue(scene.editor.verticalScrollBar().maximum())
    scene.rest()
    assert scene.marked() == ["wrold"]


def test_the_word_being_written_is_left_alone_until_the_caret_leaves_it(scene: Scene) -> None:
    QTest.keyClicks(scene.editor, "a knid")
    scene.rest()
    assert scene.marked() == []
    QTest.keyClick(scene.editor, Qt.Key.Key_Home)
    scene.aside.all()
    assert scene.marked() == ["knid"]
    scene.editor.set_cursor_position(6)
    scene.rest()
    assert scene.marked() == ["knid"]
    QTest.keyClicks(scene.editor, " ")
    scene.rest()
    assert scene.marked() == ["knid"]


def test_a_very_long_line_is_looked_at_where_it_is_seen(scene: Scene) -> None:
    scene.write("😀 " + "wrold knid " * 20_000)
    assert set(scene.marked()) == {"wrold", "knid"}
    assert len(scene.marked()) < 1000


def test_the_menu_offers_what_may_have_been_meant(scene: Scene) -> None:
    scene.write("a wrold")
    menu = scene.menu(4)
    assert seen(menu) == [
        "[Looking for similar words…]", "Add to my words", "Ignore until the journal locks",
        "Next unknown word", "Undo",
    ]  # fmt: skip
    scene.aside.all()
    assert seen(menu)[:3] == ["word", "two", "red && one"]
    entry(menu, "two").trigger()
    assert scene.editor.text() == "a two"
    scene.editor.undo()
    assert scene.editor.text() == "a wrold"


def test_the_menu_of_a_word_that_is_right_is_as_ever(scene: Scene) -> None:
    scene.write("a word")
    assert seen(scene.menu(4)) == ["Undo"]


def test_the_menu_says_where_nothing_is_similar(scene: Scene) -> None:
    scene.write("knid")
    menu = scene.menu(0)
    scene.aside.all()
    assert seen(menu)[0] == "[No similar word]"


def test_a_curly_apostrophe_stays_one(scene: Scene) -> None:
    scene.write("isn’t")
    menu = scene.menu(2)
    scene.aside.all()
    entry(menu, "is't").trigger()
    assert scene.editor.text() == "is’t"


@pytest.mark.parametrize("choice", ["Add to my words", "Ignore until the journal locks"])
def test_a_word_that_is_right_after_all_is_no_longer_underlined(scene: Scene, journal: Journal, choice: str) -> None:
    scene.write("knid wrold knid")
    entry(scene.menu(1), choice).trigger()
    assert scene.marked() == ["wrold"]
    assert journal.spelling.words() == (("knid",) if choice.startswith("Add") else ())


@pytest.fixture
def f7(scene: Scene, qtbot: QtBot) -> Callable[[], None]:
    """Presses the key for the next unknown word, and waits until it has been looked for."""

    def press() -> None:
        before = (scene.editor.selection(), len(scene.said))
        QTest.keyClick(scene.editor, Qt.Key.Key_F7)

        def is_done() -> bool:
            scene.aside.all()
            return (scene.editor.selection(), len(scene.said)) != before

        qtbot.waitUntil(is_done)

    return press


def test_a_key_goes_from_one_unknown_word_to_the_next_and_round(scene: Scene, f7: Callable[[], None]) -> None:
    scene.write("a 😀 knid\n" + "a man\n" * 3000 + "wrold `wrod`\nand knid")
    where = []
    for _press in range(4):
        f7()
        where.append((scene.selected(), scene.editor.selection()[0] < 10))
    assert where == [("knid", True), ("wrold", False), ("knid", False), ("knid", True)]
    assert scene.editor.rect_of(scene.editor.cursor_position()).bottom() <= scene.editor.viewport().height()


def test_the_key_says_so_where_every_word_is_known(scene: Scene, f7: Callable[[], None]) -> None:
    scene.write("a man")
    f7()
    assert scene.said == ["The dictionaries know every word here."]


def test_without_a_dictionary_the_key_says_why_nothing_happens(scene: Scene, f7: Callable[[], None]) -> None:
    scene.watch.checker._use(())
    scene.write("knid")
    assert scene.marked() == []
    f7()
    assert "no dictionary was found" in scene.said[0]
