"""Paths, one a line: they break where they must, can be selected, and read from left to right on every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import PlainLabel


class PathLabel(PlainLabel):
    """Never wider than the page."""

    def __init__(self, paths: str = "", parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(paths, parent, wrap=True)
        self.setProperty("small", small)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else the first separator would stand at the end
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def set_paths(self, paths: str) -> None:
        """Show these; a selection stays where nothing is new."""
        self.setText(paths)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
