"""Draws entries on pages: title, day, whom and what it is about, the prompt, and the text; numbers at the foot.

Entries are drawn lot by lot, so that a whole year neither holds up the window nor stands in memory at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPainter, QTextCursor, QTransform

from trustjournal.domain.paper import PaperEntry, PaperPicture
from trustjournal.ui.parts.editor.document import SilentDocument
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.feeling_words import feeling_word_label
from trustjournal.ui.parts.when import moment_words
from trustjournal.ui.print.markdown_page import SMALL_POINTS, SOFT, MarkdownWriter, px

MARGIN_MM = 20.0
TITLE_POINTS = 17.0
BETWEEN_POINTS = 34.0
"""Room between two entries."""
LEAST_LEFT = 0.2
"""An entry begins on the page of the one before it only where more than this part of the page is left."""

TALLEST_PICTURE = 0.6
"""Of a page's height."""

Decode = Callable[[PaperPicture], QImage | None]
"""From the bytes of a kept photo to an image."""


class EntryPages:
    """The pages of a printer or a PDF. `face` is the family of the text; call `end` when all is drawn."""

    def __init__(self, device: QPagedPaintDevice, face: str, decode: Decode) -> None:
        device.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
        self._device = device
        self._face = face
        self._decode = decode
        self._painter = QPainter(device)
        whole = device.pageLayout().paintRectPixels(device.logicalDpiX())
        foot = round(px(2 * SMALL_POINTS) * device.logicalDpiY() / 96)
        self._page = QSizeF(whole.width(), whole.height() - foot)
        self._whole = QSizeF(whole.size())
        self._used = 0.0
        self._number = 1

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return self._number

    def draw(self, entries: Sequence[PaperEntry]) -> None:
        """Draw entries after those before."""
        for entry in entries:
            self._draw(entry)

    def end(self) -> None:
        """The last page is done."""
        self._draw_foot()
        self._painter.end()

    def _draw(self, entry: PaperEntry) -> None:
        if self._used > self._page.height() * (1 - LEAST_LEFT):
            self._next_page()
        document = self._document(entry)
        layout = document.documentLayout()
        for place in range(document.pageCount()):
            if place:
                self._next_page()
            top = place * self._page.height()
            self._painter.save()
            self._painter.setTransform(QTransform.fromTranslate(0, -top), True)  # noqa: FBT003
            # A pixel less: at the very edge stands the first row of the next page's picture.
            document.drawContents(self._painter, QRectF(0, top, self._page.width(), self._page.height() - 1))
            self._painter.restore()
        last = document.lastBlock()
        self._used = layout.blockBoundingRect(last).bottom() - (document.pageCount() - 1) * self._page.height()

    def _document(self, entry: PaperEntry) -> SilentDocument:
        document = SilentDocument()
        document.documentLayout().setPaintDevice(self._device)
        document.setDocumentMargin(0)
        document.setPageSize(self._page)
        scale = self._device.logicalDpiY() / 96
        most = QSizeF(self._page.width() / scale, TALLEST_PICTURE * self._page.height() / scale)

        def picture(id_: str) -> QImage | None:
            kept = entry.pictures.get(id_)
            return None if kept is None else self._decode(kept)

        writer = MarkdownWriter(QTextCursor(document), self._face, picture, most=most)
        if self._used:
            writer.leave_free(self._used / scale + px(BETWEEN_POINTS))
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

    def _next_page(self) -> None:
        self._draw_foot()
        self._device.newPage()
        self._number += 1
        self._used = 0.0

    def _draw_foot(self) -> None:
        font = self._painter.font()
        font.setPointSizeF(SMALL_POINTS)
        self._painter.setFont(font)
        self._painter.setPen(SOFT)
        words = QCoreApplication.translate("EntryPages", "Page {number}").format(
            number=QLocale().toString(self._number)
        )
        self._painter.drawText(
            QRectF(0, 0, self._whole.width(), self._whole.height()),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter,
            words,
        )
