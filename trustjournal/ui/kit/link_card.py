"""A line or a small card that leads somewhere: a title, perhaps a sentence, and the whole of it can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import HIT_TARGET, RADIUS_CARD, RADIUS_CONTROL, S8, S12, Type


class LinkCard(QAbstractButton):
    """Pressed with the mouse, Enter or Space. `framed` is a card; without it, a line of a list."""

    def __init__(
        self, title: str, text: str, theme: Theme, *, framed: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._framed = framed
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title = PlainLabel(title, wrap=True)
        self._text = SoftLabel(text, small=True)
        if not text:
            self._text.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*((S12 + 2, S12, S12 + 2, S12) if framed else (S8, 4, S8, 4)))
        column.setSpacing(2)
        for label in (self._title, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @override
    def sizeHint(self) -> QSize:
        return self._tall_enough(self._column.sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        return self._tall_enough(self._column.minimumSize())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return max(self._theme.sp(HIT_TARGET), self._column.heightForWidth(width))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.sp(RADIUS_CARD if self._framed else RADIUS_CONTROL)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("trust"), 2))
        elif self._framed:
            painter.setPen(QPen(self._theme.colour("border" if self.underMouse() else "line"), 1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        if self._framed:
            painter.setBrush(self._theme.colour("surface"))
        else:
            painter.setBrush(self._theme.colour("ink", 5) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, radius, radius)
        painter.end()

    def _tall_enough(self, size: QSize) -> QSize:
        return size.expandedTo(QSize(0, self._theme.sp(HIT_TARGET)))

    def _on_theme_changed(self) -> None:
        weight = Type.STRONG if self._framed else Type.NORMAL
        # A layout asks the layout inside how tall it is, not `heightForWidth`; this it does heed.
        self.setMinimumHeight(self._theme.sp(HIT_TARGET))
        self._title.setFont(self._theme.ui_font(Type.BASE if self._framed else Type.SECTION, weight))
        self.updateGeometry()
        self.update()
