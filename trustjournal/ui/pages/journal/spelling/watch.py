"""Marks the unknown words that are seen in an editor, and offers in its menu what to do about one.

Nothing is looked at while somebody types or scrolls: the editor says when it has been at rest. The word that is being
written is left alone until the caret leaves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

from trustjournal.domain.spelling import plain_word
from trustjournal.ui.pages.journal.spelling.checker import SpellChecker
from trustjournal.ui.pages.journal.spelling.prose import Prose, ReadLine
from trustjournal.ui.parts.editor import Editor, MarkLayer, MenuRequest

MOST_SUGGESTIONS = 5
SLICE_SECONDS = 0.003
"""So long words are looked for before a key can be heard."""
_LINES_AT_ONCE = 50
"""So many lines are looked through on the way to the next word before a key can be heard."""


class SpellingWatch(QObject):
    """Joins an editor to its checker, which is made by it with the function that shows its answers."""

    said = Signal(str)
    """A sentence for the person: there is no next word, and why."""

    def __init__(self, editor: Editor, make_checker: Callable[[Callable[[], None]], SpellChecker]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._prose = Prose()
        self._is_typing = False
        self._is_edit = False
        """The text was changed, and the caret has not moved on account of it yet."""
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.look)
        self.checker = make_checker(self.look)
        self.next_action = QAction(self.tr("Next unknown word"), self)
        self.next_action.setShortcut(QKeySequence(Qt.Key.Key_F7))
        self.next_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.next_action.triggered.connect(self.go_to_next)
        editor.addAction(self.next_action)
        editor.view_changed.connect(self._on_editor_view_changed)
        editor.edited.connect(self._on_editor_edited)
        editor.cursorPositionChanged.connect(self._on_editor_cursor_position_changed)
        editor.menu_requested.connect(self._on_editor_menu_requested)

    def look(self) -> None:
        """Mark the unknown words among those that are seen."""
        if not self.checker.is_on:
            if self._editor.marks(MarkLayer.SPELLING):
                self._editor.set_marks(MarkLayer.SPELLING, ())
            return
        if not self._editor.isVisible():
            return
        first, last = self._editor.visible_text_range()
        end = monotonic() + SLICE_SECONDS
        try:
            lines = self._prose.between(self._editor.document(), first, last, lambda: monotonic() > end)
        except TimeoutError:
            self._rest.start()
            return
        wrong = self.checker.wrong(frozenset[str]().union(*(line.words for line in lines)))
        caret = self._editor.cursor_position() if self._is_typing else -1
        marks = [
            (start, end)
            for line in lines
            for start, end, _word in line.of(wrong)
            if first <= start and end <= last and not start <= caret <= end
        ]
        if marks != list(self._editor.marks(MarkLayer.SPELLING)):
            self._editor.set_marks(MarkLayer.SPELLING, marks)

    def _on_editor_view_changed(self) -> None:
        if self._editor.isVisible():
            self.checker.begin()
            self.look()

    # Typing -----------------------------------------------------------------------------------

    def _on_editor_edited(self) -> None:
        self._is_typing = self._is_edit = True

    def _on_editor_cursor_position_changed(self) -> None:
        if self._is_edit:
            self._is_edit = False
        elif self._is_typing:
            self._is_typing = False
            self.look()

    # The next one -----------------------------------------------------------------------------

    def go_to_next(self) -> None:
        """Select the next unknown word after the caret, beginning again at the top."""
        if not self.checker.is_on:
            self.said.emit(self.tr("No words are checked: spelling is off, or no dictionary was found. See Settings."))
            return
        self._is_typing = False
        document = self._editor.document()
        self._search(document, self._prose.from_on(document, max(self._editor.selection())))

    def _search(self, document: QTextDocument, lines: Iterator[ReadLine]) -> None:
        if self._editor.document() != document:
            return
        some = list(islice(lines, _LINES_AT_ONCE))
        if not some:
            self.said.emit(self.tr("The dictionaries know every word here."))
            return

        def take(wrong: frozenset[str]) -> None:
            if self._editor.document() != document:
                return
            found = next((place for line in some for place in line.of(wrong)), None)
            if found is None:
                QTimer.singleShot(0, self, lambda: self._search(document, lines))
            else:
                self._editor.set_selection(found.start, found.end)
                self._editor.ensureCursorVisible()
                self._editor.scroll_into_view(found.start)

        self.checker.settle(frozenset[str]().union(*(line.words for line in some)), take)

    # The menu ---------------------------------------------------------------------------------

    def _on_editor_menu_requested(self, request: MenuRequest) -> None:
        marks = self._editor.marks(MarkLayer.SPELLING)
        at = request.position
        place = next(((start, end) for start, end in marks if start <= at <= end), None)
        if place is not None:
            self._offer(request.menu, *place)

    def _offer(self, menu: QMenu, start: int, end: int) -> None:
        word = plain_word(self._text(start, end))
        waiting = QAction(self.tr("Looking for similar words…"), menu)
        waiting.setEnabled(False)
        choices = [QAction(menu) for _number in range(MOST_SUGGESTIONS)]
        add = QAction(self.tr("Add to my words"), menu)
        add.triggered.connect(lambda: self.checker.add(word))
        ignore = QAction(self.tr("Ignore until the journal locks"), menu)
        ignore.triggered.connect(lambda: self.checker.ignore(word))
        rules = [QAction(menu), QAction(menu)]
        for rule in rules:
            rule.setSeparator(True)
        for action in choices:
            action.setVisible(False)
        ours = [waiting, *choices, rules[0], add, ignore, self.next_action, rules[1]]
        menu.insertActions(menu.actions()[0], ours)

        def fill(suggestions: tuple[str, ...]) -> None:
            waiting.setText(self.tr("No similar word"))
            waiting.setVisible(not suggestions)
            for action, suggestion in zip(choices, suggestions, strict=False):
                action.setText(suggestion.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, meant=suggestion: self._replace(start, end, meant))
                action.setVisible(True)
            _keep_on_screen(menu)

        self.checker.suggest(word, owner=menu, done=fill)

    def _replace(self, start: int, end: int, meant: str) -> None:
        """Put what was meant in the place of a word, with the kind of apostrophe it was written with."""
        if "’" in self._text(start, end):
            meant = meant.replace("'", "’")
        self._editor.replace_range(start, end, meant)

    def _text(self, start: int, end: int) -> str:
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()


def _keep_on_screen(menu: QMenu) -> None:
    """Move up a menu that has grown beyond the end of the screen."""
    below = menu.frameGeometry().bottom() - menu.screen().availableGeometry().bottom()
    if menu.isVisible() and below > 0:
        menu.move(menu.x(), max(menu.screen().availableGeometry().top(), menu.y() - below))
