"""A tick box whose words may need more than one line: Qt's own never breaks them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.tokens import S4


class WrappedCheck(QWidget):
    """Words beside a box; a click on either ticks it."""

    clicked = Signal(bool)
    """The person ticked it, or took the tick away."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.setProperty("wordless", True)  # noqa: FBT003  (Qt takes it by place)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.clicked.connect(self.clicked)
        self.setFocusProxy(self.box)
        self._label = PlainLabel(words, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self._level()

    def is_checked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_checked(self, checked: bool) -> None:
        """Tick it, or not; nobody is told."""
        self.box.setChecked(checked)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
        else:
            super().mouseReleaseEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._label.setEnabled(self.isEnabled())
        elif event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._level()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._level()  # how tall the box is, is known for sure only now

    def _level(self) -> None:
        """Have the first line of the words stand beside the middle of the box."""
        room = max(0, (self.box.sizeHint().height() - self._label.fontMetrics().height()) // 2)
        self._label.setContentsMargins(0, room, 0, room)
