"""Draws a part of the guide or an article on pages: its texts, its key ideas, and the prompts that may be shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QTextCursor

from trustjournal.domain.guide import Article, Fact, Part, Unit
from trustjournal.domain.guide_text import Block, Voice, blocks_of
from trustjournal.domain.prompt import Intensity, Prompt
from trustjournal.ui.parts.prompt_words import intensity_label, part_label
from trustjournal.ui.print.markdown_page import HEADING_POINTS, SMALL_POINTS, TEXT_POINTS, MarkdownWriter, px
from trustjournal.ui.print.paged import PagedDrawing

TITLE_POINTS = 20.0
BETWEEN_POINTS = 30.0
"""Room between two units."""


class GuidePages:
    """The pages of a printer or a PDF. `face` is the family of the text; call `end` when all is drawn."""

    def __init__(self, device: QPagedPaintDevice, face: str) -> None:
        self._drawing = PagedDrawing(device)
        self._face = face

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return self._drawing.number

    def draw_part(self, part: Part, prompts: Sequence[Prompt]) -> None:
        """Draw a part with these of its prompts."""
        for number, unit in enumerate(part.units):
            own = [prompt for prompt in prompts if prompt.unit == unit.id]
            self._draw_unit(unit, own, title=part_label(part) if number == 0 else None, is_alone=len(part.units) == 1)

    def draw_article(self, article: Article) -> None:
        """Draw an article with its claims, their limits and their sources."""
        document = self._drawing.new_document()
        writer = self._writer(QTextCursor(document))
        writer.begin(above=0)
        writer.words(article.title, TITLE_POINTS, bold=True)
        writer.paragraph(article.text.purpose, soft=True)
        _put_blocks(writer, tuple(blocks_of(article.text.sections)))
        for fact in article.text.facts:
            _put_fact(writer, fact)
        if article.text.closing_step is not None:
            _put_heading(writer, QCoreApplication.translate("GuidePages", "Before you go"))
            writer.paragraph(article.text.closing_step)
        self._drawing.draw(document)

    def end(self) -> None:
        """The last page is done."""
        self._drawing.end()

    def _draw_unit(self, unit: Unit, prompts: Sequence[Prompt], *, title: str | None, is_alone: bool) -> None:
        document = self._drawing.new_document()
        writer = self._writer(QTextCursor(document))
        if self._drawing.used:
            writer.leave_free(self._drawing.used + px(BETWEEN_POINTS))
        writer.begin(above=0)
        if title is not None:
            writer.words(title, TITLE_POINTS, bold=True)
            if not is_alone:
                writer.begin(above=10)
        if not is_alone:
            writer.words(unit.title, HEADING_POINTS[0], bold=True)
        text = unit.text
        writer.paragraph(text.purpose, soft=True)
        if text.content_note:
            writer.paragraph(text.content_note, soft=True)
        _put_blocks(writer, tuple(blocks_of(text.sections)))
        _put_heading(writer, QCoreApplication.translate("GuidePages", "Key ideas"))
        _put_blocks(writer, tuple(Block(Voice.POINT, idea) for idea in text.key_ideas))
        if prompts:
            _put_heading(writer, QCoreApplication.translate("GuidePages", "Write"))
        for prompt in prompts:
            _put_prompt(writer, prompt)
        _put_heading(writer, QCoreApplication.translate("GuidePages", "Before you go"))
        writer.paragraph(text.closing_step)
        self._drawing.draw(document)

    def _writer(self, cursor: QTextCursor) -> MarkdownWriter:
        return MarkdownWriter(cursor, self._face, lambda _id: None, most=QSizeF(1, 1))


def _put_blocks(writer: MarkdownWriter, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.voice is Voice.HEADING:
            _put_heading(writer, block.text)
        elif block.voice is Voice.POINT:
            _put_point(writer, block.text)
        else:
            writer.paragraph(block.text)


def _put_heading(writer: MarkdownWriter, words: str) -> None:
    writer.paragraph(words, HEADING_POINTS[2], bold=True, above=14)


def _put_point(writer: MarkdownWriter, words: str) -> None:
    writer.begin(above=3, indent=1)
    writer.words(f"•  {words}", TEXT_POINTS)


def _put_prompt(writer: MarkdownWriter, prompt: Prompt) -> None:
    """A prompt after its note; how to close it stands under one that goes deeper than light, as on an entry."""
    if prompt.content_note:
        _put_point(writer, f"{intensity_label(prompt.intensity)}: {prompt.content_note}")
        _put_under_point(writer, prompt.text)
    else:
        _put_point(writer, f"{intensity_label(prompt.intensity)}: {prompt.text}")
    if prompt.close_step and prompt.intensity is not Intensity.LIGHT:
        closing = QCoreApplication.translate("GuidePages", "To close: {step}").format(step=prompt.close_step)
        _put_under_point(writer, closing, soft=True)


def _put_under_point(writer: MarkdownWriter, words: str, *, soft: bool = False) -> None:
    writer.begin(above=2, indent=2)
    writer.words(words, TEXT_POINTS, soft=soft)


def _put_fact(writer: MarkdownWriter, fact: Fact) -> None:
    limit = QCoreApplication.translate("GuidePages", "Its limit: {limit}").format(limit=fact.limit)
    source = QCoreApplication.translate("GuidePages", "Source: {source}").format(source=fact.source)
    writer.paragraph(fact.claim, above=12)
    writer.paragraph(limit, soft=True, above=3)
    writer.paragraph(source, SMALL_POINTS, soft=True, above=3)
