"""One line of the navigation: an icon, a name, and the digit of its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from trustjournal.ui.kit.text_scale import scaled

_PAD, _GAP, _ICON = 10, 10, 18


class NavItem(QPushButton):
    """A place to go to; checked while one is there. `hint` is the key that goes there with Ctrl."""

    def __init__(self, text: str, icon: QIcon, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._hint = hint
        self.setIcon(icon)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        hint = self.fontMetrics().horizontalAdvance(self._hint)
        words = self.fontMetrics().horizontalAdvance(self.text())
        if not words and not hint:
            return QSize(2 * scaled(_PAD) + scaled(_ICON), size.height())
        pads = 2 * scaled(_PAD) + 2 * scaled(_GAP)
        size.setWidth(pads + scaled(_ICON) + words + scaled(_GAP) + hint)
        return size

    @override
    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        if not self.text():  # a scroll bar beside it may take some of the room around the icon
            size.setWidth(scaled(_ICON) + 2)
        return size

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(e)
        elif not e.isAutoRepeat():
            self.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = option.text
        option.text = ""
        option.icon = QIcon()
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        pad, gap, side = scaled(_PAD), scaled(_GAP), scaled(_ICON)
        if not words:
            pad = max(1, (self.width() - side) // 2)
        whole = self.rect().adjusted(pad, 0, -pad, 0)
        direction = self.layoutDirection()

        def placed(rect: QRect) -> QRect:
            return QStyle.visualRect(direction, whole, rect)

        self.icon().paint(painter, placed(QRect(whole.left(), (self.height() - side) // 2, side, side)))
        vertical = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic)
        near = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        far = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        font = painter.font()
        font.setWeight(font.Weight.DemiBold if self.isChecked() else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(placed(whole.adjusted(side + gap, 0, 0, 0)), vertical | int(near), words)
        if self._hint:
            font.setPixelSize(scaled(11))
            font.setWeight(font.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(placed(whole), vertical | int(far), self._hint)
        painter.end()

    def _fit(self) -> None:
        side = scaled(_ICON)
        self.setIconSize(QSize(side, side))
