"""What is not on the disk, or not in the journal any more, can be got back without hurry and without the mouse."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.place import Place
from trustjournal.errors import StorageFullError


def test_words_another_page_could_not_have_stored_are_shown_when_gone_to(desk: Desk) -> None:
    desk.refusal.append(StorageFullError())
    entry = replace(desk.journal.writing.blank(), title="Held", text="by the keeper")
    desk.keeper.put(entry)
    desk.visit(str(entry.id), cursor=2)
    assert desk.page.sheet.head.title.text() == "Held"
    assert desk.page.sheet.text.text() == "by the keeper"
    desk.refusal.clear()
    desk.type("!")
    desk.pause()
    assert desk.stored(entry.id).text == "by!" + " the keeper"


def test_a_new_entry_that_cannot_be_stored_is_found_again_after_another_one_was_begun(desk: Desk) -> None:
    desk.refusal.append(StorageFullError())
    desk.visit("new")
    desk.type("not on the disk")
    desk.pause()
    desk.visit("new")
    assert desk.page.sheet.text.text() == ""
    (held,) = desk.keeper.held
    desk.visit(str(held.id))
    assert desk.page.sheet.text.text() == "not on the disk"


def test_after_an_entry_is_deleted_the_keyboard_is_on_the_list(desk: Desk, qtbot: QtBot) -> None:
    desk.write("Stays", "…")
    gone = desk.write("Goes", "…")
    desk.page.activateWindow()
    qtbot.waitUntil(desk.page.isActiveWindow)
    desk.visit(str(gone.id), cursor=1)
    desk.page.sheet.text.setFocus()
    desk.page.delete()
    desk.settle()
    assert desk.page.list.view.hasFocus()


def test_in_focus_mode_the_list_comes_back_with_a_deletion(desk: Desk) -> None:
    desk.write("Stays", "…")
    gone = desk.write("Goes", "…")
    desk.visit(str(gone.id))
    desk.page.set_quiet(quiet=True)
    desk.page.delete()
    desk.settle()
    assert desk.page.list.view.isVisible()


def test_the_menu_begins_focus_mode_and_names_its_key(desk: Desk) -> None:
    wishes: list[bool] = []
    desk.page.quiet_requested.connect(lambda: wishes.append(True))
    desk.page.visit(Place("journal", "new"))
    action = desk.page.sheet.quiet_action
    assert action in desk.page.sheet.menu_button.menu().actions()
    assert action.text() == "Focus mode\tF11"
    action.trigger()
    assert wishes == [True]
    desk.page.set_quiet(quiet=True)
    assert action.text() == "Show everything\tF11"
