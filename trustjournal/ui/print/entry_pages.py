"""Draws entries on pages: title, day, whom and what it is about, the prompt, and the text; numbers at the foot.

Entries are drawn lot by lot, so that a whole year neither holds up the window nor stands in memory at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QTextCursor

from trustjournal.domain.paper import PaperEntry, PaperPicture
from trustjournal.ui.parts.editor.document import SilentDocument
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.feeling_words import feeling_word_label
from trustjournal.ui.parts.when import moment_words
from trustjournal.ui.print.markdown_page import SMALL_POINTS, MarkdownWriter, px
from trustjournal.ui.print.paged import PagedDrawing

TITLE_POINTS = 17.0
BETWEEN_POINTS = 34.0
"""Room between two entries."""

TALLEST_PICTURE = 0.6
"""Of a page's height."""

Decode = Callable[[PaperPicture], QImage | None]
"""From the bytes of a kept photo to an image."""


class EntryPages:
    """The pages of a printer or a PDF. `face` is the family of the text; call `end` when all is drawn."""

    def __init__(self, device: QPagedPaintDevice, face: str, decode: Decode) -> None:
        self._drawing = PagedDrawing(device)
        self._face = face
        self._decode = decode

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return self._drawing.number

    def draw(self, entries: Sequence[PaperEntry]) -> None:
        """Draw entries after those before."""
        for entry in entries:
            self._drawing.draw(self._document(entry))

    def end(self) -> None:
        """The last page is done."""
        self._drawing.end()

    def _document(self, entry: PaperEntry) -> SilentDocument:
        document, page, scale = self._drawing.new_document(), self._drawing.page, self._drawing.scale
        most = QSizeF(page.width() / scale, TALLEST_PICTURE * page.height() / scale)

        def picture(id_: str) -> QImage | None:
            kept = entry.pictures.get(id_)
            return None if kept is None else self._decode(kept)

        writer = MarkdownWriter(QTextCursor(document), self._face, picture, most=most)
        if self._drawing.used:
            writer.leave_free(self._drawing.used + px(BETWEEN_POINTS))
        writer.begin(above=0)
        when = moment_words(entry.moment)
        if entry.title:
            writer.words(entry.title, TITLE_POINTS, bold=True)
            writer.paragraph(when, SMALL_POINTS, soft=True, above=2)
        else:
            writer.words(when, SMALL_POINTS, soft=True)
        about = [*entry.people, *map(tag_label, entry.tags), *map(feeling_word_label, entry.feelings)]
        if about:
            writer.paragraph(" · ".join(about), SMALL_POINTS, soft=True, above=1)
        if entry.prompt:
            writer.paragraph(f"“{entry.prompt}”", SMALL_POINTS + 1, soft=True)
        writer.markdown(entry.text)
        return document
