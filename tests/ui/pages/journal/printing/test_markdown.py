"""Saving as Markdown, from the window that asks what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.attachment import picture_text
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import AttachmentId, EntryId
from trustjournal.domain.moment import Moment
from trustjournal.domain.person import Role
from trustjournal.services.journal import Journal
from trustjournal.services.plain_copies import PlainCopyService
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.journal.printing.markdown_window import MarkdownWindow
from trustjournal.ui.pages.journal.printing.presenter import LOT, Phase
from trustjournal.ui.parts.when import day_words, moment_words, time_words

DAY = date(2026, 3, 10)
MOMENT = Moment.on_the_wall(DAY, time(9, 30), "Europe/Rome")


class Desk:
    """The window, and whoever answers the system's dialog."""

    def __init__(self, qtbot: QtBot, journal: Journal, theme: Theme, file: Path) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.journal, self.theme, self.file = journal, theme, file
        self.tasks, self.aside = SteppedTasks(), SteppedTasks()
        self.proposed: list[str] = []

    def ask_where_to_save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        self.proposed.append(name)
        chosen(self.file)

    def open(self, entries: Sequence[EntryId], *, zone_here: str = "Europe/Rome") -> MarkdownWindow:
        window = MarkdownWindow(
            self.parent,
            self.theme,
            paper=self.journal.paper,
            copies=PlainCopyService(),
            tasks=self.tasks,
            aside=self.aside,
            dialogs=Dialogs(ask_where_to_save=self.ask_where_to_save),
            these=tuple(entries),
            today=date(2026, 3, 20),
            zone_here=zone_here,
        )
        window.show()
        return window

    def settle(self) -> None:
        while self.tasks.waiting or self.aside.waiting:
            self.tasks.all()
            self.aside.all()

    def save(self, window: MarkdownWindow) -> str:
        window.save_button.click()
        self.settle()
        return self.file.read_text("utf-8")

    def phase(self, window: MarkdownWindow) -> Phase:
        return window.presenter.state.phase

    def write(self, text: str = "words", **more: object) -> Entry:
        entry = replace(self.journal.writing.blank(), moment=MOMENT, text=text)
        return self.journal.writing.save(replace(entry, **more))  # type: ignore[arg-type]


@pytest.fixture
def desk(qtbot: QtBot, journal: Journal, theme: Theme, tmp_path: Path) -> Desk:
    folder = tmp_path / "outside"
    folder.mkdir()
    return Desk(qtbot, journal, theme, folder / "file.md")


@pytest.fixture
def full(desk: Desk) -> Entry:
    """An entry with everything around it."""
    sam = desk.journal.people.add("Sam", Role.FRIEND)
    served = desk.journal.prompting.todays()
    assert served is not None
    blank = desk.journal.writing.blank(served)
    return desk.journal.writing.save(
        replace(
            blank,
            moment=MOMENT,
            title="Sam and I",
            text=f"Sam rang.\n\n{picture_text(AttachmentId(uuid4()), 'Sam at the door')}",
            people=(sam.id,),
            tags=("coat",),
            feelings=("calm",),
            is_starred=True,
        )
    )


def test_everything_around_an_entry_stands_in_the_file(desk: Desk, full: Entry) -> None:
    assert full.prompt is not None
    window = desk.open([full.id])
    assert desk.save(window) == (
        f"# Sam and I\n\n{moment_words(MOMENT)} · Sam · #coat · calm · starred\n\n> {full.prompt.wording}\n\n"
        "Sam rang.\n\n(Photo: Sam at the door)\n"
    )
    assert desk.file.stat().st_mode & 0o777 == 0o600
    assert desk.phase(window) is Phase.DONE
    assert window.news.text() == "1 entry saved. The file is not encrypted."


def test_the_proposed_name_says_nothing_of_what_is_in_it(desk: Desk, full: Entry) -> None:
    desk.save(desk.open([full.id]))
    assert desk.proposed == ["2026-03-20.md"]


def test_with_initials_no_known_name_is_left_anywhere(desk: Desk, full: Entry) -> None:
    window = desk.open([full.id])
    window.initials.box.click()
    text = desk.save(window)
    assert "Sam" not in text
    assert text.startswith("# S. and I\n")
    assert "(Photo: S. at the door)" in text


