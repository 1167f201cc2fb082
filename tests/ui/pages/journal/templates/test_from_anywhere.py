"""A new entry from a template can be asked for by name, from any page, and at the button for a new entry."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.place import Place
from trustjournal.domain.template import Template
from trustjournal.ui.pages.journal.templates.page_part import KEYS, PageTemplates
from trustjournal.ui.parts.page import Command


def command(desk: Desk) -> Command:
    """The command among those of the page."""
    (found,) = [one for one in desk.page.commands() if one.words == "New entry from a template"]
    return found


def test_on_the_page_the_menu_of_templates_opens_and_the_keys_are_named(desk: Desk) -> None:
    desk.visit("new")
    assert command(desk).keys == KEYS
    command(desk).do()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Unsent letter" in [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def test_from_another_page_all_templates_are_shown_with_the_persons_own(desk: Desk) -> None:
    own = desk.journal.templates.save(Template("Evening", "", "## Tonight\n\n"))
    gone: list[Place] = []
    desk.page.go_requested.connect(gone.append)
    desk.page.hide()
    command(desk).do()
    (place,) = gone
    desk.page.show()
    desk.page.visit(place)
    desk.settle()
    part = desk.page.findChild(PageTemplates)
    assert part is not None
    assert part.view.isVisible()
    assert desk.page.first_focus() is part.view
    assert part.presenter.state.own == (own,)
    assert desk.journal.finding.count() == 0


def test_the_menu_key_and_a_right_click_at_the_button_for_a_new_entry_open_the_menu(desk: Desk) -> None:
    desk.visit("new")
    button = desk.page.list.new_button
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        QApplication.sendEvent(button, QContextMenuEvent(reason, QPoint(2, 2), button.mapToGlobal(QPoint(2, 2))))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), reason
        assert "Unsent letter" in [action.text() for action in menu.actions()]
        QTest.keyClick(menu, Qt.Key.Key_Escape)
