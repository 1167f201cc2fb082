"""A row of buttons of which one is chosen, or none yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from trustjournal.ui.kit.flow_layout import FlowLayout
from trustjournal.ui.kit.tokens import S8

NOTHING = ""


class Segmented(QWidget):
    """One choice of a few. `options` are pairs of a key and the words for it; `label` names the choice.

    Tab comes to the chosen button, the arrow keys go to its neighbours, as with radio buttons. `value` is the first key
    unless something else is said; `NOTHING` is the value while nothing is chosen.
    """

    value_changed = Signal(str)
    """The person, or the program, chose another key."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        value: str | None = None,
        label: str = "",
    ) -> None:
        super().__init__(parent)
        self._keys = tuple(key for key, _ in options)
        self._buttons: list[_Segment] = []
        self.setAccessibleName(label)
        row = FlowLayout(self, gap=S8)
        for index, (_key, words) in enumerate(options):
            button = _Segment(self, index, words, label)
            row.addWidget(button)
            self._buttons.append(button)
        self._value = self._keys[0] if value is None else value
        self._render()

    @property
    def value(self) -> str:
        """The key of the chosen option, or `NOTHING`."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose the option with this key; raises ValueError when there is none."""
        if value not in (*self._keys, NOTHING):
            raise ValueError("no such option")
        if value == self._value:
            self._render()
            return
        self._value = value
        self._render()
        self.value_changed.emit(value)

    def choose(self, index: int, *, focus: bool = False) -> None:
        """Choose the option at a place in the row, counted round."""
        index %= len(self._buttons)
        self.set_value(self._keys[index])
        if focus:
            self._buttons[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _render(self) -> None:
        stop = self._keys[0] if self._value == NOTHING else self._value  # where Tab comes to
        for key, button in zip(self._keys, self._buttons, strict=True):
            button.setChecked(key == self._value)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)
            if key == stop:
                self.setFocusProxy(button)


class _Segment(QPushButton):
    """One button of the row."""

    def __init__(self, row: Segmented, index: int, words: str, label: str) -> None:
        super().__init__(words)
        self._row = row
        self._index = index
        self.setObjectName("segment")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.setAccessibleDescription(label)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._row.choose(self._index)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {
            Qt.Key.Key_Left: 1 if rtl else -1,
            Qt.Key.Key_Right: -1 if rtl else 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
        }
        step = steps.get(Qt.Key(e.key()))
        if step is None:
            super().keyPressEvent(e)
        else:
            self._row.choose(self._index + step, focus=True)
