"""An article of the guide to read: what it is for, its text and how to close it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.domain.guide import Article
from trustjournal.domain.guide_text import Block, Voice, blocks_of
from trustjournal.ui.kit.labels import ReadingLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S16, S24, Type
from trustjournal.ui.parts.reading_text import ReadingFonts
from trustjournal.ui.parts.reading_view import ReadingView


class ArticleView(ReadingView):
    """Shows one article at a time; it knows nothing of where it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article: Article | None = None
        self.purpose = SoftLabel()
        self.text, self.closing = self.reading(), self.reading()
        self.head, self.below_text = QVBoxLayout(), QVBoxLayout()  # for what a page puts over it and under its text
        for room in (self.head, self.below_text):
            room.setSpacing(S16)
        self._end = QWidget()
        end = QVBoxLayout(self._end)
        end.setContentsMargins(0, S8, 0, 0)
        end.setSpacing(S8)
        end.addWidget(SectionLabel(self.tr("Before you go")))
        end.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S24)
        column.setSpacing(S16)
        column.addLayout(self.head)
        column.addWidget(self.purpose)
        column.addWidget(self.text)
        column.addLayout(self.below_text)
        column.addWidget(self._end)

    def show_article(self, article: Article) -> None:
        """Show this one, whose text raises ContentError where its file is broken; set its letters after it."""
        text = article.text
        self.article = article
        self.purpose.setText(text.purpose)
        self.text.setAccessibleName(article.title)
        self.closing.setAccessibleName(self.tr("Before you go: {unit}").format(unit=article.title))
        self._end.setVisible(text.closing_step is not None)

    def set_fonts(self, fonts: ReadingFonts) -> None:
        """Set what is shown anew in these letters."""
        if self.article is not None:
            text = self.article.text
            self.text.set_blocks(tuple(blocks_of(text.sections)), fonts)
            self.closing.set_blocks((Block(Voice.TEXT, text.closing_step or ""),), fonts)


class TitledArticle(ArticleView):
    """An article with its title over it, in the program's own letters."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ReadingLabel(role="title")
        self.head.addWidget(self._title)
        theme.changed.connect(self._set_type)

    @override
    def show_article(self, article: Article) -> None:
        super().show_article(article)
        self._title.set_text(article.title)
        self._set_type()

    def _set_type(self) -> None:
        self.set_fonts(ReadingFonts(self._theme.serif_font(), self._theme.serif_font(18, Type.STRONG)))
