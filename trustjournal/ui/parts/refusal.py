"""Why something did not go on: a title, a sentence and the next step, beside the thing they speak of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8, Type
from trustjournal.ui.messages import Message

_ICON = 18


class WarningSign(QWidget):
    """The small triangle beside words of care; it says nothing that they do not say."""

    def __init__(self, theme: Theme, icons: Icons, colour_token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._colour_token = colour_token
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icons.paint(painter, QRectF(self.rect()), "warning", self._colour_token)
        painter.end()

    def _fit(self) -> None:
        side = self._theme.sp(_ICON)
        self.setFixedSize(side, side)
        self.update()


class Refusal(QFrame):
    """Shows a `Message` and has it read out when it appears. Hidden while it has nothing to say."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PlainLabel(wrap=True)
        self._text = PlainLabel(wrap=True)
        self._next_step = SoftLabel()
        self._words = QVBoxLayout()
        self._words.setSpacing(S4)
        for label in (self._title, self._text, self._next_step):
            self._words.addWidget(label)
        self._actions_row = QWidget()
        self._actions = FlowLayout(self._actions_row, gap=S8)
        self._actions_row.hide()
        self._words.addWidget(self._actions_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S8)
        row.addWidget(WarningSign(theme, icons, "broken"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words, 1)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def title(self) -> str:
        """What it says first."""
        return self._title.text()

    def say(self, message: Message | None) -> None:
        """Say it, and have it read out if it is new; None: there is nothing to say any more."""
        if message is None:
            self.hide()
            self._title.setText("")
            return
        is_new = self.isHidden() or message.title != self._title.text()
        parts = (message.title, message.text, message.next_step)
        for label, words in zip((self._title, self._text, self._next_step), parts, strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(str(message))
        self.show()
        if is_new and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(message)))

    def add_action(self, button: QWidget) -> None:
        """Put a button under the words."""
        self._actions.addWidget(button)
        self._actions_row.show()

    def _dress(self) -> None:
        self._title.setFont(self._theme.ui_font(weight=Type.STRONG))
