"""Asks what goes to paper or to a PDF."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage, QPagedPaintDevice
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.domain.ids import EntryId
from trustjournal.domain.paper import PaperPicture
from trustjournal.services.paper import PaperService
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.printing.choice_window import ChoiceWindow
from trustjournal.ui.pages.journal.printing.presenter import WriteFile
from trustjournal.ui.parts.paper_ways import PaperWays
from trustjournal.ui.parts.photo_decoding import decoded
from trustjournal.ui.print.entry_pages import EntryPages
from trustjournal.ui.print.pdf_file import PdfInMemory


class PrintingWindow(ChoiceWindow):
    """Prints entries, or saves them as a PDF."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        *,
        paper: PaperService,
        copies: PlainCopyService,
        tasks: Tasks,
        aside: Tasks,
        dialogs: Dialogs,
        these: tuple[EntryId, ...],
        today: date,
    ) -> None:
        self.paper = PaperWays(
            dialogs, draw=self._print, save=self._save_pdf, no_printer=lambda: self.presenter.tell_no_printer()
        )
        super().__init__(
            parent,
            theme,
            heading=self.tr("Print, or save as PDF"),
            question=self.tr("What to print"),
            warning=self.tr("Paper and PDF files are not encrypted. Whoever finds them can read them."),
            ways=(self.paper.print_button, self.paper.pdf_button),
            paper=paper,
            tasks=tasks,
            aside=aside,
            these=these,
            today=today,
        )
        self._copies = copies

    @override
    def done_words(self, count: int) -> str:
        return self.paper.done_words(count)

    def _print(self, device: QPagedPaintDevice) -> None:
        self.presenter.begin(self._pages_on(device), lambda: None)

    def _save_pdf(self, path: Path) -> None:
        pdf = PdfInMemory()

        def drawn() -> WriteFile:
            return partial(self._copies.write_document, path, pdf.content())

        self.presenter.begin(self._pages_on(pdf.device), drawn)

    def _pages_on(self, device: QPagedPaintDevice) -> EntryPages:
        return EntryPages(device, self._theme.serif_font().families()[0], _image)


def _image(picture: PaperPicture) -> QImage:
    return decoded(picture.data, picture.media_type)
