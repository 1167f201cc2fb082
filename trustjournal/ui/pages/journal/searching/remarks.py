"""What is said about words in the search field that were not understood, with what was probably meant to press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.domain.query import Problem
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.tokens import S4, S8
from trustjournal.ui.pages.journal.searching.words import remark_words

MOST_SHOWN = 2


class Remarks(QWidget):
    """A sentence each, and a button that mends it."""

    mend_requested = Signal(object)
    """A `Problem` in whose place its suggestion shall be written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S8)
        self._shown: Sequence[Problem] = ()
        self.hide()

    def show_remarks(self, remarks: Sequence[Problem]) -> None:
        """Show the first few."""
        if remarks == self._shown:
            return
        self._shown = remarks
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for remark in remarks[:MOST_SHOWN]:
            self._column.addWidget(self._line(remark))
        self.setVisible(bool(remarks))
        if remarks and self.isVisible():
            said = " ".join(remark_words(remark) for remark in remarks[:MOST_SHOWN])
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _line(self, remark: Problem) -> QWidget:
        line = QWidget()
        flow = QVBoxLayout(line)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(S4)
        flow.addWidget(SoftLabel(remark_words(remark), small=True))
        if remark.suggestion is not None:
            words = self.tr("Did you mean {term}?").format(term=f"\u2068{remark.suggestion}\u2069")
            chip = Chip(words, "trust", clickable=True)
            chip.clicked.connect(lambda: self.mend_requested.emit(remark))
            row = QWidget()
            FlowLayout(row).addWidget(chip)
            flow.addWidget(row)
        return line
