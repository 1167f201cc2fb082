"""The small arrow beside a button, which opens a menu of what else the button could do."""

from __future__ import annotations

from PySide6.QtCore import QSize
from typing_extensions import override

from trustjournal.ui.kit.button import IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.text_scale import scaled

_NARROW = """
QToolButton { padding-left: 4px; padding-right: 4px; }
QToolButton:focus { padding-left: 3px; padding-right: 3px; }
"""
"""It belongs to the button beside it, so it is as high and not as wide."""


class MenuArrow(IconButton):
    """As high as other buttons with an icon, and narrower."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__(icons.icon("chevron-down"), name)
        self.setStyleSheet(_NARROW)

    @override
    def _fit(self) -> None:
        self.setIconSize(QSize(scaled(14), scaled(18)))
