"""Prints the recovery kit, or saves it where the person chooses."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget

from trustjournal.errors import WorldError
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.print.pdf_file import save_pdf
from trustjournal.ui.print.recovery_kit import RecoveryKit, draw_kit
from trustjournal.ui.prompt.presenter import PromptPresenter
from trustjournal.ui.prompt.state import KitNews


class KitToPaper:
    """Asks the system's dialogs, and tells the presenter what became of it."""

    def __init__(self, presenter: PromptPresenter, dialogs: Dialogs, window: QWidget) -> None:
        self._presenter = presenter
        self._dialogs = dialogs
        self._window = window

    def print_it(self) -> None:
        """Ask for a printer; without one say so."""
        tell = self._presenter.code.tell_of_kit
        if not self._dialogs.ask_to_print(self._window, self._draw, lambda: tell(KitNews.PRINTED)):
            tell(KitNews.NO_PRINTER)

    def save_it(self) -> None:
        """Ask where; the name of the file says nothing."""
        translate = QCoreApplication.translate
        title = translate(
            "KitToPaper", "Where should the recovery kit be saved? Whoever has the file can open the journal."
        )
        self._dialogs.ask_where_to_save(self._window, title, translate("KitToPaper", "Document.pdf"), self._save)

    def _save(self, path: Path) -> None:
        try:
            save_pdf(path, self._draw)
        except WorldError as error:
            self._presenter.code.kit_failed(error)
        else:
            self._presenter.code.tell_of_kit(KitNews.SAVED)

    def _draw(self, device: QPagedPaintDevice) -> None:
        state = self._presenter.state
        if state.code is not None and state.vault is not None:
            made_on = datetime.now(UTC).astimezone().date()
            draw_kit(RecoveryKit(state.code.code, state.vault.vault, made_on), device)
