"""Saved searches: save the one in the field, run one, rename it, delete it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from trustjournal.domain.found import LONGEST_SAVED_NAME, SavedSearch
from trustjournal.ui.kit.button import Button
from trustjournal.ui.kit.button_row import button_row
from trustjournal.ui.kit.labels import SectionLabel, SoftLabel
from trustjournal.ui.kit.line_edit import LineEdit
from trustjournal.ui.kit.popover import Popover
from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import S4, S8

WIDTH, MOST_SEEN = 320, 8


class SavedPopover(Popover):
    """Enter runs the chosen search, F2 renames it, Delete deletes it."""

    save_requested = Signal(str)
    """Keep the query in the field under this name."""
    run_requested = Signal(object)
    rename_requested = Signal(object, str)
    delete_requested = Signal(object)

    def __init__(self, anchor: QWidget, theme: Theme, saved: Sequence[SavedSearch], query: str) -> None:
        super().__init__(anchor, theme)
        self._renamed: SavedSearch | None = None
        self.setAccessibleName(self.tr("Saved searches"))
        self.column.addWidget(SectionLabel(self.tr("Saved searches")))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Saved searches"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for search in saved:
            item = QListWidgetItem(search.name)
            item.setToolTip(search.query)
            item.setData(Qt.ItemDataRole.UserRole, search)
            self.list.addItem(item)
        self.run_button = Button(self.tr("Search"), "plain")
        self.rename_button = Button(self.tr("Rename"), "plain")
        self.delete_button = Button(self.tr("Delete"), "plain")
        self.column.addWidget(self.list)
        buttons = button_row(self.run_button, self.rename_button, self.delete_button)
        self.column.addWidget(buttons)
        self.note = SoftLabel(self.tr("A name for what is in the search field now:"), small=True)
        self.name = LineEdit(self.tr("Name"), label=self.tr("Name of the search"))
        self.name.setMaxLength(LONGEST_SAVED_NAME)
        self.save_button = Button(self.tr("Save"), "primary")
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self.name, 1)
        row.addWidget(self.save_button)
        self.column.addWidget(self.note)
        self.column.addLayout(row)
        self.setFixedWidth(scaled(WIDTH))
        self.list.setVisible(bool(saved))
        buttons.setVisible(bool(saved))
        self._show_name(shown=bool(query.strip()))
        self._fit_list()
        self.list.installEventFilter(self)
        self.name.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self._run())
        self.run_button.clicked.connect(self._run)
        self.rename_button.clicked.connect(self._begin_renaming)
        self.delete_button.clicked.connect(self._delete)
        self.save_button.clicked.connect(self._save)
        if saved:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.name.setFocus()

    def _show_name(self, *, shown: bool) -> None:
        for widget in (self.note, self.name, self.save_button):
            widget.setVisible(shown)

    def _fit_list(self) -> None:
        rows = min(self.list.count(), MOST_SEEN)
        if rows:
            self.list.doItemsLayout()
            last = self.list.visualItemRect(self.list.item(rows - 1))
            self.list.setFixedHeight(last.bottom() + 1 + 2 * self.list.frameWidth() + S4)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.name and is_enter:
                self._save()
                return True
            if watched is self.list and is_enter:
                self._run()
                return True
            if watched is self.list and event.key() == Qt.Key.Key_F2:
                self._begin_renaming()
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._delete()
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> SavedSearch | None:
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]
        return chosen[0] if chosen else None

    def _run(self) -> None:
        if (search := self._chosen()) is not None:
            self.close()
            self.run_requested.emit(search)

    def _delete(self) -> None:
        if (search := self._chosen()) is not None:
            self.close()
            self.delete_requested.emit(search)

    def _begin_renaming(self) -> None:
        if (search := self._chosen()) is None:
            return
        self._renamed = search
        self.note.setText(self.tr("Another name for “{name}”:").format(name=search.name))
        self.name.setText(search.name)
        self._show_name(shown=True)
        self.adjustSize()
        self.name.setFocus()
        self.name.selectAll()

    def _save(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        self.close()
        if self._renamed is not None:
            self.rename_requested.emit(self._renamed, name)
        else:
            self.save_requested.emit(name)
