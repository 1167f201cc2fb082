"""Asks for a printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice


class PrintDialog(Protocol):
    """Asks for a printer and has a page drawn on it."""

    def __call__(self, parent: QWidget, draw: Callable[[QPagedPaintDevice], None], printed: Callable[[], None]) -> bool:
        """Ask; return at once, and call `draw` and `printed` if the person prints. False: there is no printer."""
        ...


def ask_to_print(parent: QWidget, draw: Callable[[QPagedPaintDevice], None], printed: Callable[[], None]) -> bool:
    """Ask with the system's dialog, on Linux with Qt's own; the job's name says nothing."""
    from PySide6.QtPrintSupport import (  # most lives of the prompt print nothing
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("TrustJournal")
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)  # there is another way to a file
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def print_now() -> None:
        draw(printer)
        printed()

    dialog.accepted.connect(print_now)
    QDialog.open(dialog)
    return True
