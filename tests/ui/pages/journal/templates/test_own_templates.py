"""A person's own templates: made of an entry, changed, renamed, copied, deleted and brought back, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.place import Place
from trustjournal.domain.template import Template
from trustjournal.errors import StorageFullError
from trustjournal.ui.pages.journal.templates.name_popover import NamePopover
from trustjournal.ui.pages.journal.templates.page_part import PageTemplates
from trustjournal.ui.pages.journal.templates.view import TemplatesView


@pytest.fixture
def desk(make_desk: Callable[[], Desk]) -> Desk:
    """A page that goes where it wishes to go, on an entry."""
    desk = make_desk()

    def go(place: Place) -> None:
        desk.page.settle()
        desk.page.visit(place)
        desk.settle()

    desk.page.go_requested.connect(go)
    desk.visit(str(desk.write("A title", "## Words\n\n").id))
    return desk


def part(desk: Desk) -> PageTemplates:
    """The part of the page these tests are about."""
    found = desk.page.findChild(PageTemplates)
    assert found is not None
    return found


def open_view(desk: Desk) -> TemplatesView:
    """The view of all templates, opened from the menu of the sheet."""
    part(desk).view_action.trigger()
    desk.settle()
    return part(desk).view


def listed(view: TemplatesView) -> list[str]:
    """The names in the list."""
    return [view.list.item(row).text() for row in range(view.list.count())]


def own(desk: Desk, name: str = "Evening", text: str = "## Tonight\n\n") -> Template:
    """One that was made some time ago."""
    return desk.journal.templates.save(Template(name, "", text))


def press(widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys at a widget."""
    for key in keys:
        QTest.keyClick(widget, key)


def test_an_entry_becomes_a_template_and_stays_as_it_is(desk: Desk) -> None:
    desk.type("typed ")
    part(desk).save_action.trigger()
    popover = desk.page.sheet.findChild(NamePopover)
    assert popover is not None
    assert popover.field.text() == "A title"
    QTest.keyClicks(popover.field, "Mornings")
    press(popover.field, Qt.Key.Key_Return)
    desk.settle()
    (kept,) = desk.journal.templates.all()
    assert (kept.name, kept.title, kept.text) == ("Mornings", "A title", "typed ## Words\n\n")
    (toast,) = desk.toasts
    assert toast.on_action is not None
    toast.on_action()
    desk.settle()
    assert part(desk).view.isVisible()
    assert part(desk).view.name.text() == "Mornings"


def test_a_taken_name_is_said_and_nothing_is_kept(desk: Desk) -> None:
    kept = own(desk)
    part(desk).presenter.save_as(" evening ", "", "other")
    desk.settle()
    assert "name" in desk.toasts[-1].text
    assert desk.journal.templates.all() == (kept,)


