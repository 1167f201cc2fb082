"""The way there from the whole window, made as the program makes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.fakes.surroundings import made_up_surroundings
from trustjournal.app.appearance import Appearance
from trustjournal.app.session_pages import build_session_window
from trustjournal.domain.place import Place
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.save_keeper import SaveKeeper
from trustjournal.ui.shell.go.panel import GoPanel
from trustjournal.ui.shell.window import SessionWindow


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, journal: Journal, clock: FakeClock, theme: Theme, icons: Icons
) -> SessionWindow:
    journal.writing.save(replace(journal.writing.blank(), title="Lanterns"))
    window = build_session_window(
        Appearance(qapp, theme, icons),
        journal,
        folder=Path("Personal"),
        exercises=(),
        keeper=SaveKeeper(journal.writing.save, InlineTasks()),
        clock=clock,
        tasks=InlineTasks(),
        keep_look=lambda _choice, _text_percent: None,
        surroundings=made_up_surroundings(),
    )
    qtbot.addWidget(window)
    window.resume(())
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


def go(window: SessionWindow, typed: str) -> None:
    """What a person does, by the keyboard alone."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (panel,) = window.findChildren(GoPanel)
    assert panel.field.hasFocus()
    QTest.keyClicks(panel.field, typed)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)


def test_an_entry_is_opened_by_a_word_of_it(window: SessionWindow, journal: Journal) -> None:
    go(window, "lanter")
    (entry,) = journal.finding.newest(1)
    assert (window.place().page, window.place().item) == ("journal", str(entry.id))


def test_a_page_is_opened_by_its_name_and_back_returns(window: SessionWindow) -> None:
    go(window, "timel")
    assert window.place().page == "timeline"
    window.go_back()
    assert window.place().page == "today"


def test_locking_is_a_command_like_any_other(window: SessionWindow) -> None:
    asked: list[str] = []
    window.lock_requested.connect(lambda: asked.append("lock"))
    go(window, "lock n")
    assert asked == ["lock"]


def test_nothing_of_the_panel_is_seen_through_the_cover(window: SessionWindow) -> None:
    window.go(Place("journal"))
    window.go_anywhere()
    (panel,) = window.findChildren(GoPanel)
    window.cover()
    assert not panel.isVisible()


def test_calendar_trash_and_a_random_page_are_gone_to_by_name(window: SessionWindow, journal: Journal) -> None:
    go(window, "calend")
    assert window.place().view.get("calendar") == "2026-03-10"
    go(window, "tras")
    assert window.place().view.get("trash") == ""
    go(window, "random")
    (entry,) = journal.finding.newest(1)
    assert (window.place().page, window.place().item) == ("journal", str(entry.id))
