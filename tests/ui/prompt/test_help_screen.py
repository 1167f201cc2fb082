"""Help before unlocking: reached by a word and by F1, the same for everybody, and nothing of it is remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.fakes.care import made_up_care
from tests.ui.house import one
from tests.ui.prompt.window_scene import Begin, Scene
from trustjournal.domain.vault_task import VaultTask
from trustjournal.ui.prompt.help_screen import HelpScreen
from trustjournal.ui.prompt.state import Screen
from trustjournal.ui.prompt.unlock_screen import UnlockScreen


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def helps(begin: Begin) -> tuple[Scene, HelpScreen]:
    """Help, as somebody finds it who pressed F1 on the unlock screen."""
    scene = begin()
    press(Qt.Key.Key_F1)
    return scene, one(scene.window, HelpScreen)


def words(screen: HelpScreen) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def shown(screen: HelpScreen) -> list[str]:
    return [card.number.label.text() for card in screen.list.cards]


def screen_of(scene: Scene) -> Screen:
    return scene.window._presenter.state.screen


def test_a_word_on_the_unlock_screen_and_f1_lead_to_help(begin: Begin) -> None:
    scene = begin()
    unlock = one(scene.window, UnlockScreen)
    assert unlock.help.isVisible()
    unlock.help.click()
    assert screen_of(scene) is Screen.HELP
    press(Qt.Key.Key_Escape)
    assert screen_of(scene) is Screen.UNLOCK
    press(Qt.Key.Key_F1)
    assert screen_of(scene) is Screen.HELP


def test_nothing_leads_there_where_it_is_switched_off(begin: Begin) -> None:
    scene = begin(offers_help=False)
    assert not one(scene.window, UnlockScreen).help.isVisible()
    press(Qt.Key.Key_F1)
    assert screen_of(scene) is Screen.UNLOCK


def test_it_says_what_to_do_in_danger_and_names_no_journal(begin: Begin) -> None:
    scene, screen = helps(begin)
    assert "In danger, call your local emergency number." in words(screen)
    assert "no one will call for help" in words(screen)
    folder = scene.window._presenter.state.folder
    assert folder is not None
    assert folder.name not in words(screen)


def test_no_country_is_chosen_until_somebody_chooses_and_again_the_next_time(begin: Begin) -> None:
    scene, screen = helps(begin)
    assert shown(screen) == []
    screen.list.countries.setCurrentIndex(1)
    screen.list.countries.activated.emit(1)
    assert shown(screen) == ["112", "0800 12 34 56"]
    screen.back.click()
    assert screen_of(scene) is Screen.UNLOCK
    press(Qt.Key.Key_F1)
    assert shown(screen) == []
    assert screen.list.countries.currentIndex() == 0


def test_a_number_is_copied_as_digits_and_nobody_keeps_a_history_of_it(begin: Begin) -> None:
    _scene, screen = helps(begin)
    screen.list.country_chosen.emit("AA")
    screen.list.cards[1].number.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "0800123456"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert screen.list.cards[1].number.copy.text() == "Copied"


def test_an_article_is_read_and_the_way_back_leads_to_help_first(begin: Begin) -> None:
    scene, screen = helps(begin)
    screen.links[0].click()
    assert screen.reading.isVisible()
    assert screen.reading.text.toPlainText().startswith("Λέξεις.")
    screen.back.click()
    assert not screen.reading.isVisible()
    assert screen_of(scene) is Screen.HELP


def test_what_was_typed_is_forgotten_and_what_it_was_unlocked_for_is_not(begin: Begin) -> None:
    scene = begin(VaultTask.CHANGE_PASSPHRASE)
    unlock = one(scene.window, UnlockScreen)
    unlock.passphrase.setText("four plain words")
    press(Qt.Key.Key_F1)
    assert unlock.passphrase.text() == ""
    press(Qt.Key.Key_Escape)
    order = scene.window._presenter.state.order
    assert order is not None
    assert order.task is VaultTask.CHANGE_PASSPHRASE


@pytest.mark.parametrize("is_working", [True, False])
def test_help_waits_while_the_journal_is_being_opened(begin: Begin, is_working: bool) -> None:
    scene = begin()
    stage = scene.window._presenter._stage
    stage.set(replace(stage.state, is_working=is_working))
    scene.window._presenter.ask_for_help()
    assert (screen_of(scene) is Screen.HELP) is not is_working


def test_lines_checked_long_ago_come_with_a_note(begin: Begin) -> None:
    _scene, screen = helps(begin)
    screen.list.country_chosen.emit("AA")
    assert "more than a year ago" not in words(screen)
    screen.list.country_chosen.emit("BB")
    assert "more than a year ago" in words(screen)


def test_each_line_says_whom_it_is_for_and_who_says_so(begin: Begin) -> None:
    _scene, screen = helps(begin)
    screen.list.country_chosen.emit("AA")
    said = words(screen)
    line = made_up_care().numbers.countries[0].lines[1]
    for text in (line.service, line.who_for, line.hours, line.cost, line.languages, line.text_option, line.source):
        assert text is not None
        assert text in said
    assert "We do not know if a call shows on the phone bill." in said
    assert "A call does not show on the phone bill." in said
    assert "Read in a saved copy of the page on" in said
    assert "Numbers can change." in said
    assert "Nobody called it to try." in said
