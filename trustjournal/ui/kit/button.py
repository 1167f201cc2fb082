"""Buttons: one primary action a view, the others plain, quiet or (for what destroys) danger."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QToolButton, QWidget
from typing_extensions import override

from trustjournal.ui.kit.text_scale import scaled

ButtonKind = Literal["primary", "plain", "quiet", "danger"]

_HINT_GAP = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICON_SPACE = "\u2002"
"""Qt leaves four pixels between an icon and its words; painted with an en space more, they breathe."""


class Button(QPushButton):
    """A button with words, pressed with the mouse, Enter or Space.

    `hint` is written after them in a softer tone (the keys that do the same); it is not part of the name.
    `flush` is for a quiet one that begins a line: its words stand where other words do.
    Use `IconButton` for a button without words.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "plain",
        icon: QIcon | None = None,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        large: bool = False,
        flush: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._hint = hint
        self.setProperty("kind", kind)
        self.setProperty("large", large)
        self.setProperty("flush", flush)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if icon is not None:
            self.setIcon(icon)
        self._fit_icon()

    @property
    def kind(self) -> ButtonKind:
        """How much the button asks for attention."""
        kind: ButtonKind = self.property("kind")
        return kind

    def set_hint(self, hint: str) -> None:
        """Write other keys after the words, or none."""
        self._hint = hint
        self.updateGeometry()
        self.update()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._has_icon_and_words():
            option.text = _ICON_SPACE + option.text

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self._has_icon_and_words():
            size.setWidth(size.width() + self.fontMetrics().horizontalAdvance(_ICON_SPACE))
        if self._hint:
            size.setWidth(size.width() + scaled(_HINT_GAP) + self.fontMetrics().horizontalAdvance(self._hint))
        return size

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hint:
            self._paint_with_hint()
        else:
            super().paintEvent(event)
        if self.hasFocus() and self.kind == "primary":
            self._paint_inner_ring()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() not in _ENTER:
            super().keyPressEvent(e)
        elif not e.isAutoRepeat():  # a key that is held down presses once
            self.click()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._fit_icon()

    def _fit_icon(self) -> None:
        side = scaled(16)
        self.setIconSize(QSize(side, side))

    def _paint_with_hint(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.text()
        option.text = ""
        painter = QPainter(self)
        style = self.style()
        style.drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        metrics = self.fontMetrics()
        gap = scaled(_HINT_GAP)
        words_width = metrics.horizontalAdvance(words)
        width = words_width + gap + metrics.horizontalAdvance(self._hint)
        rect = QRect((self.width() - width) // 2, 0, width, self.height())
        first = QRect(rect.left(), 0, words_width, self.height())
        rest = QRect(rect.left() + words_width + gap, 0, width - words_width - gap, self.height())
        direction = self.layoutDirection()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setPen(self._text_colour())
        painter.drawText(QStyle.visualRect(direction, rect, first), flags, words)
        font = painter.font()
        font.setWeight(font.Weight.Normal)
        painter.setFont(font)
        painter.drawText(QStyle.visualRect(direction, rect, rest), flags, self._hint)
        painter.end()

    def _has_icon_and_words(self) -> bool:
        return bool(self.text()) and not self.icon().isNull()

    def _text_colour(self) -> QColor:
        role = (
            QPalette.ColorRole.BrightText
            if self.kind == "primary" and self.isEnabled()
            else QPalette.ColorRole.ButtonText
        )
        return self.palette().color(role)

    def _paint_inner_ring(self) -> None:
        """A ring in the accent's own colour would not show on the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(self.palette().color(QPalette.ColorRole.BrightText))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 6, 6)
        painter.end()


class IconButton(QToolButton):
    """A button that shows only an icon; its name is spoken, and shown as a tooltip."""

    def __init__(self, icon: QIcon, name: str, parent: QWidget | None = None, *, checkable: bool = False) -> None:
        super().__init__(parent)
        self.setIcon(icon)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name)
        self._fit()

    def set_name(self, name: str) -> None:
        """Say what the button does now."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif self.menu() is not None:
            self.showMenu()
        elif not event.isAutoRepeat():
            self.click()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        side = scaled(18)
        self.setIconSize(QSize(side, side))
