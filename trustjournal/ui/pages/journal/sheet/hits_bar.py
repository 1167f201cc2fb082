"""The slim strip over the paper that says at which hit of a search one is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import IconButton
from trustjournal.ui.kit.divider import Divider
from trustjournal.ui.kit.elided_label import ElidedLabel
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tokens import S4, S8, S16


class HitsBar(QWidget):
    """“2 of 7”, the one before, the next, and away."""

    step_requested = Signal(bool)
    """Go to the next hit; true: to the one before."""
    close_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What the search found in this entry"))
        self.count = ElidedLabel(soft=True, small=True)
        self.previous = IconButton(icons.icon("chevron-up"), self.tr("Previous place (Shift+F3)"))
        self.next = IconButton(icons.icon("chevron-down"), self.tr("Next place (F3)"))
        self.close_button = IconButton(icons.icon("close"), self.tr("Take the marks away (Esc)"))
        row = QHBoxLayout()
        row.setContentsMargins(S16, S4, S16, S4)
        row.setSpacing(S8)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Divider())
        self.previous.clicked.connect(lambda: self.step_requested.emit(True))  # noqa: FBT003
        self.next.clicked.connect(lambda: self.step_requested.emit(False))  # noqa: FBT003
        self.close_button.clicked.connect(self.close_requested)

    def say(self, number: int, count: int) -> None:
        """Hit `number` of `count`; 0 where one is at none of them."""
        told = QLocale().toString
        if number:
            words = self.tr("Found here: {number} of {count}").format(number=told(number), count=told(count))
        else:
            words = self.tr("Found here: {count}").format(count=told(count))
        if words != self.count.text():
            self.count.setText(words)
            if number and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
