"""Before a copy leaves the journal: what that means, and then where to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.theme import Theme

_WIDTH = 300


class CopyQuestion(Popover):
    """A sentence, and two ways on. Whoever goes elsewhere saves nothing."""

    def __init__(self, anchor: QWidget, theme: Theme, warning: str, go_on: Callable[[], None]) -> None:
        super().__init__(anchor, theme)
        self.setAccessibleName(warning)
        words = PlainLabel(warning, wrap=True)
        words.setFixedWidth(theme.sp(_WIDTH))
        self.go_on = Button(self.tr("Choose where…"))
        self.stay = Button(self.tr("Cancel"), "quiet")
        row = QHBoxLayout()
        row.addWidget(self.go_on)
        row.addWidget(self.stay)
        row.addStretch(1)
        self.column.addWidget(words)
        self.column.addLayout(row)
        self.stay.clicked.connect(self.close)
        self.go_on.clicked.connect(self.close)
        self.go_on.clicked.connect(lambda: go_on())

    def ask(self, part: QRect | None = None) -> None:
        """Open under the anchor or a part of it, with the keyboard on the way back."""
        self.open_below(part)
        self.stay.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
