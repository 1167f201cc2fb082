"""What is left of the window's furniture in focus mode: the lock, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tokens import S8, S12


class QuietBar(QWidget):
    """A row at the window's top with nothing in it that asks for attention."""

    lock_wanted = Signal()
    end_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lock = Button(self.tr("Lock now"), "quiet", icons.icon("lock", size=16))
        self.lock.setToolTip(self.tr("Lock now (Ctrl+L)"))
        self.lock.clicked.connect(self.lock_wanted)
        self.end = Button(self.tr("Show everything"), "quiet", hint="F11")
        self.end.clicked.connect(self.end_wanted)
        self.help = IconButton(icons.icon("help", size=16), self.tr("Help (F1)"))
        self.help.clicked.connect(self.help_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(S12, S8, S12, 0)
        row.setSpacing(S8)
        row.addStretch(1)
        row.addWidget(self.help)
        row.addWidget(self.end)
        row.addWidget(self.lock)
        self.setTabOrder(self.lock, self.end)
        self.setTabOrder(self.end, self.help)
