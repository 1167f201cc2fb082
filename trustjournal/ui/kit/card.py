"""A card: a calm surface that holds what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.labels import SectionLabel
from trustjournal.ui.kit.tokens import S8, S12


class Card(QFrame):
    """A rounded surface with a title in its upper corner, if it has one.

    `body` is where its content goes; `small` has less room inside.
     `header` is the row of the title, for what stands at its other end.
    """

    def __init__(self, title: str | None = None, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("small", small)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(S12)
        self.header = QHBoxLayout()
        self.header.setSpacing(S8)
        self._title = SectionLabel(title or "")
        if title is None:
            self._title.hide()
        else:
            self.setAccessibleName(title)
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        outer.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(S12)
        outer.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self._title.show()
        self.setAccessibleName(title)
