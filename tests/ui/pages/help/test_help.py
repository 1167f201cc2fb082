"""The Help page: what to do in danger, one's own numbers, those of a country that is chosen, and two articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.care import made_up_numbers
from tests.fakes.clock import FakeClock
from trustjournal.domain.exercise import SETTLING, Exercise
from trustjournal.domain.guide import Article, ArticleText, Guide
from trustjournal.domain.help import HelpNumbers
from trustjournal.domain.place import Place
from trustjournal.errors import ContentError
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.help import build_help_page
from trustjournal.ui.pages.help.page import HelpPage
from trustjournal.ui.parts.copied_number import CopiedNumber
from trustjournal.ui.parts.page import ToastMessage
from trustjournal.ui.parts.reading_text import ReadingText

SETTLE = Exercise(SETTLING, "Two minutes to settle", 2, "It helps.", ("Sit down.",), "That is all.")


def _broken() -> ArticleText:
    raise ContentError("safe.toml: is broken")


def _text() -> ArticleText:
    return ArticleText("To see.", (), closing_step="Look up.")


ARTICLES = (
    Article("safe", "Is it safe?", is_care=True, language="en", read=_text),
    Article("ideas", "About the ideas", is_care=False, language="en", read=_text),
    Article("torn", "A torn page", is_care=True, language="en", read=_broken),
)


@dataclass
class Scene:
    page: HelpPage
    journal: Journal
    wanted: list[Place] = field(default_factory=list)
    toasts: list[ToastMessage] = field(default_factory=list)
    backs: list[bool] = field(default_factory=list)
    readings: list[bool] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What can be seen."""
        QApplication.processEvents()
        labels, texts = self.page.findChildren(QLabel), self.page.findChildren(ReadingText)
        words = [label.accessibleName() or label.text() for label in labels if label.isVisible()]
        return "\n".join((*words, *(text.toPlainText() for text in texts if text.isVisible())))

    def press(self, name: str) -> None:
        """Press the button of that name."""
        QApplication.processEvents()
        (button,) = (
            one
            for one in self.page.findChildren(QAbstractButton)
            if name in (one.text(), one.accessibleName()) and one.isVisible()
        )
        button.click()
        QApplication.processEvents()

    def numbers(self) -> list[str]:
        """The person's own, as they are shown."""
        QApplication.processEvents()
        return [one.label.text() for one in self.page.own.findChildren(CopiedNumber) if one.isVisible()]


@pytest.fixture
def numbers() -> list[HelpNumbers | Exception]:
    """What reading the file comes to."""
    return [made_up_numbers()]


@pytest.fixture
def scene(
    journal: Journal,
    theme: Theme,
    icons: Icons,
    clock: FakeClock,
    qtbot: QtBot,
    numbers: list[HelpNumbers | Exception],
) -> Scene:
    readings: list[bool] = []

    def read_numbers() -> HelpNumbers:
        readings.append(True)
        if isinstance(numbers[0], Exception):
            raise numbers[0]
        return numbers[0]

    page = build_help_page(
        read_numbers=read_numbers,
        guide=Guide("en", (), ARTICLES),
        exercises=(SETTLE,),
        own_numbers=journal.own_numbers,
        choices=journal.choices,
        clock=clock,
        tasks=InlineTasks(),
        theme=theme,
        icons=icons,
    )
    qtbot.addWidget(page)
    scene = Scene(page, journal, readings=readings)
    page.go_requested.connect(scene.wanted.append)
    page.toast_requested.connect(scene.toasts.append)
    page.back_requested.connect(lambda: scene.backs.append(True))
    page.resize(1068, 820)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.visit(Place("help"))
    return scene


def add(scene: Scene, name: str, number: str, note: str = "") -> None:
    """Put a number in, as a person does."""
    scene.press("Add a number")
    form = scene.page.own.form
    form.name.setText(name)
    form.number.setText(number)
    form.note.setText(note)
    form.keep.click()
    QApplication.processEvents()
    # The page hears of it by the journal's feed in the program.
    scene.page._presenter._read_own()


# What it says -------------------------------------------------------------------------------------


def test_danger_comes_first_and_it_says_what_the_program_does_not_do(scene: Scene) -> None:
    said = scene.words
    assert "In danger, call your local emergency number." in said
    assert "It does not diagnose, treat, or watch over you." in said
    assert "no one will call for help" in said
    assert "Nobody reads along, and nothing is sent from here." in said
    assert said.index("In danger") < said.index("My own numbers") < said.index("Numbers by country")


def test_no_country_is_chosen_by_the_program(scene: Scene) -> None:
    assert scene.page.list.cards == ()
    assert scene.journal.choices.settings().help_country == ""


def test_the_country_that_is_chosen_is_kept_in_the_journal(scene: Scene) -> None:
    scene.page.list.countries.setCurrentIndex(2)
    scene.page.list.countries.activated.emit(2)
    assert scene.journal.choices.settings().help_country == "BB"
    scene.page.visit(Place("help"))
    assert [card.number.label.text() for card in scene.page.list.cards] == ["112", "116 123"]
    assert scene.readings == [True]


