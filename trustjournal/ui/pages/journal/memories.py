"""What the journal page offers about memories: a page by chance, and that one never comes back unasked."""

from __future__ import annotations

from PySide6.QtCore import QObject

from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.services.memories import MemoryService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.sheet.menu import MenuSection
from trustjournal.ui.parts.page import ToastMessage


class PageMemories(QObject):
    """Two entries of the sheet's menu."""

    def __init__(self, page: JournalPage, *, memories: MemoryService, tasks: Tasks, icons: Icons) -> None:
        super().__init__(page)
        self._page = page
        self._memories = memories
        self._tasks = tasks
        self.away = page.sheet.menu.add(
            MenuSection.KEEPING, self.tr("Do not bring this back as a memory"), self._on_away_triggered
        )
        self.away.setCheckable(True)
        self.random = page.sheet.menu.add(
            MenuSection.SEEING, self.tr("Random page"), self.open_by_chance, icon=icons.icon("dice")
        )
        page.entry_shown.connect(self._on_page_entry_shown)
        page.random_requested.connect(self.open_by_chance)

    def open_by_chance(self) -> None:
        """Open any entry, each as likely as every other."""
        self._tasks.run(self._memories.by_chance, owner=self, done=self._on_chosen, failed=self._page.tell)

    def _on_chosen(self, entry_id: EntryId | None) -> None:
        if entry_id is not None:
            self._page.open_entry(entry_id)
        else:
            self._page.toast_requested.emit(ToastMessage(self.tr("There is no page yet that could come up.")))

    def _on_away_triggered(self) -> None:
        self._page.set_stays_away(self.away.isChecked())

    def _on_page_entry_shown(self, entry: Entry | None) -> None:
        self.away.setChecked(entry is not None and entry.stays_away)
