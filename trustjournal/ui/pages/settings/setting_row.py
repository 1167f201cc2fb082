"""One setting: its name, one plain sentence, and the control."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, Type


class SettingRow(QWidget):
    """The control gets the name and the sentence for a screen reader too."""

    def __init__(
        self, name: str, sentence: str, control: QWidget | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = PlainLabel(name, wrap=True)
        words = SoftLabel(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._name)
        column.addWidget(words)
        words.setVisible(bool(sentence))  # with no parent yet it would be a window for a moment
        if control is not None:
            control.setAccessibleName(name)
            control.setAccessibleDescription(sentence)
            column.addSpacing(S8 - S4)
            column.addWidget(control)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._name.setFont(self._theme.ui_font(weight=Type.MEDIUM))
