"""A field that completes what it knows and makes what it does not: for several words in a row, by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.parts.editor import clean_line

MOST_SEEN = 7
WIDTH = 280
_COMMAS = (",", "،", "、", "，")


class TokenPopover(Popover):
    """Type, go down to what is meant, then Enter, Tab or a comma takes it, and the next can be typed.

    With nothing typed and nothing gone down to, Enter or Tab means: that was all.
    """

    def __init__(self, anchor: QWidget, theme: Theme, *, name: str, placeholder: str, label: str, longest: int) -> None:
        super().__init__(anchor, theme)
        self.setAccessibleName(name)
        self.field = LineEdit(placeholder, label=label)
        self.field.setMaxLength(longest)
        self.offers = QListWidget()
        self.offers.setAccessibleName(self.tr("What can be added"))
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.column.addWidget(self.field)
        self.column.addWidget(self.offers)
        self.setFixedWidth(scaled(WIDTH))
        self.field.textChanged.connect(self.offer)
        self.field.installEventFilter(self)
        self.offers.itemClicked.connect(self._choose)
        self.offers.currentItemChanged.connect(self._on_offers_current_item_changed)
        self.setFocusProxy(self.field)
        self.field.setFocus()

    def offers_for(self, typed: str) -> Sequence[tuple[str, object]]:
        """What can be meant by `typed`, the likeliest first: words to show, and what they stand for."""
        raise NotImplementedError

    def take(self, chosen: object) -> None:
        """One of the offers was chosen; it is not to be offered again."""
        raise NotImplementedError

    def offer(self) -> None:
        """Offer what fits what is typed."""
        typed = clean_line(self.field.text()).strip()
        self.offers.clear()
        for words, meant in self.offers_for(typed):
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, meant)
            self.offers.addItem(item)
        self.offers.setCurrentRow(0 if typed else -1)
        rows = min(self.offers.count(), MOST_SEEN)
        self.offers.setVisible(rows > 0)
        if rows:
            self.offers.doItemsLayout()
            last = self.offers.visualItemRect(self.offers.item(rows - 1))
            self.offers.setFixedHeight(last.bottom() + 1 + 2 * self.offers.frameWidth() + S4)
        self.adjustSize()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        row = self.offers.currentRow()
        match event.key():
            case Qt.Key.Key_Down:
                self.offers.setCurrentRow(min(row + 1, self.offers.count() - 1))
            case Qt.Key.Key_Up:
                self.offers.setCurrentRow(max(row - 1, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                if self.offers.currentItem() is None:
                    self.close()
                else:
                    self._choose(self.offers.currentItem())
            case _ if event.text() in _COMMAS:
                self._choose(self.offers.currentItem())
            case _:
                return False
        return True

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.take(item.data(Qt.ItemDataRole.UserRole))
        self.field.clear()
        self.offer()  # once more where nothing was typed: what was taken is gone
        self.field.setFocus()

    def _on_offers_current_item_changed(self, item: QListWidgetItem | None) -> None:
        self.field.setAccessibleDescription(item.text() if item is not None else "")
