"""The lock above every screen that has an open vault."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tokens import S8, S12


class LockBar(QWidget):
    """One quiet button; Ctrl+L does the same."""

    pressed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lock = Button(self.tr("Lock now"), "quiet", icons.icon("lock", "ink_soft", size=16))
        self.lock.setToolTip(self.tr("Lock now (Ctrl+L)"))
        self.lock.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(S12, S8, S12, 0)
        row.addStretch(1)
        row.addWidget(self.lock)
        self.hide()
