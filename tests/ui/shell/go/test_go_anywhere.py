"""Going anywhere by typing a piece of its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.destination import Destination, DestinationKind
from trustjournal.domain.person import Role
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.page import Command
from trustjournal.ui.shell.go.panel import GoPanel
from trustjournal.ui.shell.go.presenter import GoPresenter, GoState
from trustjournal.ui.shell.go.rows import name_of

EXERCISE = Destination(DestinationKind.EXERCISE, "Two-minute settling", Place("practice", "settling"))


@dataclass
class Ground:
    """A page with a field, and the panel over it."""

    page: QWidget
    words: QLineEdit
    panel: GoPanel
    tasks: SteppedTasks
    make: Callable[[Callable[[GoState], None]], GoPresenter]
    chosen: list[object] = field(default_factory=list)
    locks: list[str] = field(default_factory=list)

    def open(self) -> None:
        self.panel.open(self.make)
        self.tasks.all()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.panel.field, words)
        self.tasks.all()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.field, key)

    @property
    def offered(self) -> list[str]:
        offers = self.panel.offers
        return [offers.item(row).text() for row in range(offers.count())]


@pytest.fixture
def ground(qtbot: QtBot, journal: Journal, theme: Theme, icons: Icons) -> Ground:
    page = QWidget()
    words = QLineEdit()
    QVBoxLayout(page).addWidget(words)
    page.resize(900, 700)
    qtbot.addWidget(page)
    tasks = SteppedTasks()
    locks: list[str] = []
    commands = [Command("Lock now", lambda: locks.append("lock"), "Ctrl+L"), Command("New entry", lambda: None)]
    panel = GoPanel(page, theme, icons)

    def make(show: Callable[[GoState], None]) -> GoPresenter:
        return GoPresenter(journal.destinations, tasks, show, commands=commands, always=[EXERCISE])

    ground = Ground(page, words, panel, tasks, make, locks=locks)
    panel.chosen.connect(ground.chosen.append)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    words.setFocus()
    return ground


def test_at_first_it_offers_what_can_be_done_and_the_newest_entries(ground: Ground, journal: Journal) -> None:
    journal.writing.save(replace(journal.writing.blank(), title="Rain"))
    ground.open()
    assert [one.split(", ")[0] for one in ground.offered] == ["Lock now", "New entry", "Rain"]
    assert ground.panel.field.hasFocus()


def test_commands_exercises_people_and_entries_are_found_by_their_names(ground: Ground, journal: Journal) -> None:
    journal.people.add("Loretta", Role.FRIEND)
    journal.writing.save(replace(journal.writing.blank(), title="Lost keys"))
    ground.open()
    ground.type("lo")
    assert ground.offered[:2] == ["Lock now, Ctrl+L", "Loretta, friend"]
    assert ground.offered[2].startswith("Lost keys")
    ground.panel.field.clear()
    ground.type("settl")
    assert ground.offered == ["Two-minute settling, Exercise"]


def test_arrows_and_enter_choose_and_the_panel_is_gone(ground: Ground, journal: Journal) -> None:
    person = journal.people.add("Loretta", Role.FRIEND)
    ground.open()
    ground.type("lo")
    ground.press(Qt.Key.Key_Down)
    ground.press(Qt.Key.Key_Return)
    (chosen,) = ground.chosen
    assert isinstance(chosen, Destination)
    assert chosen.place == Place("people", str(person.id))
    assert ground.panel.isHidden()


def test_what_was_found_does_not_stay_in_a_panel_that_is_away(ground: Ground, journal: Journal) -> None:
    journal.people.add("Loretta", Role.FRIEND)
    ground.open()
    ground.type("lo")
    ground.press(Qt.Key.Key_Escape)
    assert ground.panel.isHidden()
    assert ground.offered == []
    assert ground.panel.field.text() == ""
    assert ground.words.hasFocus()


def test_going_elsewhere_with_the_mouse_takes_it_away(ground: Ground) -> None:
    ground.open()
    ground.words.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ground.panel.isHidden()


def test_a_name_nothing_has_is_answered_in_a_sentence(ground: Ground) -> None:
    ground.open()
    ground.type("xyzzy")
    assert ground.offered == []
    assert ground.panel.note.text()
    ground.press(Qt.Key.Key_Return)
    assert ground.chosen == []


def test_an_answer_to_an_earlier_text_is_dropped(ground: Ground, journal: Journal) -> None:
    journal.people.add("Loretta", Role.FRIEND)
    journal.people.add("Lou", Role.FRIEND)
    ground.open()
    QTest.keyClicks(ground.panel.field, "lor")
    ground.tasks.all()
    assert ground.offered == ["Loretta, friend"]


def test_each_offer_is_told_to_a_screen_reader_as_it_becomes_the_one_to_be_chosen(ground: Ground) -> None:
    ground.open()
    assert ground.panel.field.accessibleDescription().startswith("Lock now")
    ground.press(Qt.Key.Key_Down)
    assert ground.panel.field.accessibleDescription().startswith("New entry")


def test_the_panel_stays_on_a_small_page(ground: Ground) -> None:
    ground.page.resize(400, 300)
    ground.open()
    assert ground.page.rect().contains(ground.panel.geometry())


def test_a_tag_is_called_by_its_sign() -> None:
    assert "#work" in name_of(Destination(DestinationKind.TAG, "work", Place("journal")))
