"""Stands over everything from the moment somebody locks until another process has the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.prompt.prompt_screen import PromptScreen


class LockingScreen(PromptScreen):
    """One word, and nothing to press."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, icons, parent)
        self.words.setText(self.tr("Locking…"))
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title.hide()
        self.lay_out(actions=())
        self.setAccessibleName(self.words.text())

    @override
    def first_focus(self) -> QWidget:
        return self.area
