"""Where a journal will be kept: a path to read, and a button to choose another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.labels import PlainLabel, SoftLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8


class PlaceField(QWidget):
    """Shows a folder, shortened in the middle where there is no room for all of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._shown = PlainLabel()
        self._shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.change = Button(self.tr("Change…"))
        self.change.setAccessibleName(self.tr("Change where the journal is kept"))
        self.setFocusProxy(self.change)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._shown, 1)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(row)
        column.addWidget(
            SoftLabel(
                self.tr("The name is also the folder’s name: whoever can use this computer can read that name."),
                small=True,
            )
        )
        theme.changed.connect(self._fit)

    def set_path(self, path: Path) -> None:
        """Show another folder."""
        self._path = path
        self._shown.setToolTip(str(path))
        self._shown.setAccessibleName(str(path))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self._shown.fontMetrics()
        self._shown.setText(
            metrics.elidedText(str(self._path), Qt.TextElideMode.ElideMiddle, max(40, self._shown.width()))
        )
