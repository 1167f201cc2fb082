"""The strip under the sheet: a word about closing, two places to go to, and a way to put it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.tokens import S4, S8, S16, S24
from trustjournal.ui.pages.journal.landing.presenter import Landing


class LandingStrip(QWidget):
    """Small, and it never takes the keyboard by itself."""

    settling_wanted = Signal()
    help_wanted = Signal()
    dismissed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Before you go"))
        self._step = SoftLabel()
        self.settling = Button(self.tr("Two minutes to settle"), "quiet", flush=True)
        self.settling.clicked.connect(self.settling_wanted)
        self.help = Button(self.tr("Help"), "quiet", hint="F1")
        self.help.clicked.connect(self.help_wanted)
        self.dismiss = IconButton(icons.icon("close", size=16), self.tr("Put this away"))
        self.dismiss.clicked.connect(self.dismissed)
        words = QVBoxLayout()
        words.setSpacing(S4)
        words.addWidget(self._step)
        words.addWidget(button_row(self.settling, self.help))
        row = QHBoxLayout(self)
        row.setContentsMargins(S24, S8, S16, S8)
        row.setSpacing(S8)
        row.addLayout(words, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_landing(self, landing: Landing | None) -> None:
        """Show it, or nothing."""
        if landing is not None:
            self._step.setText(
                self.tr("That went deep. A step to close with stands above, under the prompt.")
                if landing.has_step
                else self.tr("That went deep. You could look up, and name one steady thing near you.")
            )
        self.setVisible(landing is not None)
