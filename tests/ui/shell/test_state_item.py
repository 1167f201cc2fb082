"""The line that says how the journal stands leads to the page that shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.test_window import PlainPage
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.shell.rail import Rail, RailItem


@pytest.fixture
def rail(theme: Theme, icons: Icons, qtbot: QtBot) -> Rail:
    pages = [PlainPage(name) for name in ("today", "settings", "privacy")]
    for page in pages:
        qtbot.addWidget(page)
    rail = Rail(theme, icons, pages[:1], pages[1:], "Personal")
    qtbot.addWidget(rail)
    rail.resize(212, 700)
    rail.show()
    return rail


def test_it_leads_to_the_privacy_page_by_mouse_and_by_key(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.page_wanted) as wish:
        QTest.mouseClick(rail.state, Qt.MouseButton.LeftButton)
    assert wish.args == ["privacy"]
    with qtbot.waitSignal(rail.page_wanted) as wish:
        QTest.keyClick(rail.state, Qt.Key.Key_Return)
    assert wish.args == ["privacy"]


def test_the_page_has_no_second_line(rail: Rail) -> None:
    assert [item.accessibleName() for item in rail.findChildren(RailItem)] == ["Today", "Settings"]


def test_it_is_marked_while_one_is_there_and_says_so(rail: Rail) -> None:
    rail.show_page("privacy")
    assert rail.state.isChecked()
    assert rail.state.accessibleDescription() == "You are here"
    rail.show_page("settings")
    assert not rail.state.isChecked()
    assert "never uses the internet" in rail.state.accessibleDescription()


def test_a_second_click_is_no_way_to_leave(rail: Rail) -> None:
    rail.show_page("privacy")
    QTest.mouseClick(rail.state, Qt.MouseButton.LeftButton)
    assert rail.state.isChecked()


def _green(widget: QWidget, theme: Theme) -> list[int]:
    """The columns in which the dot is, from the left."""
    image, kept = widget.grab().toImage(), theme.colour("kept")
    row = image.height() // 2
    return [x for x in range(image.width()) if image.pixelColor(x, row) == kept]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_dot_stands_first_and_stays_where_there_is_no_room_for_words(
    rail: Rail, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    rail.setLayoutDirection(direction)
    wide = _green(rail.state, theme)
    first = wide[0] if direction is Qt.LayoutDirection.LeftToRight else rail.state.width() - 1 - wide[-1]
    assert first < 20
    rail.set_narrow(True)
    assert rail.state.text() == ""
    assert rail.state.accessibleName() == "Encrypted · offline"
    narrow = _green(rail.state, theme)
    assert abs(sum(narrow) / len(narrow) - rail.state.width() / 2) < 2
