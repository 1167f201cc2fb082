"""The way to the page that shows what the program does and does not do on this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.tokens import S12
from trustjournal.ui.pages.settings.setting_card import SettingCard


class PrivacyCard(SettingCard):
    """A sentence and a button."""

    name = "privacy"

    privacy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Privacy"))
        self.body.setSpacing(S12)
        self.open = Button(self.tr("See what it does now"))
        self.open.clicked.connect(self.privacy_wanted)
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "You need not take our word for it: see what this program has open at this moment, what it has "
                    "written, what protects it, and what is kept in clear on this computer."
                ),
                wrap=True,
            )
        )
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
