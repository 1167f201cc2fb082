"""One unit of the guide to read: its text, its key ideas, its prompts and its closing step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.guide import Unit
from trustjournal.domain.guide_text import Block, GuideHit, Spot, Voice, blocks_of
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.labels import ReadingLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, S16, S24
from trustjournal.ui.pages.guide.lately_card import LatelyCard
from trustjournal.ui.pages.guide.letters import Letters
from trustjournal.ui.pages.guide.prompts.arranging import UnitPrompts
from trustjournal.ui.pages.guide.prompts.card import WriteCard
from trustjournal.ui.pages.guide.prompts.row import PromptWishes
from trustjournal.ui.parts.reading_view import ReadingView, untranslated_words

LATELY = "lately"
"""The unit for what happened not long ago."""


class UnitView(ReadingView):
    """A unit. With `titled`, its own title stands over it (a part of several units)."""

    go_requested = Signal(object)
    acute_answered = Signal(bool)
    """It happened in the last four weeks, or that is over."""

    def __init__(
        self,
        unit: Unit,
        theme: Theme,
        wishes: PromptWishes,
        *,
        titled: bool,
        is_translated: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit = unit
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        self._title: ReadingLabel | None = None
        if titled:
            self._title = ReadingLabel(unit.title, role="heading")
            head = QVBoxLayout()
            head.setSpacing(S4)
            head.addWidget(self._title)
            head.addWidget(SoftLabel(self.tr("%n minute(s)", "", unit.minutes), small=True))
            column.addLayout(head)
        if not is_translated:
            column.addWidget(Notice(untranslated_words(), parent=self))
        self._purpose = SoftLabel(unit.text.purpose)
        column.addWidget(self._purpose)
        if unit.text.content_note:
            column.addWidget(Notice(unit.text.content_note, parent=self))
        self._lately: LatelyCard | None = None
        if unit.id == LATELY:
            self._lately = LatelyCard()
            self._lately.answered.connect(self.acute_answered)
            column.addWidget(self._lately)
        self._text = self.reading(unit.title)
        column.addWidget(self._text)
        ideas = Card(self.tr("Key ideas"))
        self._ideas = self.reading(self.tr("Key ideas: {unit}").format(unit=unit.title))
        ideas.body.addWidget(self._ideas)
        column.addWidget(ideas)
        self.write = WriteCard(unit, wishes)
        self.write.go_requested.connect(self.go_requested)
        column.addWidget(self.write)
        close = QVBoxLayout()
        close.setSpacing(S8)
        close.addWidget(SectionLabel(self.tr("Before you go")))
        self._closing = self.reading(self.tr("Before you go: {unit}").format(unit=unit.title))
        close.addWidget(self._closing)
        column.addSpacing(S8)
        column.addLayout(close)
        column.addSpacing(S24)

    @property
    def unit(self) -> Unit:
        """What is shown."""
        return self._unit

    def show_prompts(self, prompts: UnitPrompts) -> None:
        """Show the prompts as they are arranged."""
        self.write.show_prompts(prompts)

    def show_acute(self, until: date | None) -> None:
        """Say whether prompts stay light because something happened."""
        if self._lately is not None:
            self._lately.show_until(until)

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with little width."""
        self.write.set_narrow(narrow=narrow)

    def set_type(self, letters: Letters) -> None:
        """Set the text anew in these letters."""
        self._text.set_blocks(tuple(blocks_of(self._unit.text.sections)), letters.text)
        self._ideas.set_blocks(tuple(Block(Voice.POINT, idea) for idea in self._unit.text.key_ideas), letters.idea)
        self._closing.set_blocks((Block(Voice.TEXT, self._unit.text.closing_step),), letters.text)
        self._purpose.setFont(letters.prompt)
        self.write.set_type(letters.prompt)

    # What was found ---------------------------------------------------------------------------

    def show_hit(self, hit: GuideHit) -> QRect:
        """Mark a place that was found; returns where it is, in here."""
        self.unmark()
        passage, colour = hit.passage, self._theme.colour("mood_wash")
        match passage.spot:
            case Spot.TEXT:
                return self.in_here(self._text, self._text.mark(passage.index, hit.start, hit.end, colour))
            case Spot.IDEA:
                return self.in_here(self._ideas, self._ideas.mark(passage.index, hit.start, hit.end, colour))
            case Spot.CLOSING:
                return self.in_here(self._closing, self._closing.mark(0, hit.start, hit.end, colour))
            case Spot.PROMPT:
                row = self.write.row_of(self._unit.prompts[passage.index])
                if row is None:
                    return self.in_here(self.write, self.write.rect())
                row.mark(hit.start, hit.end)
                return self.in_here(row, row.rect())
            case Spot.PURPOSE:
                return self.in_here(self._purpose, self._purpose.rect())
            case _:
                return QRect(0, 0, self.width(), 1)

    def unmark(self) -> None:
        """Mark nothing."""
        for text in (self._text, self._ideas, self._closing):
            text.unmark()
        for row in self.write.rows():
            row.unmark()
