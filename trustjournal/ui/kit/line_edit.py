"""A field for one line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QIcon,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from trustjournal.ui.kit.style_property import set_style_property
from trustjournal.ui.kit.text_scale import scaled

PRIVATE_INPUT = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""Asks input methods and on-screen keyboards to learn nothing from what is typed."""

_ICON, _ICON_INSET = 16, 12


class LineEdit(QLineEdit):
    """A field for one line, from which input methods learn nothing.

    `label` is its name for a screen reader, `icon` stands inside before the text.
    """

    def __init__(
        self,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        label: str = "",
        icon: QIcon | None = None,
        large: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setInputMethodHints(PRIVATE_INPUT)
        self.setProperty("large", large)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(label or placeholder)
        self._fit()

    def set_problem(self, problem: bool) -> None:
        """Mark the field as the one that needs another look; say why in words beside it."""
        set_style_property(self, "problem", problem)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon is not None:
            side = scaled(_ICON)
            left = scaled(_ICON_INSET)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self.width() - left - side
            painter = QPainter(self)
            self._icon.paint(painter, left, (self.height() - side) // 2, side, side)
            painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = QEvent.Type
        if event.type() in (kinds.ApplicationFontChange, kinds.StyleChange, kinds.LayoutDirectionChange):
            self._fit()

    def _trailing_width(self) -> int:
        """Return the room to keep free after the text."""
        return 0

    def _fit(self) -> None:
        before = 0 if self._icon is None else scaled(_ICON + _ICON_INSET - 2)
        after = self._trailing_width()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        self.setTextMargins(before, 0, after, 0)
