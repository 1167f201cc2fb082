"""Makes taking entries out a part of the journal page: to paper, into a PDF, into a Markdown file."""

from __future__ import annotations

from PySide6.QtCore import QObject

from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.ids import EntryId
from trustjournal.services.paper import PaperService
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.pages.journal.printing.markdown_window import MarkdownWindow
from trustjournal.ui.pages.journal.printing.window import PrintingWindow
from trustjournal.ui.pages.journal.sheet.menu import MenuSection
from trustjournal.ui.parts.page import Command


class PagePrinting(QObject):
    """Opens the window that asks what goes out, and how much of it."""

    def __init__(
        self,
        page: JournalPage,
        *,
        paper: PaperService,
        copies: PlainCopyService,
        clock: Clock,
        tasks: Tasks,
        aside: Tasks,
        dialogs: Dialogs,
        theme: Theme,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._paper = paper
        self._copies = copies
        self._clock = clock
        self._tasks = tasks
        self._aside = aside
        self._dialogs = dialogs
        self._theme = theme
        page.print_requested.connect(self._on_page_print_requested)
        page.markdown_requested.connect(self._on_page_markdown_requested)
        page.sheet.menu.add(MenuSection.KEEPING, self.tr("Save as Markdown…"), self._save_open_entry)
        page.add_command(Command(self.tr("Save as Markdown"), self._save_by_name))

    def _save_open_entry(self) -> None:
        self._page.markdown_requested.emit(self._page.entry_to_take_out())

    def _save_by_name(self) -> None:
        """What is seen on the page; from any other page, days are asked for."""
        page = self._page
        if not page.isVisible():
            page.markdown_requested.emit(())
        elif page.list.view.is_picking:
            page.markdown_of_picked_requested.emit()
        else:
            self._save_open_entry()

    def _on_page_print_requested(self, entries: tuple[EntryId, ...]) -> None:
        PrintingWindow(
            self._page.window(),
            self._theme,
            paper=self._paper,
            copies=self._copies,
            tasks=self._tasks,
            aside=self._aside,
            dialogs=self._dialogs,
            these=entries,
            today=moment_now(self._clock).day,
        ).open()

    def _on_page_markdown_requested(self, entries: tuple[EntryId, ...]) -> None:
        MarkdownWindow(
            self._page.window(),
            self._theme,
            paper=self._paper,
            copies=self._copies,
            tasks=self._tasks,
            aside=self._aside,
            dialogs=self._dialogs,
            these=entries,
            today=moment_now(self._clock).day,
            zone_here=self._clock.zone(),
        ).open()
