"""What of the journal page can be gone to by name, from any page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.place import Place
from trustjournal.ui.pages.journal.in_place import RANDOM
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.parts.page import Command


def name_what_can_be_gone_to(page: JournalPage, clock: Clock) -> None:
    """Offer the calendar, the trash, a random page and printing."""

    def go(item: str | None, **view: str) -> None:
        page.go_requested.emit(Place(page.name, item, view))

    translate = QCoreApplication.translate
    for command in (
        Command(translate("JournalPage", "Calendar"), lambda: go(None, calendar=moment_now(clock).day.isoformat())),
        Command(translate("JournalPage", "Trash"), lambda: go(None, trash="")),
        Command(translate("JournalPage", "Random page"), lambda: go(RANDOM)),
        Command(translate("JournalPage", "Print, or save as PDF"), lambda: page.print_requested.emit(()), "Ctrl+P"),
    ):
        page.add_command(command)
