"""One way into the journal: what it is, since when, and for some a way to close it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S8, Type


class WayInRow(QWidget):
    """A name and a date; `remove` is there where the way can be closed."""

    def __init__(self, name: str, since: str, theme: Theme, *, can_be_removed: bool) -> None:
        super().__init__()
        self._theme = theme
        self._name = PlainLabel(name, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(SoftLabel(since))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addLayout(words, 1)
        self.remove: Button | None = None
        if can_be_removed:
            self.remove = Button(self.tr("Remove…"))
            self.remove.setAccessibleName(self.tr("Remove: {way}. {since}").format(way=name, since=since))
            row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._name.setFont(self._theme.ui_font(weight=Type.MEDIUM))
