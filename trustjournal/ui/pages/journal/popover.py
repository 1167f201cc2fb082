"""A small card that opens under a button and closes when the person goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trustjournal.ui.kit.tokens import S4, S12


class Popover(QFrame):
    """Something small to fill in. Escape closes it; the keyboard goes back to where it came from."""

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.Box)
        self._anchor = anchor
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(S12, S12, S12, S12)
        self.column.setSpacing(S12)

    def open_below(self) -> None:
        """Open under the anchor, on the side the page begins on, and wholly on its screen."""
        self.adjustSize()
        anchor = self._anchor
        left = 0 if anchor.layoutDirection() == Qt.LayoutDirection.LeftToRight else anchor.width() - self.width()
        where = anchor.mapToGlobal(QPoint(left, anchor.height() + S4))
        screen = anchor.screen().availableGeometry()
        where.setX(max(screen.left(), min(where.x(), screen.right() - self.width())))
        if where.y() + self.height() > screen.bottom():
            where.setY(anchor.mapToGlobal(QPoint(0, -self.height() - S4)).y())
        self.move(where)
        self.show()
