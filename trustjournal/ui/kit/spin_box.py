"""A field for a whole number."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget
from typing_extensions import override

from trustjournal.ui.kit.text_scale import scaled


class SpinBox(QSpinBox):
    """A whole number between two ends; `label` is its name for a screen reader."""

    def __init__(self, lowest: int, highest: int, parent: QWidget | None = None, *, label: str = "") -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setAccessibleName(label)
        set_inner_margins(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.LayoutDirectionChange):
            set_inner_margins(self)


def set_inner_margins(box: QAbstractSpinBox) -> None:
    """Keep the text off the edge: Qt's stylesheets pad a field with two small buttons on no other side."""
    field = box.lineEdit()
    if field is not None:
        field.setTextMargins(scaled(10), 0, scaled(4), 0)
