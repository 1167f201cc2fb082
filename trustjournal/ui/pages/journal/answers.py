"""The way from an entry that was begun from a prompt to everything that was written to that prompt."""

from __future__ import annotations

from PySide6.QtCore import QObject

from trustjournal.domain.entry import Entry
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import ServedPrompt
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.sheet.menu import MenuSection


class PageAnswers(QObject):
    """An entry of the sheet's menu, hidden where the open entry has no prompt."""

    def __init__(self, page: JournalPage) -> None:
        super().__init__(page)
        self._page = page
        self._prompt: ServedPrompt | None = None
        self.look = page.sheet.menu.add(MenuSection.SEEING, self.tr("Then and now"), self._on_look_triggered)
        self.look.setVisible(False)
        page.entry_shown.connect(self._on_page_entry_shown)

    def _on_look_triggered(self) -> None:
        if self._prompt is not None:
            place = Place("guide", self._prompt.unit, {"answers": self._prompt.prompt_id})
            self._page.go_requested.emit(place)

    def _on_page_entry_shown(self, entry: Entry | None) -> None:
        self._prompt = None if entry is None else entry.prompt
        self.look.setVisible(self._prompt is not None)
