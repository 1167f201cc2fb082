"""Chips: short words in a pill, to read, to switch on and off, or to take away."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

FEWEST_LETTERS = 12
"""Of a chip that gives way, about so many letters are always seen."""

REMOVE = "  ✕"

ChipKind = Literal["plain", "trust", "mood"]


class Chip(QFrame):
    """A word in a pill. What can be done with it follows from how it is made.

    - nothing said: it is only there to be read, and takes no focus;
    - `clickable`: it is a button (`clicked`), in the colour of its kind; where there is no room for all its words they
      end in “…”, and its tool tip says them;
    - `checkable`: it is switched on and off (`toggled`); off it is plain, on it has the colour of its kind;
    - `removable`: a click, Delete or Backspace asks to take it away (`removed`; the owner removes it).
    """

    clicked = Signal()
    toggled = Signal(bool)
    removed = Signal()

    def __init__(
        self,
        text: str,
        kind: ChipKind = "plain",
        parent: QWidget | None = None,
        *,
        checkable: bool = False,
        removable: bool = False,
        clickable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._removable = removable
        self._button: _ChipButton | None = None
        self._label: QLabel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        face: QWidget
        if checkable or removable or clickable:
            button = _ChipButton(gives_way=clickable or removable, ending=REMOVE if removable else "")
            button.setCheckable(checkable)
            button.clicked.connect(self._on_button_clicked)
            button.toggled.connect(self.toggled)
            button.remove_keys_pressed.connect(self._on_button_remove_keys_pressed)
            self._button = face = button
            self.setFocusProxy(button)
            self.setFocusPolicy(button.focusPolicy())  # without it `setTabOrder` passes over the chip
        else:
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setIndent(0)
            self._label = face = label
        face.setObjectName("chip_face")
        face.setProperty("kind", kind)
        face.setProperty("removable", removable)
        face.setProperty("pressed_only", clickable and not (checkable or removable))
        layout.addWidget(face)
        self.set_text(text)

    def text(self) -> str:
        """Return the word."""
        return self._text

    def set_text(self, text: str) -> None:
        """Change the word."""
        self._text = text
        if self._button is not None:
            self._button.setText(_without_mnemonic(f"{text}{REMOVE}" if self._removable else text))
            self._button.setAccessibleName(self.tr("Remove {word}").format(word=text) if self._removable else text)
        elif self._label is not None:
            self._label.setText(text)

    def is_checked(self) -> bool:
        """Return whether the chip is switched on."""
        return self._button is not None and self._button.isChecked()

    def set_checked(self, checked: bool) -> None:
        """Switch a checkable chip on or off."""
        if self._button is not None:
            self._button.setChecked(checked)

    def _on_button_clicked(self) -> None:
        if self._removable:
            self.removed.emit()
        else:
            self.clicked.emit()

    def _on_button_remove_keys_pressed(self) -> None:
        if self._removable:
            self.removed.emit()


class _ChipButton(QPushButton):
    """The part of a chip that can be pressed; its target is larger than the pill that is painted."""

    remove_keys_pressed = Signal()

    def __init__(self, *, gives_way: bool, ending: str) -> None:
        super().__init__()
        self._ending = ending
        self.gives_way = gives_way
        if gives_way:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        fewest = self.fontMetrics().averageCharWidth() * FEWEST_LETTERS
        return QSize(min(whole.width(), fewest), whole.height()) if self.gives_way else whole

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.gives_way:
            self.setToolTip(self.accessibleName() if self._lacks() > 0 else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        lacks = self._lacks()
        if not self.gives_way or lacks <= 0:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        words = option.text.removesuffix(self._ending)
        room = metrics.horizontalAdvance(words) - lacks
        option.text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) + self._ending
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _lacks(self) -> int:
        """How many pixels there are too few for all words."""
        return self.sizeHint().width() - self.width()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_keys_pressed.emit()
        elif e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(e)


def _without_mnemonic(text: str) -> str:
    return text.replace("&", "&&")
