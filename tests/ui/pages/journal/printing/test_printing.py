"""Printing, and saving as PDF, from the window that asks what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.entry import Entry
from trustjournal.domain.moment import Moment
from trustjournal.domain.person import Role
from trustjournal.services.journal import Journal
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.printing.presenter import LOT, Phase, Scope
from trustjournal.ui.pages.journal.printing.window import PrintingWindow
from trustjournal.ui.print.pdf_file import PdfInMemory


class Answers:
    """Whoever answers the system's dialogs."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.has_printer = True
        self.proposed: list[str] = []
        self.pdf = PdfInMemory()

    def ask_where_to_save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        self.proposed.append(name)
        if self.file is not None:
            chosen(self.file)

    def ask_to_print(
        self, parent: QWidget, draw: Callable[[QPagedPaintDevice], None], printed: Callable[[], None]
    ) -> bool:
        if self.has_printer:
            draw(self.pdf.device)
        return self.has_printer


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def tasks() -> SteppedTasks:
    return SteppedTasks()


Open = Callable[[Sequence[Entry]], PrintingWindow]


@pytest.fixture
def open_window(qtbot: QtBot, journal: Journal, theme: Theme, tasks: SteppedTasks, answers: Answers) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)

    def open_it(entries: Sequence[Entry]) -> PrintingWindow:
        window = PrintingWindow(
            parent,
            theme,
            paper=journal.paper,
            copies=PlainCopyService(),
            tasks=tasks,
            aside=tasks,
            dialogs=Dialogs(ask_where_to_save=answers.ask_where_to_save, ask_to_print=answers.ask_to_print),
            these=tuple(entry.id for entry in entries),
            today=date(2026, 3, 20),
        )
        window.show()
        return window

    return open_it


def write(journal: Journal, day: date = date(2026, 3, 10), text: str = "words") -> Entry:
    moment = Moment.on_the_wall(day, time(9, 30), "Europe/Rome")
    return journal.writing.save(replace(journal.writing.blank(), moment=moment, text=text))


def test_one_entry_becomes_a_pdf_that_only_its_owner_can_read(
    journal: Journal, open_window: Open, tasks: SteppedTasks, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "page.pdf"
    window = open_window([write(journal)])
    window.paper.pdf_button.click()
    assert not answers.file.exists()  # what is not finished never stands on a disk
    tasks.all()
    assert answers.file.read_bytes().startswith(b"%PDF")
    assert answers.file.stat().st_mode & 0o777 == 0o600
    assert window.presenter.state.phase is Phase.DONE
    assert window.presenter.state.pages == 1
    assert answers.proposed == ["Document.pdf"]


def test_entries_are_drawn_lot_by_lot_and_the_line_tells_how_far(
    journal: Journal, open_window: Open, tasks: SteppedTasks, answers: Answers
) -> None:
    entries = [write(journal) for _ in range(2 * LOT)]
    window = open_window(entries)
    window.paper.print_button.click()
    tasks.step()
    tasks.step()
    assert window.progress.percent == 50
    assert not window.progress.isHidden()
    assert not window.paper.print_button.isEnabled()
    tasks.all()
    assert window.progress.isHidden()
    assert "Done" in window.news.text()


def test_what_is_stopped_leaves_no_file(
    journal: Journal, open_window: Open, tasks: SteppedTasks, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "page.pdf"
    window = open_window([write(journal) for _ in range(2 * LOT)])
    window.paper.pdf_button.click()
    tasks.step()
    tasks.step()
    window.close_button.click()
    tasks.all()
    assert window.presenter.state.phase is Phase.CANCELLED
    assert list(tmp_path.glob("*.pdf")) == []
    assert window.isVisible()  # the same button closes it only where nothing is being drawn


def test_a_folder_that_takes_no_file_is_told_in_a_sentence(
    journal: Journal, open_window: Open, tasks: SteppedTasks, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path
    window = open_window([write(journal)])
    window.paper.pdf_button.click()
    tasks.all()
    assert window.presenter.state.phase is Phase.FAILED
    assert window.news.text()


def test_without_a_printer_the_other_way_is_named(journal: Journal, open_window: Open, answers: Answers) -> None:
    answers.has_printer = False
    window = open_window([write(journal)])
    window.paper.print_button.click()
    assert "PDF" in window.news.text()


def test_days_without_an_entry_are_told_and_nothing_is_printed(
    journal: Journal, open_window: Open, tasks: SteppedTasks, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "page.pdf"
    write(journal, date(2026, 1, 5))
    window = open_window([])
    assert window.presenter.state.scope is Scope.DAYS
    window.paper.pdf_button.click()
    tasks.all()
    assert window.presenter.state.phase is Phase.EMPTY
    assert not answers.file.exists()


def test_the_ticks_decide_what_is_shown_of_an_entry(journal: Journal, open_window: Open) -> None:
    journal.people.add("Sam", Role.FRIEND)
    window = open_window([write(journal)])
    choice = window.presenter.state.choice()
    assert (choice.initials, choice.details, choice.prompt) == (False, True, True)
    window.initials.box.click()
    window.details.box.click()
    window.prompt.box.click()
    choice = window.presenter.state.choice()
    assert (choice.initials, choice.details, choice.prompt) == (True, False, False)
    assert not window.initials_note.isHidden()


def test_days_the_wrong_way_round_mean_the_same(journal: Journal, open_window: Open) -> None:
    window = open_window([])
    window.presenter.set_days(date(2026, 5, 1), date(2026, 4, 1))
    chosen = window.presenter.state.choice().range
    assert chosen is not None
    assert (chosen.first, chosen.last) == (date(2026, 4, 1), date(2026, 5, 1))


def test_a_lock_in_the_middle_ends_the_drawing(
    journal: Journal, open_window: Open, tasks: SteppedTasks, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "page.pdf"
    window = open_window([write(journal) for _ in range(2 * LOT)])
    window.paper.pdf_button.click()
    tasks.step()
    tasks.step()
    window.done(0)  # as the lock ends it
    tasks.all()
    assert list(tmp_path.glob("*.pdf")) == []
