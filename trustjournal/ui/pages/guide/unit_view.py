"""One unit of the guide to read: its text, its key ideas, its prompts and its closing step."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.guide import Unit
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import ReadingLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16, S24, Type
from trustjournal.ui.pages.guide.write_card import WriteCard
from trustjournal.ui.parts.reading_text import Block, ReadingFonts, ReadingText, Voice, blocks_of


class UnitView(QWidget):
    """A unit. With `titled`, its own title stands over it (a part of several units)."""

    write_requested = Signal(object)
    unfold_requested = Signal(object)
    cursor_moved = Signal(object)
    """A rectangle in this widget that the reader's cursor is in."""

    def __init__(self, unit: Unit, theme: Theme, *, titled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        if titled:
            head = QVBoxLayout()
            head.setSpacing(S4)
            head.addWidget(ReadingLabel(unit.title, role="heading"))
            head.addWidget(SoftLabel(self.tr("%n minute(s)", "", unit.minutes), small=True))
            column.addLayout(head)
        column.addWidget(SoftLabel(unit.text.purpose))
        if unit.text.content_note:
            column.addWidget(Notice(unit.text.content_note, parent=self))
        self._text = ReadingText()
        self._text.setAccessibleName(unit.title)
        self._text.cursor_moved.connect(self._on_text_cursor_moved)
        column.addWidget(self._text)
        ideas = Card(self.tr("Key ideas"))
        self._ideas = ReadingText()
        self._ideas.setAccessibleName(self.tr("Key ideas: {unit}").format(unit=unit.title))
        self._ideas.cursor_moved.connect(self._on_ideas_cursor_moved)
        ideas.body.addWidget(self._ideas)
        column.addWidget(ideas)
        self._write = WriteCard(unit)
        self._write.write_requested.connect(self.write_requested)
        self._write.unfold_requested.connect(self.unfold_requested)
        column.addWidget(self._write)
        close = QVBoxLayout()
        close.setSpacing(S8)
        close.addWidget(SectionLabel(self.tr("Before you go")))
        close.addWidget(ReadingLabel(unit.text.closing_step, selectable=True))
        column.addSpacing(S8)
        column.addLayout(close)
        column.addSpacing(S24)
        self.set_type()

    @property
    def unit(self) -> Unit:
        """What is shown."""
        return self._unit

    def show_unfolded(self, unfolded: frozenset[str]) -> None:
        """Open the deep prompts with these ids."""
        self._write.show_unfolded(unfolded)

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with little width."""
        self._write.set_narrow(narrow=narrow)

    def set_type(self) -> None:
        """Set the text anew in the theme's faces, sizes and colours."""
        fonts = ReadingFonts(self._theme.serif_font(), self._theme.serif_font(18, Type.STRONG))
        self._text.set_blocks(tuple(blocks_of(self._unit.text.sections)), fonts)
        ideas = tuple(Block(Voice.POINT, idea) for idea in self._unit.text.key_ideas)
        self._ideas.set_blocks(ideas, ReadingFonts(self._theme.serif_font(15), self._theme.serif_font(15)))

    def _on_text_cursor_moved(self, where: QRect) -> None:
        self.cursor_moved.emit(where.translated(self._text.pos()))

    def _on_ideas_cursor_moved(self, where: QRect) -> None:
        self.cursor_moved.emit(QRect(self._ideas.mapTo(self, where.topLeft()), where.size()))
