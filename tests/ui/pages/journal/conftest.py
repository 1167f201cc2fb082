"""The journal page over a real encrypted journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.attachment import CleanPhoto
from trustjournal.domain.change import Changed
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.place import Place
from trustjournal.domain.spelling import NoDictionaries
from trustjournal.errors import CancelledError
from trustjournal.exchange.photos import clean_photo
from trustjournal.services.journal import Journal
from trustjournal.services.template_reader import read_templates
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal import build_journal_page
from trustjournal.ui.pages.journal.page import JournalPage
from trustjournal.ui.parts.entry_line import EntryLine, MonthLine, words_of
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.save_keeper import SaveKeeper

TEMPLATES = Path(__file__).resolve().parents[4] / "resources" / "templates"


def read_photo(data: bytes, stop: Event) -> CleanPhoto:
    """Decodes here what the program decodes in a process of its own."""
    if stop.is_set():
        raise CancelledError
    return clean_photo(data)


@dataclass
class Desk:
    """A page, and what a test wants to know about it."""

    page: JournalPage
    keeper: SaveKeeper
    journal: Journal
    tasks: SteppedTasks
    clock: FakeClock
    toasts: list[ToastMessage]
    refusal: list[Exception]
    """While it is not empty, saving fails with its first."""

    def settle(self) -> None:
        """Let every task run, and what comes of it."""
        self.tasks.all()
        QApplication.sendPostedEvents()
        self.tasks.all()

    def visit(self, item: str | None = None, **view: str | int | bool | None) -> None:
        """Go to a place on the page."""
        self.page.visit(Place("journal", item, view))
        self.settle()

    def write(self, title: str, text: str, *, day: date = date(2026, 3, 10), at: time = time(9, 30)) -> Entry:
        """An entry that was stored some time ago."""
        entry = replace(self.journal.writing.blank(), title=title, text=text)
        return self.journal.writing.save(replace(entry, moment=Moment.on_the_wall(day, at, "Europe/Rome")))

    def type(self, words: str) -> None:
        """Type into the text."""
        QTest.keyClicks(self.page.sheet.text, words)

    def pause(self) -> None:
        """The pause after which words are saved."""
        self.page.sheet.pause_now()
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self.page.window().focusWidget(), key, modifiers)
        self.settle()

    @property
    def listed(self) -> list[str]:
        """Headings and titles in the list, from the top."""
        lines = self.page.list.view.lines()
        return [
            f"{line.first_day:%Y-%m} {line.count}"
            if isinstance(line, MonthLine)
            else (words_of(line.title) if isinstance(line, EntryLine) else "…")
            for line in lines
        ]

    def line(self, entry_id: EntryId) -> EntryLine:
        """What the list says of an entry."""
        return next(
            line for line in self.page.list.view.lines() if isinstance(line, EntryLine) and line.summary.id == entry_id
        )

    def stored(self, entry_id: EntryId) -> Entry:
        """An entry as it is in the journal."""
        entry = self.journal.writing.entry(entry_id)
        assert entry is not None
        return entry

    @property
    def status(self) -> str:
        """What the page says about saving, and the word count."""
        return self.page.sheet.status.text()


@pytest.fixture
def make_desk(qtbot: QtBot, journal: Journal, clock: FakeClock, theme: Theme, icons: Icons) -> Callable[[], Desk]:
    """Makes pages over one journal, as before and after a lock."""
    refusal: list[Exception] = []

    def save(entry: Entry) -> Entry:
        if refusal:
            raise refusal[0]
        return journal.writing.save(entry)

    def make() -> Desk:
        tasks = SteppedTasks()
        as_tasks: Tasks = tasks
        keeper = SaveKeeper(save, as_tasks)
        page = build_journal_page(
            writing=journal.writing,
            history=journal.history,
            trash=journal.trash,
            attaching=journal.attaching,
            read_photo=read_photo,
            photo_tasks=as_tasks,
            finding=journal.finding,
            saved_searches=journal.saved_searches,
            templates=journal.templates,
            shipped_templates=read_templates(TEMPLATES, "en"),
            calendar=journal.calendar,
            arranging=journal.arranging,
            memories=journal.memories,
            paper=journal.paper,
            people=journal.people,
            prompting=journal.prompting,
            keeper=keeper,
            guide=journal.guide,
            clock=clock,
            tasks=as_tasks,
            theme=theme,
            icons=icons,
            dialogs=Dialogs(),
            spelling=journal.spelling,
            choices=journal.choices,
            dictionaries=NoDictionaries(),
            aside=as_tasks,
        )
        qtbot.addWidget(page)
        toasts: list[ToastMessage] = []
        page.toast_requested.connect(toasts.append)
        keeper.stored.connect(lambda _entry: page.refresh(Changed.ENTRIES))
        page.resize(1068, 820)
        page.show()
        qtbot.waitExposed(page)
        return Desk(page, keeper, journal, tasks, clock, toasts, refusal)

    return make


@pytest.fixture
def desk(make_desk: Callable[[], Desk]) -> Desk:
    """A page over an empty journal, not visited yet."""
    return make_desk()
