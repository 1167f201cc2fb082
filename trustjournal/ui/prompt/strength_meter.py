"""A bar and a sentence for how long a passphrase would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.prompt.strength_words import STEPS, strength_step, strength_words

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength


class StrengthMeter(QWidget):
    """Keeps its place while it says nothing, so that typing moves nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(theme)
        self._words = SoftLabel(small=True)
        self.setAccessibleName(self.tr("Strength of the passphrase"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.show_state(None)

    @property
    def words(self) -> str:
        """What is said about the passphrase."""
        return self._words.text()

    def show_state(self, strength: Strength | None) -> None:
        """Show how strong it is; None: nothing is typed."""
        if strength is None:
            self._words.setText(self.tr("A few words that only you would put together work well."))
            self._bar.set_filled(0)
        else:
            self._words.setText(strength_words(strength.seconds))
            self._bar.set_filled(strength_step(strength.seconds) + 1)
        self.setAccessibleDescription(self._words.text())


class _Bar(QWidget):
    """As many pieces as there are steps; the filled ones say the same as the sentence below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_filled(self, filled: int) -> None:
        self._filled = filled
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, pieces = 4.0, STEPS + 1
        width = (self.width() - gap * (pieces - 1)) / pieces
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for piece in range(pieces):
            place = pieces - 1 - piece if is_mirrored else piece
            painter.setBrush(self._theme.colour("trust" if piece < self._filled else "line"))
            painter.drawRoundedRect(QRectF(place * (width + gap), 0, width, self.height()), 2, 2)
        painter.end()
