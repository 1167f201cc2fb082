"""The vault tasks as a person meets them: by keyboard, and with what is said where."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.prompt.scene import ALL_WAYS, BY_COMPUTER, BY_PASSPHRASE, PERSONAL
from tests.ui.prompt.window_scene import Answers, Begin
from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews, VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import CancelledError, KeychainRefusedError
from trustjournal.ui.messages import sentence
from trustjournal.ui.prompt.delete_screen import DeleteScreen, SetAsideScreen
from trustjournal.ui.prompt.lock_bar import LockBar
from trustjournal.ui.prompt.move_screen import MoveScreen
from trustjournal.ui.prompt.progress_screen import ProgressScreen
from trustjournal.ui.prompt.question_screen import QuestionScreen
from trustjournal.ui.prompt.re_encrypt_screen import ReEncryptScreen
from trustjournal.ui.prompt.remove_screen import RemoveScreen
from trustjournal.ui.prompt.requests import (
    CancelRequest,
    DeleteRequest,
    Done,
    EnterRequest,
    GiveUpRequest,
    MoveRequest,
    Progress,
    TrustComputerRequest,
    UnlockRequest,
)
from trustjournal.ui.prompt.state import Screen
from trustjournal.ui.prompt.trust_screen import TrustScreen
from trustjournal.ui.prompt.unlock_screen import UnlockScreen

# Unlocking for a task ----------------------------------------------------------------------------


def test_the_screen_says_what_the_passphrase_is_asked_for(begin: Begin) -> None:
    scene = begin(VaultTask.CHANGE_PASSPHRASE)
    screen = scene.screen(UnlockScreen)
    assert scene.says("To change your passphrase, type the present one.")
    assert screen.computer.isHidden()
    assert screen.another.isHidden()
    assert not screen.recovery.isHidden()
    screen.just_open.setFocus()
    scene.press(Qt.Key.Key_Space)
    assert not scene.says("To change your passphrase")
    assert screen.computer.isVisible()


def test_a_keyring_that_will_not_leaves_the_keyboard_at_the_passphrase(begin: Begin) -> None:
    scene = begin()
    screen = scene.screen(UnlockScreen)
    screen.computer.setFocus()
    scene.press(Qt.Key.Key_Return)
    scene.window.refuse(KeychainRefusedError())
    assert screen.passphrase.hasFocus()
    assert screen.refusal.title == sentence(KeychainRefusedError()).title
    scene.type("words")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests[-1] == UnlockRequest(PERSONAL, "words")


def test_whoever_came_to_open_another_journal_finds_the_known_ones_open(begin: Begin, qtbot: QtBot) -> None:
    scene = begin(VaultTask.OPEN_ANOTHER)
    qtbot.waitUntil(lambda: scene.window.findChild(QMenu) is not None)
    menu = scene.window.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Old",
        "Open a journal’s folder…",
        "Make a new journal…",
    ]
    menu.close()


def test_the_lock_is_in_sight_only_while_a_vault_is_open(begin: Begin) -> None:
    scene = begin(VaultTask.CHANGE_PASSPHRASE)
    bar = scene.window.findChild(LockBar)
    assert bar is not None
    assert bar.isHidden()
    scene.opened()
    assert bar.isVisible()
    bar.lock.click()
    assert scene.requests == [GiveUpRequest()]


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
                                  (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)])  # fmt: skip
def test_escape_and_the_chord_lock_an_open_vault_also_from_a_field(
    begin: Begin, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    scene = begin(VaultTask.CHANGE_PASSPHRASE)
    scene.opened()
    scene.press(*keys)
    assert scene.requests == [GiveUpRequest()]


# The other screens --------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [OthersMaySee.NO, OthersMaySee.MAYBE, OthersMaySee.YES])
def test_the_question_is_answered_with_one_key(begin: Begin, answer: OthersMaySee) -> None:
    scene = begin()
    scene.opened()
    scene.window._presenter._stage._settle()
    scene.window._presenter._ask_the_question()
    screen = scene.screen(QuestionScreen)
    assert scene.says("locks after 2 minutes")
    assert scene.says("spying software")
    screen.choices[answer].setFocus()
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [EnterRequest(VaultNews.CREATED, answer)]


def test_trusting_this_computer_says_what_it_means_and_waits_for_a_choice(begin: Begin) -> None:
    scene = begin(VaultTask.TRUST_THIS_COMPUTER)
    scene.opened()
    screen = scene.screen(TrustScreen)
    assert scene.says("Anyone who is logged in as you on this computer can open this journal then.")
    assert screen.not_now.hasFocus()
    screen.trust.click()
    assert scene.requests == [TrustComputerRequest()]


def test_without_a_keyring_this_computer_cannot_be_trusted(begin: Begin) -> None:
    scene = begin(VaultTask.TRUST_THIS_COMPUTER, can_trust=False)
    scene.opened()
    assert not scene.screen(TrustScreen).trust.isEnabled()


def test_a_way_in_to_be_closed_is_named_with_its_day(begin: Begin) -> None:
    scene = begin(VaultTask.REMOVE_WAY_IN, BY_COMPUTER.id)
    scene.opened()
    screen = scene.screen(RemoveScreen)
    assert "keyring" in screen.words.text()
    assert "2026" in screen.words.text()
    assert screen.not_now.hasFocus()


def test_encrypting_anew_shows_how_far_it_is_and_can_be_stopped(begin: Begin) -> None:
    scene = begin(VaultTask.RE_ENCRYPT)
    scene.opened()
    scene.type("words")
    scene.press(Qt.Key.Key_Return)
    scene.type("words")
    scene.press(Qt.Key.Key_Return)
    screen = scene.screen(ProgressScreen)
    scene.window.answer(Progress(0.42))
    assert screen.bar.percent == 42
    assert scene.says("42 %")
    assert screen.cancel.hasFocus()
    scene.press(Qt.Key.Key_Space)
    assert scene.requests[-1] == CancelRequest()
    assert not screen.cancel.isEnabled()
    scene.window.refuse(CancelledError())
    again = scene.screen(ReEncryptScreen)
    assert again.calm.text().startswith("Stopped")
    assert again.refusal.isHidden()
    assert again.pair.passphrase.text() == ""


def test_encrypting_anew_says_what_ends_with_it(begin: Begin) -> None:
    for ways, has_code in ((ALL_WAYS, True), ((BY_PASSPHRASE,), False)):
        scene = begin(VaultTask.RE_ENCRYPT)
        scene.opened(ways=ways)
        note = scene.screen(ReEncryptScreen).note.text()
        assert ("recovery code" in note) is has_code
        assert "Older backups and copies still open" in note


def test_a_journal_is_moved_by_keyboard(begin: Begin, answers: Answers) -> None:
    answers.folder = Path("/usb")
    scene = begin(VaultTask.MOVE)
    screen = scene.screen(MoveScreen)
    assert scene.says(str(PERSONAL))
    assert not screen.move_it.isEnabled()
    assert screen.choose.hasFocus()
    scene.press(Qt.Key.Key_Space)
    assert scene.says(str(Path("/usb/Personal")))
    screen.move_it.setFocus()
    scene.press(Qt.Key.Key_Space)
    assert scene.requests == [MoveRequest(PERSONAL, Path("/usb/Personal"))]


def test_deleting_is_honest_and_the_first_key_deletes_nothing(begin: Begin) -> None:
    scene = begin(VaultTask.DELETE)
    scene.opened()
    screen = scene.screen(DeleteScreen)
    assert scene.says("Disks keep traces")
    assert screen.not_now.hasFocus()
    screen.delete.click()
    assert scene.requests == [DeleteRequest()]
    scene.window.answer(Done())
    aside = scene.screen(SetAsideScreen)
    assert scene.says("when this window closes or locks")
    assert aside.put_back.hasFocus()


def test_a_screen_says_when_the_journal_is_on_its_way(begin: Begin) -> None:
    scene = begin(VaultTask.TRY_RECOVERY_CODE)
    scene.opened(WayInKind.RECOVERY)
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [EnterRequest(VaultNews.RECOVERY_CODE_WORKS)]
    scene.window.opened()
    assert scene.says("Opening your journal…")


def test_no_screen_shows_a_part_of_itself_as_a_window(begin: Begin) -> None:
    scene = begin()
    for screen in Screen:
        before = set(QApplication.topLevelWidgets())
        built = scene.window._screens.build(screen)
        shown = [w for w in set(QApplication.topLevelWidgets()) - before if w.isVisible()]
        assert shown == [], screen
        built.deleteLater()
