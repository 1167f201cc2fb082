"""From the settings to a vault's task and back: through two lives, by keys pressed from outside the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.fakes.journals import cheap_vaults, opened
from tests.fakes.surroundings import made_up_surroundings
from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.program import Program
from tests.journeys.screen import Screen, wait_until
from trustjournal.app.appearance import Appearance
from trustjournal.app.session_pages import build_session_window
from trustjournal.domain.place import Place
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.errors import WrongPassphraseError
from trustjournal.host.resources import resources_folder
from trustjournal.services.guide_reader import read_guide
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.save_keeper import SaveKeeper

NEW = "violet anchor seventeen moths"

TabsTo = Callable[[str], int]


@pytest.fixture
def tabs_to(qtbot: QtBot, tmp_path: Path) -> TabsTo:
    """How often Tab is pressed in the settings until a button of that name has the keyboard."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keys = cheap_vaults(FakeClock()).create(tmp_path / "twin", "x")
    journal = opened(keys, clock=FakeClock(), guide=read_guide(resources_folder() / "guide", "en"))
    theme = Theme(resources_folder() / "styles")
    theme.apply(app)
    passphrase = WayIn("0a1b2c3d", WayInKind.PASSPHRASE, datetime(2026, 3, 10, tzinfo=UTC))
    around = replace(
        made_up_surroundings(), read_ways=lambda: (passphrase,), trusted_ways=frozenset, can_hide_from_capture=False
    )
    window = build_session_window(
        Appearance(app, theme, Icons(resources_folder() / "icons", theme)), journal, folder=keys.folder, exercises=(),
        keeper=SaveKeeper(journal.writing.save, InlineTasks()), clock=FakeClock(), tasks=InlineTasks(),
        keep_look=lambda _choice, _percent: None,
        surroundings=around,
    )  # fmt: skip
    qtbot.addWidget(window)
    window.show()
    window.go(Place("settings"))
    journal.close()

    def count(name: str) -> int:
        (button,) = (found for found in window.findChildren(QPushButton) if found.text() == name and found.isVisible())
        start: QWidget = QApplication.focusWidget() or window
        tabs, widget = 0, start
        while widget is not button:
            following = widget.nextInFocusChain()
            assert following is not None
            assert following is not start, f"Tab never comes to {name}"
            widget = following
            tabs += _takes_tab(widget)
        return tabs

    return count


def _takes_tab(widget: QWidget) -> bool:
    is_stop = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return is_stop and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _unlock(program: Program, passphrase: str) -> int:
    program.wait_for("prompt")
    program.screen.write(passphrase)
    program.screen.press("Return")
    return program.wait_for("session")


def _start_task(program: Program, tabs: int) -> None:
    """In the session: to the settings, to the button, and press it."""
    screen = program.screen
    screen.press("ctrl+comma", *["Tab"] * tabs, "space")
    program.wait_for("prompt")


def test_a_passphrase_is_changed_and_the_person_is_back_in_the_settings(
    screen: Screen, start: Start, kept: Kept, tabs_to: TabsTo
) -> None:
    tabs = tabs_to("Change passphrase…")
    program = start()
    _unlock(program, kept.passphrase)
    _start_task(program, tabs)
    screen.write(kept.passphrase)
    screen.press("Return")
    wait_until(lambda: screen.is_still(program.window(), kept.home), "the fields for a new passphrase")
    screen.write(NEW)
    screen.press("Return")
    screen.write(NEW)
    screen.press("Return")
    program.wait_for("session")
    screen.press("ctrl+l")
    _unlock(program, NEW)
    screen.press("alt+F4")
    assert program.ends() == 0
    vaults = cheap_vaults(FakeClock())
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(kept.folder, kept.passphrase)
    changed = Kept(kept.home, passphrase=NEW)
    place = changed.last_place()
    assert place is not None
    assert place.page == "settings"
    assert "Traceback" not in program.output()
    assert NEW not in program.output() + program.settings()


def test_everything_is_encrypted_anew_and_the_words_are_all_there(
    screen: Screen, start: Start, kept: Kept, tabs_to: TabsTo
) -> None:
    tabs = tabs_to("Encrypt it anew…")
    with kept.open() as journal:
        journal.writing.save(replace(journal.writing.blank(), text="written before"))
    before = kept.database.name
    program = start()
    _unlock(program, kept.passphrase)
    _start_task(program, tabs)
    screen.write(kept.passphrase)
    screen.press("Return")
    wait_until(lambda: screen.is_still(program.window(), kept.home), "the fields for the passphrase from then on")
    screen.write(NEW)
    screen.press("Return")
    screen.write(NEW)
    screen.press("Return")
    program.wait_for("session")
    screen.press("alt+F4")
    assert program.ends() == 0
    renewed = Kept(kept.home, passphrase=NEW)
    assert renewed.database.name != before
    assert [entry.text for entry in renewed.entries()] == ["written before"]
    assert not list(kept.folder.glob("*.tjmark"))


def test_a_task_that_is_given_up_leaves_a_locked_journal_and_no_key(
    screen: Screen, start: Start, kept: Kept, tabs_to: TabsTo
) -> None:
    tabs = tabs_to("Change passphrase…")
    program = start()
    _unlock(program, kept.passphrase)
    _start_task(program, tabs)
    first = program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    wait_until(lambda: screen.is_still(program.window(), kept.home), "the fields for a new passphrase")
    screen.press("Escape")
    wait_until(lambda: program.life("prompt") not in (None, first), "another prompt in place of the one with the key")
    _unlock(program, kept.passphrase)
    screen.press("alt+F4")
    assert program.ends() == 0
