"""Keys that mean something of their own in lists and quotes: Enter, Tab, Shift and Tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from trustjournal.domain.list_commands import indented, new_line, outdented
from trustjournal.ui.pages.journal.sheet.commands import MOST_LINES_AROUND, WritingCommands
from trustjournal.ui.parts.editor import Editor


class ListKeys(QObject):
    """Hears keys before the editor does. Shift and Tab would leave it before it was asked."""

    def __init__(self, editor: Editor, commands: WritingCommands) -> None:
        super().__init__(editor)
        self._commands = commands
        editor.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not modifiers:
                return self._commands.do(new_line, below=MOST_LINES_AROUND)
            case Qt.Key.Key_Tab if not modifiers:
                return self._commands.do(indented, above=MOST_LINES_AROUND)
            case Qt.Key.Key_Backtab if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
                return self._commands.do(outdented, above=MOST_LINES_AROUND)
        return False
