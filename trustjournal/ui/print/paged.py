"""Draws documents one under the other on the pages of a printer or a PDF, with numbers at the foot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QTransform

from trustjournal.ui.parts.editor.document import SilentDocument
from trustjournal.ui.print.markdown_page import SMALL_POINTS, SOFT, px

MARGIN_MM = 20.0
LEAST_LEFT = 0.2
"""A document begins on the page of the one before it only where more than this part of the page is left."""


class PagedDrawing:
    """Call `end` when all is drawn."""

    def __init__(self, device: QPagedPaintDevice) -> None:
        device.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
        self._device = device
        self._painter = QPainter(device)
        whole = device.pageLayout().paintRectPixels(device.logicalDpiX())
        foot = round(px(2 * SMALL_POINTS) * device.logicalDpiY() / 96)
        self.page = QSizeF(whole.width(), whole.height() - foot)
        """The room for words on a page."""
        self.scale = device.logicalDpiY() / 96
        """Pixels of the device to one of a screen."""
        self._whole = QSizeF(whole.size())
        self._used = 0.0
        self.number = 1
        """Of the page that is drawn on."""

    def new_document(self) -> SilentDocument:
        """An empty document as wide as the pages, which begins where the one before ended, or on a new page."""
        if self._used > self.page.height() * (1 - LEAST_LEFT):
            self._next_page()
        document = SilentDocument()
        document.documentLayout().setPaintDevice(self._device)
        document.setDocumentMargin(0)
        document.setPageSize(self.page)
        return document

    @property
    def used(self) -> float:
        """How much of the page is taken, in pixels of a screen."""
        return self._used / self.scale

    def draw(self, document: SilentDocument) -> None:
        """Draw a document that was made by `new_document`; it leaves free what is used."""
        layout = document.documentLayout()
        for place in range(document.pageCount()):
            if place:
                self._next_page()
            top = place * self.page.height()
            self._painter.save()
            self._painter.setTransform(QTransform.fromTranslate(0, -top), True)  # noqa: FBT003
            # A pixel less: at the very edge stands the first row of the next page's picture.
            document.drawContents(self._painter, QRectF(0, top, self.page.width(), self.page.height() - 1))
            self._painter.restore()
        last = document.lastBlock()
        self._used = layout.blockBoundingRect(last).bottom() - (document.pageCount() - 1) * self.page.height()

    def end(self) -> None:
        """The last page is done."""
        self._draw_foot()
        self._painter.end()

    def _next_page(self) -> None:
        self._draw_foot()
        self._device.newPage()
        self.number += 1
        self._used = 0.0

    def _draw_foot(self) -> None:
        font = self._painter.font()
        font.setPointSizeF(SMALL_POINTS)
        self._painter.setFont(font)
        self._painter.setPen(SOFT)
        words = QCoreApplication.translate("EntryPages", "Page {number}").format(number=QLocale().toString(self.number))
        self._painter.drawText(
            QRectF(0, 0, self._whole.width(), self._whole.height()),
            Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter,
            words,
        )
