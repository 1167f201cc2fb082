"""The row over the sheet: what dresses the words, what is said about saving them, versions, and the menu."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import S12, S16
from trustjournal.ui.pages.journal.sheet.menu import SheetMenu

NARROWEST_WITH_HISTORY = 480
"""Pixels at 100 % text."""


class SheetBar(QWidget):
    """The row over the sheet."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_quiet = False
        self.list_button = IconButton(icons.icon("chevron-left"), self.tr("Back to the list"))
        self.list_button.hide()
        self.retry_button = Button(self.tr("Try again"), "plain")
        self.retry_button.hide()
        self.status = SoftLabel(small=True, wrap=False)
        self.history_button = Button(self.tr("History"), "quiet")
        self.menu_button = IconButton(icons.icon("more"), self.tr("More for this entry"))
        self.menu = SheetMenu(self)
        self.menu_button.setMenu(self.menu)
        self.menu_button.setPopupMode(self.menu_button.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(S16, S12, S16, S12)
        row.setSpacing(S12)
        self._row = row
        row.addWidget(self.list_button)
        row.addWidget(self.retry_button)
        row.addWidget(self.status)
        row.addWidget(self.history_button)
        row.addWidget(self.menu_button)

    def put_formats(self, formats: QWidget) -> None:
        """Put the buttons that dress the words where the row begins; they take what room is left."""
        self._row.insertWidget(1, formats, 1)

    def set_quiet(self, *, quiet: bool) -> None:
        """In focus mode only the saved state and the menu stay."""
        self._is_quiet = quiet
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without room for it, earlier versions are in the menu alone."""
        self.history_button.setVisible(not self._is_quiet and self.width() >= scaled(NARROWEST_WITH_HISTORY))
