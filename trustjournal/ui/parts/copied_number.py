"""A number in large letters with a button that copies it. Copying is all: the program dials nothing."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import PlainLabel
from trustjournal.ui.kit.private_copy import private_copy
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S12, Type

SAYS_COPIED_MS = 4_000

_LONG_WORD = re.compile(r"(\S{12})(?=\S)")
"""Where what somebody put in without spaces may be broken, so that it makes no card wider than the page."""


class CopiedNumber(QWidget):
    """`shown` is what people read, `copied` what is put on the clipboard; `whose` names it for a screen reader."""

    def __init__(self, shown: str, copied: str, whose: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._copied = copied
        self._words = self.tr("Copy")
        self.label = PlainLabel(_LONG_WORD.sub("\\1\u200b", shown), wrap=True)
        # Digits are read from left to right in every script.
        self.label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = Button(self._words)
        self.copy.setAccessibleName(self.tr("Copy the number: {whose}").format(whose=whose))
        self.copy.setToolTip(self.tr("Other programs on this computer can read what is copied."))
        self.copy.clicked.connect(self._on_copy_clicked)
        self._back = QTimer(self, singleShot=True, interval=SAYS_COPIED_MS)
        self._back.timeout.connect(self._on_back_timeout)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S12)
        row.addWidget(self.label)
        row.addStretch(1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._dress)
        self._dress()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setMimeData(private_copy(self._copied))
        copied = self.tr("Copied")
        self.copy.setText(copied)
        self._back.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.copy, copied))

    def _on_back_timeout(self) -> None:
        self.copy.setText(self._words)

    def _dress(self) -> None:
        self.label.setFont(self._theme.ui_font(19, Type.STRONG))
