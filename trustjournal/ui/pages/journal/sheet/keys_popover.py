"""The keys for writing, to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from trustjournal.ui.kit.labels import SectionLabel
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S32
from trustjournal.ui.pages.journal.sheet.finding import REPLACE_KEYS
from trustjournal.ui.pages.journal.sheet.menu import named
from trustjournal.ui.pages.journal.sheet.writing_actions import WritingActions

WIDTH, HEIGHT = 380, 460


class KeysPopover(Popover):
    """A table of what a key does and which it is; the arrow keys go through it, Escape closes it."""

    def __init__(self, anchor: QWidget, theme: Theme, actions: WritingActions) -> None:
        super().__init__(anchor, theme)
        name = self.tr("Keys for writing")
        self.setAccessibleName(name)
        self.table = _Table(
            [
                *((action.text(), native(action.shortcut())) for action in actions.formats.values()),
                *((action.text(), native(action.shortcut())) for action in actions.others),
                (self.tr("Next item of a list, or its end"), native(QKeySequence("Return"))),
                (self.tr("Item of a list further in"), native(QKeySequence("Tab"))),
                (self.tr("Item of a list further out"), native(QKeySequence("Shift+Tab"))),
                (self.tr("New line in the same item"), native(QKeySequence("Shift+Return"))),
                (self.tr("Leave the text"), native(QKeySequence("Ctrl+Tab"))),
                (self.tr("Undo"), native(QKeySequence(QKeySequence.StandardKey.Undo))),
                (self.tr("Redo"), native(QKeySequence(QKeySequence.StandardKey.Redo))),
                (self.tr("Paste as plain text"), named("Ctrl+Shift+V")),
                (self.tr("Find in this entry"), named("Ctrl+F")),
                (self.tr("Replace in this entry"), named(REPLACE_KEYS)),
                (self.tr("Next place found"), named("F3")),
                (self.tr("Place found before"), named("Shift+F3")),
                (self.tr("Larger letters"), named("Ctrl++")),
                (self.tr("Smaller letters"), named("Ctrl+-")),
                (self.tr("Usual letters"), named("Ctrl+0")),
                (self.tr("Focus mode"), named("F11")),
            ]
        )
        self.table.setAccessibleName(name)
        self.column.addWidget(SectionLabel(name))
        self.column.addWidget(self.table)
        room = anchor.screen().availableGeometry().height() - 2 * S32
        self.setFixedSize(scaled(WIDTH), min(scaled(HEIGHT), room))
        self.setFocusProxy(self.table)
        self.table.setFocus()


class _Table(QTableWidget):
    """Two columns without heads: words, keys."""

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__(len(lines), 2)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for row, line in enumerate(lines):
            for column, words in enumerate(line):
                self.setItem(row, column, QTableWidgetItem(words))
        self.setCurrentCell(0, 0)


def native(keys: QKeySequence) -> str:
    """Keys as they are named on this system."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
