"""An article of the guide to read: its title, what it is for, its text and how to close it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.guide import Article
from trustjournal.ui.kit.labels import ReadingLabel, SectionLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, S16, S24, Type
from trustjournal.ui.parts.reading_text import ReadingFonts, ReadingText, blocks_of


class ArticleView(QWidget):
    """Shows one article at a time; it knows nothing of where it stands."""

    cursor_moved = Signal(object)
    """A rectangle in this widget that the reader's cursor is in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._article: Article | None = None
        self._title = ReadingLabel(role="title")
        self._purpose = SoftLabel()
        self.text = ReadingText()
        self.text.cursor_moved.connect(self._on_text_cursor_moved)
        self._close = QWidget()
        close = QVBoxLayout(self._close)
        close.setContentsMargins(0, 0, 0, 0)
        close.setSpacing(S8)
        self._closing = ReadingLabel(selectable=True)
        close.addWidget(SectionLabel(self.tr("Before you go")))
        close.addWidget(self._closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S24)
        column.setSpacing(S16)
        for part in (self._title, self._purpose, self.text, self._close):
            column.addWidget(part)
        theme.changed.connect(self._set_type)

    def show_article(self, article: Article) -> None:
        """Show this one, whose text raises ContentError where its file is broken."""
        text = article.text
        self._article = article
        self._title.set_text(article.title)
        self._purpose.setText(text.purpose)
        self.text.setAccessibleName(article.title)
        self._closing.set_text(text.closing_step or "")
        self._close.setVisible(text.closing_step is not None)
        self._set_type()

    def _set_type(self) -> None:
        if self._article is not None:
            fonts = ReadingFonts(self._theme.serif_font(), self._theme.serif_font(18, Type.STRONG))
            self.text.set_blocks(tuple(blocks_of(self._article.text.sections)), fonts)

    def _on_text_cursor_moved(self, where: QRect) -> None:
        self.cursor_moved.emit(where.translated(self.text.pos()))
