"""The place between the bar and the paper, for what comes and goes there: looking for words, a notice, a question."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class Strips(QWidget):
    """Strips under each other, each hidden until it is needed; takes no room while all are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, strip: QWidget) -> None:
        """Put a strip under the others, hidden."""
        strip.hide()
        self._column.addWidget(strip)
