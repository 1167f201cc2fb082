"""A hairline between things that belong apart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


class Divider(QFrame):
    """One pixel of line, lying or (`upright`) standing."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
