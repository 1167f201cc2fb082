"""What can be typed into the search field: an example of each, which is written into the field when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SectionLabel, SoftLabel
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.scroll_column import ScrollColumn
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S16
from trustjournal.ui.pages.journal.searching.words import HelpLine, help_lines

WIDTH, HEIGHT = 400, 440


class HelpPopover(Popover):
    """Arrows and Tab move, Enter writes the example into the field, Escape closes."""

    term_chosen = Signal(str)

    def __init__(self, anchor: QWidget, theme: Theme) -> None:
        super().__init__(anchor, theme)
        self.setAccessibleName(self.tr("What you can search for"))
        self.column.setContentsMargins(1, 1, 1, 1)
        self._scroll = ScrollColumn(WIDTH, margin=S16)
        body = self._scroll.body
        body.setSpacing(S16)
        body.addWidget(SectionLabel(self.tr("What you can search for"), wrap=True))
        words = self.tr("Accents and capital letters make no difference. Press an example to try it.")
        body.addWidget(SoftLabel(words, small=True))
        self.examples = [self._line(line, body) for line in help_lines()]
        self.column.addWidget(self._scroll)
        screen = anchor.screen().availableGeometry()
        self.setFixedSize(min(scaled(WIDTH), screen.width() - S16), min(scaled(HEIGHT), screen.height() * 2 // 3))
        self.examples[0].setFocus()

    def _line(self, line: HelpLine, body: QVBoxLayout) -> Chip:
        example = Chip(f"\u2066{line.example}\u2069", clickable=True)
        example.setAccessibleDescription(line.meaning)
        example.clicked.connect(lambda: self._choose(line.example))
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        chips = QWidget()
        FlowLayout(chips).addWidget(example)
        column.addWidget(chips)
        column.addWidget(SoftLabel(line.meaning, small=True))
        body.addWidget(row)
        return example

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        at = next((n for n, chip in enumerate(self.examples) if chip.isAncestorOf(self.focusWidget())), 0)
        to = self.examples[max(0, min(at + step, len(self.examples) - 1))]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(to)

    def _choose(self, example: str) -> None:
        self.close()
        self.term_chosen.emit(example)
