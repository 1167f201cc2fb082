"""What can be typed into the search field: a line for each, which is written into the field when it is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import SectionLabel, SoftLabel
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.searching.words import help_lines

WIDTH, HEIGHT = 420, 400


class HelpPopover(Popover):
    """Arrows move, Enter writes the example into the field, Escape closes."""

    term_chosen = Signal(str)

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        super().__init__(anchor, theme)
        self.setAccessibleName(self.tr("What you can search for"))
        self.column.addWidget(SectionLabel(self.tr("What you can search for")))
        self.column.addWidget(
            SoftLabel(self.tr("Accents and capital letters make no difference. Choose a line to try it."), small=True)
        )
        self.list = _Lines()
        self.list.setAccessibleName(self.tr("What you can search for"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in help_lines():
            item = QListWidgetItem(f"\u2066{line.example}\u2069\n{line.meaning}")
            item.setData(Qt.ItemDataRole.UserRole, line.example)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.example}: {line.meaning}")
            self.list.addItem(item)
        self.column.addWidget(self.list)
        self.list.chosen.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.setCurrentRow(0)
        self.setFocusProxy(self.list)
        screen = anchor.screen().availableGeometry()
        self.setFixedSize(min(scaled(WIDTH), screen.width() - 16), min(scaled(HEIGHT), screen.height() * 2 // 3))
        self.list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        example = str(item.data(Qt.ItemDataRole.UserRole))
        self.close()
        self.term_chosen.emit(example)


class _Lines(QListWidget):
    """A list in which Enter chooses."""

    chosen = Signal(QListWidgetItem)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item)
        else:
            super().keyPressEvent(event)
