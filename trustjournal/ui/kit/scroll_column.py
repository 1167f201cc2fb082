"""A page that scrolls: one column in the middle, never wider than is good to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import S24, S32


class ScrollColumn(QScrollArea):
    """A centred column of at most `max_width` pixels (at 100 % text); put the content into `body`."""

    def __init__(self, max_width: int = 760, parent: QWidget | None = None, *, margin: int = S32) -> None:
        super().__init__(parent)
        self._max_width = max_width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page = _ScrollPage()
        page.setObjectName("scroll_page")
        row = QHBoxLayout(page)
        row.setContentsMargins(margin, S24, margin, S32)
        row.setSpacing(0)
        self._column = QWidget()
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(S24)
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        self.setWidget(page)
        self._fit()

    def keep_in_sight(self, inside: QWidget, where: QRect) -> None:
        """Scroll no more than is needed to see a rectangle of a widget in here."""
        top = inside.mapTo(self._page, where.topLeft())
        self.ensureVisible(top.x(), top.y() + where.height() // 2, 0, where.height() * 2)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if hasattr(self, "_column"):
            self._column.setMaximumWidth(scaled(self._max_width))


class _ScrollPage(QWidget):
    """What is scrolled. Its height follows from its width.

    The smallest height of words that wrap is that of a narrow page; taken for this one, it would scroll for nothing.
    """

    @override
    def minimumSizeHint(self) -> QSize:
        smallest = super().minimumSizeHint()
        return QSize(smallest.width(), 0) if self.hasHeightForWidth() else smallest
