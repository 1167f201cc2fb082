"""A few fields to fill in, in the middle of a page, with the two ways out under them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.tokens import S12


class SmallForm(QWidget):
    """Asks; whoever holds it keeps what was answered. Escape leaves it."""

    kept = Signal()
    cancelled = Signal()

    def __init__(self, keep_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep = Button(keep_text, "primary")
        self.keep.clicked.connect(self.kept)
        self.cancel = Button(self.tr("Not now"), "quiet")
        self.cancel.clicked.connect(self.cancelled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S12)

    def lay_out(self, *fields: QWidget) -> None:
        """Put the fields one under the other, and the buttons under them."""
        for widget in (*fields, button_row(self.keep, self.cancel)):
            self._column.addWidget(widget)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
