"""Everything one can do to words and lines, as actions: for keys, for the bar, for the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trustjournal.domain.formats import formats_at
from trustjournal.domain.line_commands import HEADINGS, plain_lines, toggle_fence, toggle_lines, toggle_ticks
from trustjournal.domain.list_commands import moved_down, moved_up
from trustjournal.domain.markup_spans import INLINE, Format
from trustjournal.domain.passage import Passage
from trustjournal.domain.word_commands import toggle_link, toggle_words
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.pages.journal.sheet.commands import WritingCommands
from trustjournal.ui.parts.editor import Editor

LOOKED_AT_LINES = 100
"""Of a long selection, this many lines say what is pressed in on the bar."""
SHOWN_AFTER_MS = 60


class WritingActions(QObject):
    """The actions. They are heard while the text has the keyboard, and know what the caret is in."""

    formats_changed = Signal()

    def __init__(self, editor: Editor, icons: Icons) -> None:
        super().__init__(editor)
        self._editor = editor
        self._icons = icons
        self._commands = WritingCommands(editor)
        self._formats: frozenset[Format] = frozenset()
        self.formats: dict[Format, QAction] = {
            wanted: self._action(words, keys, partial(self.toggle, wanted), icon)
            for wanted, words, keys, icon in (
                (Format.BOLD, self.tr("Bold"), "Ctrl+B", "bold"),
                (Format.ITALIC, self.tr("Italic"), "Ctrl+I", "italic"),
                (Format.STRIKE, self.tr("Struck out"), "Ctrl+Shift+X", "strike"),
                (Format.CODE, self.tr("Code"), "Ctrl+Shift+C", "code"),
                (Format.LINK, self.tr("Link"), "Ctrl+Shift+K", "link"),
                (Format.HEADING_1, self.tr("Large heading"), "Ctrl+Alt+1", ""),
                (Format.HEADING_2, self.tr("Heading"), "Ctrl+Alt+2", "heading"),
                (Format.HEADING_3, self.tr("Small heading"), "Ctrl+Alt+3", ""),
                (Format.BULLETS, self.tr("List"), "Ctrl+Shift+8", "list"),
                (Format.NUMBERS, self.tr("Numbered list"), "Ctrl+Shift+7", "numbers"),
                (Format.BOXES, self.tr("Checklist"), "Ctrl+Shift+9", "checkbox"),
                (Format.QUOTE, self.tr("Quote"), "Ctrl+Shift+.", "quote"),
            )
        }
        for action in self.formats.values():
            action.setCheckable(True)
        self.others: tuple[QAction, ...] = tuple(
            self._action(words, keys, do)
            for words, keys, do in (
                (self.tr("No heading"), "Ctrl+Alt+0", partial(self._commands.do, plain_lines)),
                (self.tr("Tick or untick"), "Ctrl+Return", partial(self._commands.do, toggle_ticks)),
                (self.tr("Move lines up"), "Alt+Up", partial(self._commands.move_lines, moved_up, up=True)),
                (self.tr("Move lines down"), "Alt+Down", partial(self._commands.move_lines, moved_down, up=False)),
            )
        )
        self._looking = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._looking.timeout.connect(self.look)
        editor.cursorPositionChanged.connect(self._look_soon)
        editor.selectionChanged.connect(self._look_soon)
        editor.edited.connect(self._look_soon)

    @property
    def commands(self) -> WritingCommands:
        """What does them."""
        return self._commands

    def has(self, wanted: Format) -> bool:
        """Whether all of the selection is this."""
        return wanted in self._formats

    def toggle(self, wanted: Format) -> None:
        """Give the selection a format, or take it away."""
        if wanted is Format.LINK:
            self._commands.do(toggle_link)
        elif wanted is Format.CODE and self._is_over_lines():
            self._commands.do(toggle_fence)
        elif wanted in INLINE:
            self._commands.do(lambda passage: toggle_words(passage, wanted))
        else:
            self._commands.do(lambda passage: toggle_lines(passage, wanted))
        self.look()

    def toggle_heading(self) -> None:
        """Make a line a heading; a line that is one of any size, plain."""
        is_heading = any(self.has(one) for one in HEADINGS)
        self._commands.do(plain_lines if is_heading else lambda passage: toggle_lines(passage, Format.HEADING_2))
        self.look()

    def menu(self, parent: QWidget) -> QMenu:
        """A menu with all of them."""
        menu = QMenu(self.tr("Format"), parent)
        for wanted, action in self.formats.items():
            if wanted in (Format.HEADING_1, Format.BULLETS):
                menu.addSeparator()
            menu.addAction(action)
            if wanted is Format.HEADING_3:
                menu.addAction(self.others[0])
        menu.addSeparator()
        for action in self.others[1:]:
            menu.addAction(action)
        return menu

    def look(self) -> None:
        """See what the caret is in now."""
        self._looking.stop()
        found = formats_at(self._commands.passage(LOOKED_AT_LINES))
        for wanted, action in self.formats.items():
            action.setChecked(wanted in found)  # also where nothing changed: to press it has pressed it in
        if found != self._formats:
            self._formats = found
            self.formats_changed.emit()

    def _look_soon(self) -> None:
        if not self._looking.isActive():
            self._looking.start()

    def _is_over_lines(self) -> bool:
        passage: Passage = self._commands.passage(2)
        return "\n" in passage.text

    def _action(self, words: str, keys: str, do: Callable[[], object], icon: str = "") -> QAction:
        action = QAction(words, self)
        if icon:
            action.setIcon(self._icons.icon(icon))
            action.setIconVisibleInMenu(False)  # there a tick says what the caret is in
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())
        self._editor.addAction(action)
        return action
