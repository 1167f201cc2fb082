"""Help before anything is unlocked: numbers by country and two articles, the same for everybody. Nothing is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.guide import Article
from trustjournal.domain.help import Care
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.link_card import LinkCard
from trustjournal.ui.kit.tab_order import tab_as_laid_out
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12, S16, Type
from trustjournal.ui.parts.article_view import TitledArticle
from trustjournal.ui.parts.care_words import in_danger, what_it_is
from trustjournal.ui.parts.help_list import HelpList
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.state import PromptState

COLUMN_WIDTH = 680


class HelpScreen(PromptScreen):
    """Each time it comes up, no country is chosen and no article is open."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, care: Care, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent, width=COLUMN_WIDTH)
        self._care = care
        self.title.setText(self.tr("Help"))
        self.back = Button(self.tr("Back to unlocking"), "quiet", flush=True)
        self.back.clicked.connect(self._on_back_clicked)
        self.buttons = [self.back]
        self._danger = PlainLabel(in_danger(), wrap=True)
        self.list = HelpList(theme)
        self.list.country_chosen.connect(self._on_list_country_chosen)
        self.links = tuple(self._link(article) for article in care.articles)
        self.reading = TitledArticle(theme)
        self.reading.cursor_moved.connect(lambda where: self.area.keep_in_sight(self.reading, where))
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    @override
    def begin(self, state: PromptState) -> None:
        self.list.show_numbers(self._care.numbers, "", self._care.today)
        self._open(None)

    @override
    def first_focus(self) -> QWidget:
        return self.back

    def _open(self, article: Article | None) -> None:
        if article is not None:
            self.reading.show_article(article)
        self._home.setVisible(article is None)
        self.reading.setVisible(article is not None)
        self.back.setText(self.tr("Back to unlocking") if article is None else self.tr("All of Help"))
        self.area.verticalScrollBar().setValue(0)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back_clicked(self) -> None:
        if self.reading.isHidden():
            self.back_wanted.emit()
        else:
            self._open(None)

    def _on_list_country_chosen(self, country_id: str) -> None:
        self.list.show_numbers(self._care.numbers, country_id, self._care.today)
        tab_as_laid_out(self)

    def _link(self, article: Article) -> LinkCard:
        link = LinkCard(article.title, "", self.theme)
        link.clicked.connect(lambda: self._open(article))
        return link

    def _lay_out(self) -> None:
        self._home = QWidget()
        home = QVBoxLayout(self._home)
        home.setContentsMargins(0, 0, 0, 0)
        home.setSpacing(S16)
        for words in (
            self.title,
            self._danger,
            PlainLabel(what_it_is(), wrap=True),
            SoftLabel(self.tr("Nothing of any journal is shown here, and what you choose is not remembered.")),
            self.list,
            SectionLabel(self.tr("To read")),
            *self.links,
        ):
            home.addWidget(words)
        body = self.area.body
        body.setSpacing(S12)
        body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        body.addWidget(self._home)
        body.addWidget(self.reading)
        body.addStretch(1)
        self.reading.hide()

    def _dress(self) -> None:
        self._danger.setFont(self.theme.ui_font(17, Type.STRONG))
