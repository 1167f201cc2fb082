"""An article beside the parts, to be read: its text, and claims from research each with its limit and its source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QWidget

from trustjournal.domain.guide import Article, Fact, Guide
from trustjournal.domain.guide_text import GuideHit, Spot
from trustjournal.domain.place import Place
from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import PlainLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.link_card import LinkCard
from trustjournal.ui.kit.notice import Notice
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8
from trustjournal.ui.pages.guide.letters import Letters
from trustjournal.ui.parts.article_view import ArticleView
from trustjournal.ui.parts.reading_view import untranslated_words


class ArticleWithClaims(ArticleView):
    """An article; its title stands over it."""

    go_requested = Signal(object)
    """A `Place`."""

    def __init__(self, article: Article, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        if article.language != guide.language:
            self.head.addWidget(Notice(untranslated_words(), parent=self))
        self._facts = [_FactCard(fact, guide, self.go_requested.emit) for fact in article.text.facts]
        if self._facts:
            self.below_text.addWidget(SectionLabel(self.tr("Claims from research")))
        for card in self._facts:
            self.below_text.addWidget(card)
        if article.is_care:
            to_help = LinkCard(self.tr("Help"), self.tr("Numbers to call, and pages about being safe."), theme)
            to_help.clicked.connect(lambda: self.go_requested.emit(Place("help")))
            self.below_text.addWidget(to_help)
        self.show_article(article)

    def set_type(self, letters: Letters) -> None:
        """Set the text anew in these letters."""
        self.set_fonts(letters.text)
        self.purpose.setFont(letters.prompt)
        for card in self._facts:
            card.set_type(letters.prompt, letters.note)

    def show_hit(self, hit: GuideHit) -> QRect:
        """Mark a place that was found; returns where it is, in here."""
        self.unmark()
        passage, colour = hit.passage, self._theme.colour("mood_wash")
        match passage.spot:
            case Spot.TEXT:
                return self.in_here(self.text, self.text.mark(passage.index, hit.start, hit.end, colour))
            case Spot.CLOSING:
                return self.in_here(self.closing, self.closing.mark(0, hit.start, hit.end, colour))
            case Spot.FACT:
                card = self._facts[passage.index]
                card.mark(hit.start, hit.end)
                return self.in_here(card, card.rect())
            case _:
                return QRect(0, 0, self.width(), 1)

    def unmark(self) -> None:
        """Mark nothing."""
        for text in (self.text, self.closing):
            text.unmark()
        for card in self._facts:
            card.mark(0, 0)


class _FactCard(Card):
    """A claim, then its limit, then where it comes from, then the units that make use of it."""

    def __init__(self, fact: Fact, guide: Guide, go: Callable[[Place], None]) -> None:
        super().__init__(small=True)
        self.setAccessibleName(self.tr("A claim from research"))
        self.body.setSpacing(S8)
        self._claim = PlainLabel(fact.claim, wrap=True)
        self._limit = SoftLabel(fact.limit)
        self._source = SoftLabel(fact.source)
        for heading, label in (
            (None, self._claim),
            (self.tr("Its limit"), self._limit),
            (self.tr("Source"), self._source),
        ):
            if heading is not None:
                self.body.addWidget(SectionLabel(heading))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(label)
        links = QWidget()
        flow = FlowLayout(links, gap=S8)
        flow.addWidget(SoftLabel(self.tr("Used in"), wrap=False, small=True))
        for unit_id in fact.units:
            unit = guide.unit(unit_id)
            if unit is not None:
                chip = Chip(unit.title, clickable=True)
                for button in chip.findChildren(QAbstractButton):
                    button.setAccessibleDescription(fact.claim)  # a unit is named in several cards
                chip.clicked.connect(lambda unit_id=unit_id: go(Place("guide", unit_id)))
                flow.addWidget(chip)
        self.body.addWidget(links)

    def set_type(self, text: QFont, note: QFont) -> None:
        self._claim.setFont(text)
        for label in (self._limit, self._source):
            label.setFont(note)

    def mark(self, start: int, end: int) -> None:
        """Select some letters, counted over claim, limit and source with a line between them."""
        for label in (self._claim, self._limit, self._source):
            units = len(label.text().encode("utf-16-le")) // 2
            first, last = max(0, start), min(units, end)
            if first < last:
                label.setSelection(first, last - first)
            elif label.hasSelectedText():
                label.setSelection(0, 0)
            start, end = start - units - 1, end - units - 1
