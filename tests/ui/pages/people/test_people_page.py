"""People: adding, changing, archiving and bringing back, over a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from trustjournal.domain.change import Changed
from trustjournal.domain.person import Person, Role
from trustjournal.domain.place import Place
from trustjournal.errors import StorageFullError
from trustjournal.services.journal import Journal
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.people import build_people_page
from trustjournal.ui.pages.people.page import PeoplePage
from trustjournal.ui.pages.people.person_mark import initials
from trustjournal.ui.parts.page import ToastMessage


@dataclass
class Scene:
    page: PeoplePage
    people: PeopleService
    toasts: list[ToastMessage]

    @property
    def names(self) -> list[str]:
        return [person.name for person in self.people.people()]

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def add(self, name: str, role: Role = Role.FRIEND) -> Person:
        person = self.people.add(name, role)
        self.page.refresh(Changed.PEOPLE)
        return person


@pytest.fixture
def scene(journal: Journal, theme: Theme, icons: Icons, qtbot: QtBot) -> Iterator[Scene]:
    page = build_people_page(people=journal.people, tasks=InlineTasks(), theme=theme, icons=icons)
    qtbot.addWidget(page)
    made = Scene(page, journal.people, [])
    page.toast_requested.connect(made.toasts.append)
    page.resize(900, 700)
    page.visit(Place("people"))
    page.show()
    page.activateWindow()
    page.first_focus().setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.first_focus())
    yield made
    theme.set_text_percent(100)


def test_an_empty_page_says_what_will_be_here_and_offers_the_first_step(scene: Scene) -> None:
    assert scene.page.empty.isVisible()
    assert not scene.page.add.isVisible()
    scene.press(Qt.Key.Key_Space)
    assert scene.page.add_form.isVisible()
    assert not scene.page.empty.isVisible()


def test_somebody_is_added_by_keyboard_alone(scene: Scene) -> None:
    scene.press(Qt.Key.Key_Space)
    scene.type("Alex")
    scene.press(Qt.Key.Key_Tab)
    scene.press(Qt.Key.Key_Right)
    scene.press(Qt.Key.Key_Tab)
    scene.press(Qt.Key.Key_Space)
    person = scene.people.people()[0]
    assert (person.name, person.role) == ("Alex", Role.FAMILY)
    assert not scene.page.add_form.isVisible()
    assert scene.page.card(person.id).isVisible()
    assert scene.page.add.hasFocus()


def test_enter_in_the_name_adds_and_escape_leaves_everything_as_it_was(scene: Scene) -> None:
    scene.press(Qt.Key.Key_Space)
    scene.type("  Sam   from work ")
    scene.press(Qt.Key.Key_Return)
    assert scene.names == ["Sam from work"]
    scene.press(Qt.Key.Key_Space)
    scene.type("Nobody")
    scene.press(Qt.Key.Key_Escape)
    assert scene.names == ["Sam from work"]
    assert not scene.page.add_form.isVisible()


def test_a_form_is_empty_each_time_it_is_opened(scene: Scene) -> None:
    scene.press(Qt.Key.Key_Space)
    scene.type("Alex")
    scene.press(Qt.Key.Key_Return)
    scene.press(Qt.Key.Key_Space)
    assert scene.page.add_form.name.text() == ""


def test_a_name_that_is_taken_gets_a_sentence_and_the_keyboard(scene: Scene) -> None:
    scene.add("Alex")
    scene.page.add.setFocus()
    scene.press(Qt.Key.Key_Space)
    scene.type("alex")
    scene.press(Qt.Key.Key_Return)
    assert "in use already" in scene.page.add_form.name.accessibleDescription()
    assert scene.page.add_form.name.hasFocus()
    assert scene.page.add_form.name.selectedText() == "alex"
    scene.type("Alexa")
    scene.press(Qt.Key.Key_Return)
    assert scene.names == ["Alex", "Alexa"]


def test_a_name_of_spaces_is_not_kept(scene: Scene) -> None:
    scene.press(Qt.Key.Key_Space)
    scene.type("   ")
    scene.press(Qt.Key.Key_Return)
    assert scene.names == []
    assert "needed" in scene.page.add_form.name.accessibleDescription()


def test_a_name_and_a_role_can_be_changed(scene: Scene) -> None:
    person = scene.add("Alex")
    card = scene.page.card(person.id)
    card.edit.setFocus()
    scene.press(Qt.Key.Key_Space)
    assert card.form is not None
    scene.type("Lex")
    card.form.roles.set_value(Role.EX.value)
    scene.press(Qt.Key.Key_Return)
    assert scene.people.people() == (replace(person, name="Lex", role=Role.EX),)
    assert not card.form.isVisible()
    assert card.edit.hasFocus()


def test_archiving_can_be_undone_from_the_toast(scene: Scene) -> None:
    person = scene.add("Alex")
    scene.page.card(person.id).archive.click()
    assert scene.names == []
    assert scene.page.fold.text().startswith("1")
    (toast,) = scene.toasts
    assert toast.action_text == "Undo"
    assert toast.on_action is not None
    toast.on_action()
    assert scene.names == ["Alex"]
    assert scene.page.card(person.id).archive.isVisible()


def test_somebody_archived_long_ago_can_be_brought_back(scene: Scene) -> None:
    person = scene.add("Alex")
    scene.people.change(replace(person, is_archived=True))
    scene.page.refresh(Changed.PEOPLE)
    scene.page.fold.click()
    scene.page.card(person.id).bring_back.click()
    assert scene.names == ["Alex"]
    assert not scene.page.fold.isVisible()


def test_people_stay_in_the_order_they_came(scene: Scene) -> None:
    people = [scene.add(name) for name in ("Zoe", "Alex", "Mia")]
    tops = [scene.page.card(person.id).y() for person in people]
    QApplication.processEvents()
    tops = [scene.page.card(person.id).y() for person in people]
    assert tops == sorted(tops)


def test_a_change_made_elsewhere_is_shown(scene: Scene) -> None:
    person = scene.add("Alex")
    scene.people.change(replace(person, name="Lex"))
    scene.page.refresh(Changed.ENTRIES)
    assert scene.page.card(person.id).accessibleName() == "Alex"
    scene.page.refresh(Changed.PEOPLE)
    assert scene.page.card(person.id).accessibleName() == "Lex"


def test_a_disk_that_is_full_is_told_at_the_form(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Person:
        raise StorageFullError

    monkeypatch.setattr(scene.people, "add", refuse)
    scene.press(Qt.Key.Key_Space)
    scene.type("Alex")
    scene.press(Qt.Key.Key_Return)
    assert "disk is full" in scene.page.add_form.name.accessibleDescription()
    assert scene.page.add_form.name.text() == "Alex"


def test_a_name_is_never_taken_for_markup(scene: Scene) -> None:
    scene.add("<b>Alex</b>")
    assert any(label.text() == "<b>Alex</b>" for label in scene.page.findChildren(QLabel))
    assert all(label.textFormat() != Qt.TextFormat.AutoText for label in scene.page.findChildren(QLabel))


def test_every_button_says_whom_it_is_about(scene: Scene) -> None:
    scene.add("Alex")
    scene.add("Sam")
    names = [b.accessibleName() or b.text() for b in scene.page.findChildren(QAbstractButton) if b.isVisible()]
    assert len(set(names)) == len(names)
    assert "Archive Sam" in names


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_everything_stays_reachable_with_twice_the_text_and_endless_names(
    scene: Scene, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    scene.page.setLayoutDirection(direction)
    theme.set_text_percent(200)
    person = scene.add("x" * 200)
    scene.add("家" * 100)
    scene.page.resize(678, 560)
    scene.page.card(person.id).edit.click()
    QApplication.processEvents()
    area = scene.page.findChild(QScrollArea)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()


@pytest.mark.parametrize(
    ("name", "letters"), [("Alex", "A"), ("sam from work", "SW"), ("Éva", "É"), ("家", "家"), ("🦊 fox", "🦊F")]
)
def test_a_mark_shows_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_whoever_is_asked_for_by_name_has_the_keyboard_on_their_card(scene: Scene) -> None:
    scene.add("Sam")
    alex = scene.add("Alex")
    scene.page.visit(Place("people", str(alex.id)))
    assert scene.page.card(alex.id).edit.hasFocus()


def test_somebody_archived_who_is_asked_for_is_folded_out(scene: Scene) -> None:
    alex = scene.add("Alex")
    scene.people.change(replace(alex, is_archived=True))
    scene.page.visit(Place("people", str(alex.id)))
    assert scene.page.card(alex.id).isVisible()
    assert scene.page.card(alex.id).bring_back.hasFocus()
