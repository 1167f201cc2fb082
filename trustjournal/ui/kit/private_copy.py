"""Puts private words on the clipboard, and asks whoever keeps a history of it to keep no copy of them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData


def private_copy(text: str) -> QMimeData:
    """What to hand to the clipboard; asking is all that can be done, other programs can read it."""
    data = QMimeData()
    data.setText(text)
    data.setData("x-kde-passwordManagerHint", b"secret")
    return data