def test_an_old_line_comes_with_a_note_by_the_day_of_the_journals_clock(scene: Scene, clock: FakeClock) -> None:
    assert clock.today > date(2026, 1, 1)  # a year after the oldest line was checked
    scene.page.list.country_chosen.emit("AA")
    assert "more than a year ago" not in scene.words
    scene.page.list.country_chosen.emit("BB")
    assert "more than a year ago" in scene.words


def test_a_country_this_file_no_longer_has_shows_none(scene: Scene) -> None:
    scene.page.list.country_chosen.emit("ZZ")
    assert scene.page.list.cards == ()


@pytest.mark.parametrize("numbers", [[ContentError("numbers.toml: is broken")]])
def test_a_broken_file_takes_the_list_away_and_nothing_else(scene: Scene) -> None:
    assert "In danger, call your local emergency number." in scene.words
    assert not scene.page.list.isVisible()
    assert scene.page.refusal.isVisible()
    add(scene, "Ann", "1")
    assert scene.numbers() == ["1"]


# One's own numbers --------------------------------------------------------------------------------


def test_a_number_of_ones_own_is_added_and_copied(scene: Scene) -> None:
    add(scene, "Ann", "+44 20 555", "Evenings.")
    assert scene.numbers() == ["+44 20 555"]
    assert "Evenings." in scene.words
    scene.press("Copy the number: Ann")
    assert QGuiApplication.clipboard().mimeData().text() == "+44 20 555"
    assert QGuiApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")


def test_a_form_without_a_name_or_a_number_says_what_is_needed_and_keeps_what_was_typed(scene: Scene) -> None:
    scene.press("Add a number")
    form = scene.page.own.form
    form.keep.click()
    assert "A name or a nickname is needed here." in scene.words
    form.name.setText("Ann")
    form.keep.click()
    assert "A number is needed here." in scene.words
    form.number.setText("abc")
    form.keep.click()
    assert "There is no digit in it yet. Words can go into the note." in scene.words
    assert form.number.text() == "abc"
    assert form.name.text() == "Ann"
    assert scene.journal.own_numbers.all() == ()


def test_a_number_is_changed(scene: Scene) -> None:
    add(scene, "Ann", "1")
    scene.press("Change: Ann")
    form = scene.page.own.form
    assert (form.name.text(), form.number.text()) == ("Ann", "1")
    form.number.setText("2")
    form.keep.click()
    assert [(one.name, one.number) for one in scene.journal.own_numbers.all()] == [("Ann", "2")]


def test_a_deleted_number_can_be_brought_back(scene: Scene) -> None:
    add(scene, "Ann", "1")
    scene.press("Delete: Ann")
    assert scene.journal.own_numbers.all() == ()
    (toast,) = scene.toasts
    assert (toast.text, toast.action_text) == ("Ann is deleted.", "Undo")
    assert toast.on_action is not None
    toast.on_action()
    assert [one.name for one in scene.journal.own_numbers.all()] == ["Ann"]


def test_escape_leaves_the_form_and_keeps_nothing(scene: Scene) -> None:
    scene.press("Add a number")
    QTest.keyClicks(scene.page.own.form.name, "Ann")
    QTest.keyClick(scene.page.own.form.name, Qt.Key.Key_Escape)
    assert not scene.page.own.form.isVisible()
    assert scene.page.own.add.hasFocus()
    assert scene.journal.own_numbers.all() == ()


def test_what_is_typed_stays_in_the_form_while_somebody_looks_elsewhere(scene: Scene) -> None:
    scene.press("Add a number")
    scene.page.own.form.name.setText("Ann")
    scene.page.visit(Place("help", "safe"))
    scene.page.visit(Place("help"))
    assert scene.page.own.form.isVisible()
    assert scene.page.own.form.name.text() == "Ann"


# Reading and leaving ------------------------------------------------------------------------------


def test_only_articles_about_care_are_here_and_each_is_a_place(scene: Scene) -> None:
    assert "About the ideas" not in scene.words
    scene.press("Is it safe?")
    assert scene.wanted == [Place("help", "safe")]
    scene.page.visit(scene.wanted[0])
    assert "To see." in scene.words
    assert "Look up." in scene.words
    assert "My own numbers" not in scene.words
    assert scene.page.place() == Place("help", "safe")


def test_an_article_that_cannot_be_read_leads_to_help_itself(scene: Scene) -> None:
    scene.page.visit(Place("help", "torn"))
    assert scene.page.place() == Place("help")
    assert scene.page.refusal.isVisible()
    assert "In danger, call your local emergency number." in scene.words
    scene.page.visit(Place("help", "gone"))
    assert not scene.page.refusal.isVisible()


def test_it_leads_to_settling_and_back(scene: Scene) -> None:
    scene.press("Two minutes to settle")
    assert scene.wanted == [Place("practice", SETTLING)]
    scene.press("Back to where you were")
    assert scene.backs == [True]
