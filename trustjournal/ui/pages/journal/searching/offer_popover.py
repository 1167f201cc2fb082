"""A small card to choose what to search for: type, go down to what is meant, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from trustjournal.ui.kit.labels import SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4
from trustjournal.ui.pages.journal.searching.offers import Offer

MOST_SEEN = 8
WIDTH, WIDEST = 280, 420


class OfferPopover(Popover):
    """Says `term_chosen` once, and goes away."""

    term_chosen = Signal(str)

    def __init__(
        self, anchor: QWidget, theme: Theme, *, title: str, hint: str, offers_for: Callable[[str], Sequence[Offer]]
    ) -> None:
        super().__init__(anchor, theme)
        self._offers_for = offers_for
        self.setAccessibleName(title)
        self.field = LineEdit(hint, label=title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.nothing = SoftLabel(self.tr("There is none in this journal yet."), small=True)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list)
        self.column.addWidget(self.nothing)
        self.field.textChanged.connect(self.offer)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.list.currentItemChanged.connect(self._on_list_current_item_changed)
        self.setFocusProxy(self.field)
        self.field.setFocus()
        self.offer()
        margins = self.column.contentsMargins()
        words = self.list.sizeHintForColumn(0) + 2 * self.list.frameWidth() + margins.left() + margins.right()
        self.setFixedWidth(min(max(scaled(WIDTH), words), scaled(WIDEST)))

    def offer(self) -> None:
        """Offer what fits what is typed."""
        self.list.clear()
        for offer in self._offers_for(self.field.text()):
            item = QListWidgetItem(offer.label)
            item.setData(Qt.ItemDataRole.UserRole, offer.term)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        rows = min(self.list.count(), MOST_SEEN)
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        if rows:
            self.list.doItemsLayout()
            last = self.list.visualItemRect(self.list.item(rows - 1))
            self.list.setFixedHeight(last.bottom() + 1 + 2 * self.list.frameWidth() + S4)
        self.adjustSize()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.list.currentRow()
            match event.key():
                case Qt.Key.Key_Down:
                    self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
                    return True
                case Qt.Key.Key_Up:
                    self.list.setCurrentRow(max(row - 1, 0))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose(self.list.currentItem())
                    return True
        return super().eventFilter(watched, event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            term = str(item.data(Qt.ItemDataRole.UserRole))
            self.close()
            self.term_chosen.emit(term)

    def _on_list_current_item_changed(self, item: QListWidgetItem | None) -> None:
        self.field.setAccessibleDescription(item.text() if item is not None else "")