def test_own_ones_stand_first_and_those_of_the_program_cannot_be_changed(desk: Desk) -> None:
    own(desk)
    view = open_view(desk)
    assert listed(view)[:2] == ["Evening", "Blank page"]
    assert view.list.hasFocus()
    assert not view.text.isReadOnly()
    press(view.list, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert view.name.text().startswith("Fact")
    assert view.text.isReadOnly()
    assert view.name.isReadOnly()
    assert view.delete.isHidden()
    QTest.keyClicks(view.text, "x")
    view.pause_now()
    desk.settle()
    assert len(desk.journal.templates.all()) == 1


def test_what_is_typed_is_kept_after_a_pause_and_before_anything_else(desk: Desk) -> None:
    first, second = own(desk), own(desk, "Other")
    view = open_view(desk)
    press(view.list, Qt.Key.Key_Return)
    assert view.text.hasFocus()
    QTest.keyClicks(view.text, "a")
    QTest.qWait(0)
    view.list.setCurrentRow(1)
    desk.settle()
    view.text.setFocus()
    QTest.keyClicks(view.text, "b")
    desk.page.settle()  # the journal is locked
    desk.settle()
    assert desk.journal.templates.all() == (
        replace(first, text="a" + first.text),
        replace(second, text="b" + second.text),
    )


def test_closing_keeps_what_was_typed_and_returns_to_the_entry(desk: Desk) -> None:
    kept = own(desk)
    view = open_view(desk)
    view.title.setFocus()
    QTest.keyClicks(view.title, "Tonight")
    press(view.title, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.journal.templates.all() == (replace(kept, title="Tonight"),)
    assert desk.page.sheet.text.isVisible()
    assert not view.isVisible()


def test_a_template_is_renamed_by_a_key_and_a_taken_name_is_refused_without_losing_words(desk: Desk) -> None:
    own(desk, "Alpha")
    own(desk, "Beta")
    view = open_view(desk)
    press(view.list, Qt.Key.Key_F2)
    QTest.keyClicks(view.name, "Gamma")
    view.pause_now()
    desk.settle()
    assert listed(view)[:2] == ["Beta", "Gamma"]
    assert view.list.currentRow() == 1
    view.name.selectAll()
    QTest.keyClicks(view.name, "BETA")
    QTest.keyClicks(view.text, "kept all the same ")
    view.pause_now()
    desk.settle()
    assert [one.name for one in desk.journal.templates.all()] == ["Beta", "Gamma"]
    assert desk.journal.templates.all()[1].text.startswith("kept all the same ")
    assert view.note.text() == "That name is in use already"
    assert view.name.text() == "BETA"
    view.name.selectAll()
    QTest.keyClicks(view.name, "Delta")
    view.pause_now()
    desk.settle()
    assert view.note.text() == ""
    assert listed(view)[:2] == ["Beta", "Delta"]


def test_words_that_could_not_be_kept_are_still_there_and_kept_as_soon_as_they_can_be(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, other = own(desk), own(desk, "Other")
    view = open_view(desk)
    with monkeypatch.context() as full:
        full.setattr(type(desk.journal.templates), "save", full_disk)
        QTest.keyClicks(view.text, "late ")
        view.pause_now()
        desk.settle()
    assert len(desk.toasts) == 1
    view.list.setCurrentRow(1)
    view.list.setCurrentRow(0)
    assert view.text.text() == "late " + kept.text
    desk.page.settle()
    desk.settle()
    assert desk.journal.templates.all() == (replace(kept, text="late " + kept.text), other)


def full_disk(*_: object) -> Template:
    """In place of saving."""
    raise StorageFullError


def test_an_emptied_name_is_left_as_it_was(desk: Desk) -> None:
    kept = own(desk)
    view = open_view(desk)
    view.name.setFocus()
    view.name.selectAll()
    press(view.name, Qt.Key.Key_Backspace)
    view.pause_now()
    desk.settle()
    assert desk.journal.templates.all() == (kept,)


def test_new_ones_get_names_that_are_free_and_wait_for_a_better_one(desk: Desk) -> None:
    view = open_view(desk)
    view.add.click()
    desk.settle()
    view.add.click()
    desk.settle()
    assert [one.name for one in desk.journal.templates.all()] == ["My template", "My template 2"]
    assert view.name.hasFocus()
    assert view.name.selectedText() == "My template 2"


def test_a_copy_of_what_ships_can_be_changed(desk: Desk) -> None:
    view = open_view(desk)
    view.list.setCurrentRow(listed(view).index("Weekly review"))
    desk.settle()
    shipped = part(desk).presenter.state.template
    assert shipped is not None
    view.copy.click()
    desk.settle()
    (copy,) = desk.journal.templates.all()
    assert copy.text == shipped.text
    assert copy.name == "Weekly review, mine"
    assert not view.text.isReadOnly()
    assert view.name.text() == copy.name


def test_a_deleted_template_comes_back_with_undo(desk: Desk) -> None:
    first, second = own(desk, "Alpha"), own(desk, "Beta")
    view = open_view(desk)
    press(view.list, Qt.Key.Key_Delete)
    desk.settle()
    assert desk.journal.templates.all() == (second,)
    assert view.name.text() == "Beta"
    (toast,) = desk.toasts
    assert toast.on_action is not None
    toast.on_action()
    desk.settle()
    assert desk.journal.templates.all() == (first, second)
    assert view.name.text() == "Alpha"


def test_words_typed_right_before_deleting_come_back_too(desk: Desk) -> None:
    kept = own(desk)
    view = open_view(desk)
    QTest.keyClicks(view.text, "late ")
    view.delete.click()
    desk.settle()
    assert desk.toasts[-1].on_action is not None
    desk.toasts[-1].on_action()
    desk.settle()
    assert desk.journal.templates.all() == (replace(kept, text="late " + kept.text),)
    assert view.text.text() == "late " + kept.text


def test_an_entry_begins_with_the_one_that_is_looked_at(desk: Desk) -> None:
    own(desk)
    view = open_view(desk)
    QTest.keyClicks(view.text, "now ")
    view.use.click()
    desk.settle()
    assert not view.isVisible()
    assert desk.page.place().item == "new"
    assert desk.page.sheet.text.text() == "now ## Tonight\n\n"


def test_the_view_is_there_again_after_a_lock(desk: Desk, make_desk: Callable[[], Desk]) -> None:
    own(desk, "Alpha")
    own(desk, "Beta")
    view = open_view(desk)
    view.list.setCurrentRow(1)
    desk.page.settle()
    desk.settle()
    after_unlock = make_desk()
    after_unlock.page.visit(desk.page.place())
    after_unlock.settle()
    assert part(after_unlock).view.isVisible()
    assert part(after_unlock).view.name.text() == "Beta"
    assert after_unlock.page.first_focus() is part(after_unlock).view
