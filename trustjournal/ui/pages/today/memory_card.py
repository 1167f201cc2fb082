"""A page of this day in an earlier year, where the person chose to see one; it can be sent away for good."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import Type
from trustjournal.ui.pages.today.memory_presenter import MemoryState
from trustjournal.ui.parts.when import day_words

_MOST_LETTERS = 240


class MemoryCard(Card):
    """Shows a `MemoryState`; not there while there is nothing to show."""

    open_requested = Signal()
    another_requested = Signal()
    never_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.set_title(self.tr("On this day"))
        self.when = SoftLabel(small=True)
        self.title = PlainLabel(wrap=True)
        self._dress()
        theme.changed.connect(self._dress)
        self.words = SoftLabel()
        self.open = Button(self.tr("Open"), "plain")
        self.another = Button(self.tr("Another year"), "quiet")
        self.never = Button(self.tr("Never bring this back"), "quiet")
        self.never.setAccessibleDescription(self.tr("The page itself stays in your journal"))
        self.open.clicked.connect(self.open_requested)
        self.another.clicked.connect(self.another_requested)
        self.never.clicked.connect(self.never_requested)
        self.body.addWidget(self.when)
        self.body.addWidget(self.title)
        self.body.addWidget(self.words)
        self.body.addWidget(button_row(self.open, self.another, self.never), 0, Qt.AlignmentFlag.AlignTop)
        self.show_state(MemoryState())

    def show_state(self, state: MemoryState) -> None:
        """Show a state."""
        memory = state.memory
        self.setVisible(memory is not None)
        if memory is None:
            for label in (self.when, self.title, self.words):
                label.clear()
            return
        self.when.setText(self._when(memory.entry.moment.day, memory.years))
        self.title.setText(memory.entry.title)
        self.title.setVisible(bool(memory.entry.title.strip()))
        excerpt = " ".join(memory.entry.excerpt.split())
        self.words.setText(excerpt if len(excerpt) <= _MOST_LETTERS else f"{excerpt[:_MOST_LETTERS].rstrip()}…")
        self.words.setVisible(bool(excerpt))
        self.another.setVisible(state.has_others)

    def _dress(self) -> None:
        self.title.setFont(self._theme.ui_font(Type.BASE, Type.STRONG))

    def _when(self, day: date, years: int) -> str:
        ago = self.tr("%n year(s) ago", "", years)
        return self.tr("{years} · {day}").format(years=ago, day=day_words(day))