def test_what_was_not_asked_for_stays_behind(desk: Desk, full: Entry) -> None:
    assert full.prompt is not None
    window = desk.open([full.id])
    window.details.box.click()
    window.prompt.box.click()
    text = desk.save(window)
    assert f"\n{moment_words(MOMENT)} · starred\n" in text
    assert full.prompt.wording not in text


def test_without_a_title_the_day_is_the_heading(desk: Desk) -> None:
    assert desk.save(desk.open([desk.write().id])) == f"# {day_words(DAY)}\n\n{time_words(MOMENT)}\n\nwords\n"


def test_a_zone_is_named_only_where_it_is_not_the_one_here(desk: Desk) -> None:
    entry, untitled = desk.write(title="A"), desk.write()
    assert "Europe" not in desk.save(desk.open([entry.id, untitled.id]))
    text = desk.save(desk.open([entry.id, untitled.id], zone_here="Asia/Tokyo"))
    assert f"\n{moment_words(MOMENT)} (Europe/Rome)\n" in text
    assert f"\n{time_words(MOMENT)} (Europe/Rome)\n" in text


def test_several_go_out_oldest_first_lot_by_lot(desk: Desk) -> None:
    entries = [
        desk.write(title=f"Nr {day}", moment=Moment.on_the_wall(date(2026, 3, day), time(9), "Europe/Rome")).id
        for day in range(2 * LOT, 0, -1)
    ]
    window = desk.open(entries)
    assert window.scope.findChildren(QAbstractButton)[0].text() == "20 selected entries"
    window.save_button.click()
    desk.tasks.step()
    desk.tasks.step()
    assert window.progress.percent == 50
    desk.settle()
    text = desk.file.read_text("utf-8")
    assert [line for line in text.split("\n") if line.startswith("# ")] == [f"# Nr {day}" for day in range(1, 21)]
    assert window.news.text() == "20 entries saved. The file is not encrypted."


def test_the_text_is_made_and_written_away_from_the_window(desk: Desk) -> None:
    window = desk.open([desk.write().id])
    window.save_button.click()
    desk.tasks.all()
    assert list(desk.file.parent.iterdir()) == []
    assert desk.phase(window) is Phase.WORKING
    desk.aside.all()
    assert desk.file.exists()


def test_what_is_stopped_while_it_is_written_is_not_there(desk: Desk) -> None:
    window = desk.open([desk.write().id])
    window.save_button.click()
    desk.tasks.all()
    window.close_button.click()
    assert desk.phase(window) is Phase.WORKING  # the file may be whole by now: that is told, not guessed
    desk.settle()
    assert desk.phase(window) is Phase.CANCELLED
    assert list(desk.file.parent.iterdir()) == []


def test_a_lock_in_the_middle_leaves_no_file(desk: Desk) -> None:
    window = desk.open([desk.write().id])
    window.save_button.click()
    desk.tasks.all()
    window.done(0)  # as the lock ends it
    desk.settle()
    assert list(desk.file.parent.iterdir()) == []


def test_a_folder_that_is_gone_is_told_and_can_be_mended(desk: Desk) -> None:
    window = desk.open([desk.write().id])
    good, desk.file = desk.file, desk.file.parent / "gone" / "file.md"
    window.save_button.click()
    desk.settle()
    assert desk.phase(window) is Phase.FAILED
    assert "Choose another folder" in window.news.text()
    desk.file = good
    assert desk.save(window)
    assert desk.phase(window) is Phase.DONE


def test_the_warning_names_what_the_file_is_and_what_is_not_in_it(desk: Desk) -> None:
    words = desk.open([desk.write().id]).warning.text()
    assert "not encrypted" in words
    assert "Photos and files are not in it" in words


def test_of_days_all_entries_are_saved(desk: Desk) -> None:
    desk.write(title="in March")
    desk.write(title="in January", moment=Moment.on_the_wall(date(2026, 1, 5), time(9), "Europe/Rome"))
    text = desk.save(desk.open([]))
    assert "in March" in text
    assert "in January" not in text
