"""What every card of Settings is: a title, rows, and a name to come back to it by."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from trustjournal.ui.kit.card import Card
from trustjournal.ui.kit.tokens import S24
from trustjournal.ui.pages.settings.presenter import SettingsState


class SettingCard(Card):
    """A card of the page; it shows the part of the state it is about."""

    name: ClassVar[str]
    """Its name in a `Place`: never shown."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setSpacing(S24)

    def add_rows(self, *rows: QWidget) -> None:
        """Put settings under each other."""
        for row in rows:
            self.body.addWidget(row)

    def render_state(self, state: SettingsState) -> None:
        """Show this state; a card that never changes has nothing to do."""
