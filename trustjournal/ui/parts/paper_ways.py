"""The two ways to paper: a printer, or a PDF file. What is drawn, whoever makes them knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QPagedPaintDevice

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.dialogs import Dialogs


class PaperWays(QObject):
    """Both buttons, and what each asks first. They go into one window, over which the dialogs open."""

    def __init__(
        self,
        dialogs: Dialogs,
        *,
        draw: Callable[[QPagedPaintDevice], None],
        save: Callable[[Path], None],
        no_printer: Callable[[], None],
    ) -> None:
        """`draw` gets the printer and `save` the place of the PDF; `no_printer` is called where there is none."""
        super().__init__()
        self._dialogs = dialogs
        self._draw = draw
        self._save = save
        self._no_printer = no_printer
        self.print_button = Button(self.tr("Print…"), "primary")
        self.pdf_button = Button(self.tr("Save as PDF…"))
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.pdf_button.clicked.connect(self._on_pdf_button_clicked)

    def done_words(self, pages: int) -> str:
        """What is said when so many pages are drawn."""
        return self.tr("Done: %n page(s).", "", pages)

    def _on_print_button_clicked(self) -> None:
        if not self._dialogs.ask_to_print(self.print_button.window(), self._draw, lambda: None):
            self._no_printer()

    def _on_pdf_button_clicked(self) -> None:
        title = self.tr("Where should the PDF be saved? Whoever has the file can read it.")
        # The proposed name says nothing of what is in it.
        self._dialogs.ask_where_to_save(self.pdf_button.window(), title, self.tr("Document.pdf"), self._save)


def no_printer_words() -> str:
    """What is said where there is no printer."""
    return QCoreApplication.translate("PaperWays", "This computer has no printer. Saving as PDF works without one.")
