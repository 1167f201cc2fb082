"""Buttons beside each other, and in rows where there is no room for all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.tokens import S8


def button_row(*buttons: Button) -> QWidget:
    """A widget with these buttons, in this order."""
    row = QWidget()
    flow = FlowLayout(row, gap=S8)
    for button in buttons:
        flow.addWidget(button)
    return row
