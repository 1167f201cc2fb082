"""How much larger than its design the text is at this moment, for widgets that are given no theme."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from trustjournal.ui.kit.tokens import Type


def scaled(pixels: float) -> int:
    """Return a length in pixels that has grown with the program's text size."""
    size = QApplication.font().pixelSize()
    return round(pixels * size / Type.BASE) if size > 0 else round(pixels)
