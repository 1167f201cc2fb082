"""A line of words that gives way where there is little room: it ends in “…” and says all of it when pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import PlainLabel


class ElidedLabel(PlainLabel):
    """One line of plain words, as wide as they are where there is room; about `fewest` letters are always seen.

    `soft` and `small` are as in `SoftLabel`.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        fewest: int = 4,
        soft: bool = False,
        small: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._fewest = fewest
        self.setProperty("soft", soft)
        self.setProperty("small", small)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        fewest = self.fontMetrics().averageCharWidth() * self._fewest
        return QSize(min(full.width(), fewest), full.height())

    @override
    def event(self, e: QEvent) -> bool:
        if e.type() is QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self._shown_text() != self.text() else "")
        return super().event(e)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(flags),
            self.palette(),
            self.isEnabled(),
            self._shown_text(),
            self.foregroundRole(),
        )
        painter.end()

    def _shown_text(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
