"""The parts of the guide, each with a tick for whether a day's prompt may come from it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.guide import Guide
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.kit.wrapped_check import WrappedCheck
from trustjournal.ui.parts.prompt_words import part_label


class PartsList(QWidget):
    """Ticks under each other, in the order of the guide."""

    switched = Signal(str, bool)
    """The id of a part, and whether it is on now."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.ticks: dict[str, WrappedCheck] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        for part in guide.parts:
            tick = WrappedCheck(part_label(part))
            tick.clicked.connect(partial(self.switched.emit, part.id))
            column.addWidget(tick)
            self.ticks[part.id] = tick

    def show_off(self, parts_off: frozenset[str]) -> None:
        """Tick all but these."""
        for part, tick in self.ticks.items():
            tick.set_checked(part not in parts_off)
