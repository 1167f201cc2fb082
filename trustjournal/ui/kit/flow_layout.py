"""A layout that sets its items in rows like words in a paragraph, from either side."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget
from typing_extensions import override

from trustjournal.ui.kit.tokens import S8


class FlowLayout(QLayout):
    """Rows of items, each as wide as it wants to be; a new row begins where the width ends, `indent` further in."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = S8, row_gap: int | None = None, indent: int = 0
    ) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = gap if row_gap is None else row_gap
        self._indent = indent
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        if parent is not None:
            parent.setLayout(self)

    def clear(self) -> None:
        """Take every widget out and let it go."""
        while self._items:
            item = self.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in `rect` and return the height they need."""
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        row: list[tuple[QLayoutItem, QSize]] = []
        start, y, row_height = inner.left(), inner.top(), 0
        x = start

        def place_row() -> None:
            left = start
            for item, size in row:
                top = y + (row_height - size.height()) // 2
                where = QRect(QPoint(left, top), size)
                item.setGeometry(QStyle.visualRect(direction, inner, where))
                left += size.width() + self._gap

        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(inner.width() - self._indent, item.minimumSize().width())))
            if row and x + size.width() > inner.right() + 1:
                if move:
                    place_row()
                y += row_height + self._row_gap
                start = x = inner.left() + self._indent
                row, row_height = [], 0
            row.append((item, size))
            x += size.width() + self._gap
            row_height = max(row_height, size.height())
        if move:
            place_row()
        return y + row_height - rect.top() + margins.bottom()
