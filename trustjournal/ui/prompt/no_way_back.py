"""The one warning that matters before a journal is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, Type
from trustjournal.ui.parts.refusal import WarningSign


class NoWayBack(QFrame):
    """Says that nobody can recover a passphrase, and what helps against losing it."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PlainLabel(self.tr("Nobody can recover this passphrase"), wrap=True)
        text = PlainLabel(
            self.tr(
                "Not us, not anyone. In a moment you can make a recovery code as a second way in. "
                "Without both, your pages stay closed for good."
            ),
            wrap=True,
        )
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(text.text())
        words = QVBoxLayout()
        words.setSpacing(S4)
        words.addWidget(self._title)
        words.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(WarningSign(theme, icons, "ink"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._title.setFont(self._theme.ui_font(weight=Type.STRONG))
