"""What a page shows before there is anything on it: what will be here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import S16, S32


class EmptyState(QWidget):
    """One sentence and, if there is a first step, one button for it."""

    action_requested = Signal()

    def __init__(self, sentence: str, action_text: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(S32, S32, S32, S32)
        column.setSpacing(S16)
        self._sentence = SoftLabel(sentence)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._action = Button(action_text or "", "primary")
        self._action.clicked.connect(self.action_requested)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        self._action.setVisible(action_text is not None)  # with no parent yet it would be a window for a moment
        self._column = column
        column.addStretch(3)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if hasattr(self, "_sentence"):  # Qt may send events before we are built
            self._sentence.setMaximumWidth(scaled(420))

    @property
    def action(self) -> Button:
        """The button of the first step."""
        return self._action

    def put_below(self, widget: QWidget) -> None:
        """Put something of less weight under the first step."""
        self._column.insertWidget(self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
