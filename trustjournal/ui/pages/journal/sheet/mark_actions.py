"""The entries of the sheet's menu that say something about an entry: starred, not finished yet, for therapy."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trustjournal.domain.entry import Entry
from trustjournal.ui.pages.journal.sheet.menu import MenuSection, SheetMenu

STAR_KEYS = "Ctrl+D"


class MarkActions(QObject):
    """Checkable, and checked as the entry on the sheet is."""

    star_changed = Signal(bool)
    draft_changed = Signal(bool)
    therapy_changed = Signal(bool)

    def __init__(self, sheet: QWidget, menu: SheetMenu) -> None:
        super().__init__(sheet)
        self.star = self._add(menu, self.tr("Starred"), keys=STAR_KEYS)
        self.draft = self._add(menu, self.tr("Not finished yet"))
        self.therapy = self._add(menu, self.tr("Keep for therapy"))
        self.star.triggered.connect(self.star_changed)
        self.draft.triggered.connect(self.draft_changed)
        self.therapy.triggered.connect(self.therapy_changed)
        shortcut = QShortcut(QKeySequence(STAR_KEYS), sheet, self.star.trigger)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_entry(self, entry: Entry) -> None:
        """Check what is so."""
        self.star.setChecked(entry.is_starred)
        self.draft.setChecked(entry.is_draft)
        self.therapy.setChecked(entry.is_for_therapy)

    @staticmethod
    def _add(menu: SheetMenu, words: str, *, keys: str = "") -> QAction:
        action = menu.add(MenuSection.ENTRY, words, lambda: None, keys=keys)
        action.setCheckable(True)
        return action
