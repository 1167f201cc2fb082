"""The vault tasks as a person meets them: by keyboard, with what is said where, and the kit on its way to paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.prompt.scene import ALL_WAYS, BY_COMPUTER, BY_PASSPHRASE, CODE, OLD, PERSONAL, VAULT
from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import TaskOrder, VaultNews, VaultTask
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.errors import CancelledError, KeychainRefusedError, RecoveryCodeOfAnotherError
from trustjournal.services.passphrases import Strength
from trustjournal.services.vault import Outlook
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.messages import sentence
from trustjournal.ui.prompt.code_check_screen import CodeCheckScreen
from trustjournal.ui.prompt.code_entry_screen import RecoverScreen, TryCodeScreen
from trustjournal.ui.prompt.code_screen import CodeScreen
from trustjournal.ui.prompt.delete_screen import DeleteScreen, SetAsideScreen
from trustjournal.ui.prompt.dialogs import Dialogs
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.lock_bar import LockBar
from trustjournal.ui.prompt.move_screen import MoveScreen
from trustjournal.ui.prompt.passphrase_screen import PassphraseScreen
from trustjournal.ui.prompt.progress_screen import ProgressScreen
from trustjournal.ui.prompt.prompt_screen import PromptScreen
from trustjournal.ui.prompt.question_screen import QuestionScreen
from trustjournal.ui.prompt.re_encrypt_screen import ReEncryptScreen
from trustjournal.ui.prompt.remove_screen import RemoveScreen
from trustjournal.ui.prompt.requests import (
    CancelRequest,
    ChangePassphraseRequest,
    CodeMade,
    DeleteRequest,
    Done,
    EnterRequest,
    GiveUpRequest,
    KeepCodeRequest,
    MoveRequest,
    Progress,
    RecoverRequest,
    Request,
    TrustComputerRequest,
    UnlockRequest,
    VaultOpened,
)
from trustjournal.ui.prompt.state import Screen
from trustjournal.ui.prompt.trust_screen import TrustScreen
from trustjournal.ui.prompt.unlock_screen import UnlockScreen
from trustjournal.ui.prompt.window import PromptWindow

W = TypeVar("W", bound=QWidget)
S = TypeVar("S", bound=PromptScreen)


@dataclass
class Answers:
    """Answers the dialogs of the system."""

    folder: Path | None = None
    file: Path | None = None
    has_printer: bool = False
    proposed_names: list[str] = field(default_factory=list)
    printed: int = 0

    def ask_for_folder(self, parent: QWidget, title: str, start: Path, chosen: Callable[[Path], None]) -> None:
        if self.folder is not None:
            chosen(self.folder)

    def ask_where_to_save(self, parent: QWidget, title: str, name: str, chosen: Callable[[Path], None]) -> None:
        self.proposed_names.append(name)
        if self.file is not None:
            chosen(self.file)

    def ask_to_print(
        self, parent: QWidget, draw: Callable[[QPagedPaintDevice], None], printed: Callable[[], None]
    ) -> bool:
        if self.has_printer:
            self.printed += 1
            printed()
        return self.has_printer


@dataclass
class Scene:
    """One window, what it asked for, and a keyboard."""

    window: PromptWindow
    requests: list[Request]

    def opened(self, way_in: WayInKind = WayInKind.PASSPHRASE, ways: tuple[WayIn, ...] = ALL_WAYS) -> None:
        self.window._presenter.getting_in.by_passphrase("words")
        self.window.answer(VaultOpened(PERSONAL, way_in, VAULT, ways))
        self.requests.clear()
        QApplication.processEvents()

    def screen(self, kind: type[S]) -> S:
        """The screen in sight, which is of that kind."""
        shown = self.window._stack.currentWidget()
        assert isinstance(shown, kind)
        return shown

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def says(self, words: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def begin(theme: Theme, icons: Icons, qtbot: QtBot, answers: Answers) -> Callable[..., Scene]:
    def begin(task: VaultTask | None = None, detail: str = "", *, can_trust: bool = True) -> Scene:
        window = PromptWindow(
            theme,
            icons,
            journals=(PERSONAL, OLD),
            place=Path("/data"),
            order=TaskOrder(task, detail) if task is not None else None,
            trusted_ways=frozenset({BY_COMPUTER.id}),
            enquiries=Enquiries(
                outlook_of=lambda _folder: Outlook(ways_in=ALL_WAYS),
                can_trust_computer=lambda: can_trust,
                estimate=lambda passphrase, _own: Strength(float(len(passphrase))),
                propose=lambda: "six words here",
            ),
            tasks=InlineTasks(),
            dialogs=Dialogs(answers.ask_for_folder, answers.ask_where_to_save, answers.ask_to_print),
        )
        qtbot.addWidget(window)
        scene = Scene(window, [])
        window.requested.connect(scene.requests.append)
        with qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: (QApplication.focusWidget() or QApplication.activePopupWidget()) is not None)
        return scene

    return begin


Begin = Callable[..., Scene]

# Unlocking ----------------------------------------------------------------------------------------


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


# Recovery -----------------------------------------------------------------------------------------


def test_a_code_is_tidied_while_it_is_typed_and_a_slip_is_told_at_once(begin: Begin) -> None:
    scene = begin()
    unlock = scene.screen(UnlockScreen)
    unlock.recovery.click()
    screen = scene.screen(RecoverScreen)
    assert screen.code.hasFocus()
    scene.type(CODE.replace("-", "").lower()[:-1])
    assert screen.code_row.problem == ""
    scene.type("x")
    assert screen.code.text() == CODE[:-1] + "X"
    assert "slip" in screen.code_row.problem
    scene.press(Qt.Key.Key_Backspace)
    assert screen.code_row.problem == ""
    scene.type(CODE[-1])
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [RecoverRequest(PERSONAL, CODE)]
    scene.window.refuse(RecoveryCodeOfAnotherError())
    assert "another journal" in screen.refusal.title
    assert screen.code.hasFocus()
    scene.press(Qt.Key.Key_Escape)
    assert scene.screen(UnlockScreen).passphrase.hasFocus()


def test_a_new_passphrase_after_recovery_says_what_still_opens_with_the_old_one(begin: Begin) -> None:
    scene = begin()
    scene.opened(WayInKind.RECOVERY)
    screen = scene.screen(PassphraseScreen)
    assert "Older backups and copies still open with the old passphrase" in screen.note.text()
    scene.type("new words")
    scene.press(Qt.Key.Key_Return)
    assert screen.pair.again.hasFocus()
    scene.type("new words")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [ChangePassphraseRequest("new words")]


def test_a_code_is_written_down_and_typed_back_by_keyboard_alone(begin: Begin) -> None:
    scene = begin(VaultTask.MAKE_RECOVERY_CODE)
    scene.opened()
    scene.window.answer(CodeMade(CODE))
    code = scene.screen(CodeScreen)
    assert scene.says("The code you have works until this one is confirmed")
    assert code.wrote.hasFocus()
    scene.press(Qt.Key.Key_Space)
    check = scene.screen(CodeCheckScreen)
    state = scene.window._presenter.state.code
    assert state is not None
    first, second = (CODE.split("-")[group] for group in state.groups)
    scene.type(first)
    scene.press(Qt.Key.Key_Return)
    assert check.fields[1].hasFocus()
    scene.type("ABCD")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == []
    assert check.fields[1].hasFocus()
    assert scene.says(f"Group {state.groups[1] + 1} is not the one that was shown.")
    scene.type(second)
    assert not scene.says("is not the one")
    scene.press(Qt.Key.Key_Return)
    assert scene.requests == [KeepCodeRequest(CODE)]
    scene.window.answer(Done())
    assert scene.says("It works")


def test_the_same_wrong_group_is_marked_again(begin: Begin) -> None:
    scene = begin(VaultTask.MAKE_RECOVERY_CODE)
    scene.opened()
    scene.window.answer(CodeMade(CODE))
    scene.screen(CodeScreen).wrote.click()
    check = scene.screen(CodeCheckScreen)
    for _ in range(2):
        for entry in check.fields:
            entry.forget()
        check.fields[0].setFocus()
        scene.type("XXXX")
        check.check.click()
        assert check.fields[0].hasFocus()
        assert scene.says("is not the one that was shown")


def test_the_code_cannot_be_marked_or_copied_and_is_read_out_letter_by_letter(begin: Begin) -> None:
    scene = begin(VaultTask.MAKE_RECOVERY_CODE)
    scene.opened()
    scene.window.answer(CodeMade(CODE))
    groups = scene.screen(CodeScreen).groups
    assert groups.value_text().startswith("1: 0 W 4 0, 2: J 2 G B")
    assert not scene.says("0W40")  # no label holds it
    QApplication.clipboard().setText("before")
    groups.setFocus()
    scene.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"


def test_a_code_that_is_done_with_is_on_no_screen_any_more(begin: Begin) -> None:
    scene = begin(VaultTask.MAKE_RECOVERY_CODE)
    scene.opened()
    scene.window.answer(CodeMade(CODE))
    groups = scene.screen(CodeScreen).groups
    scene.press(Qt.Key.Key_Escape)
    assert groups.value_text() == ""


def test_without_a_printer_a_file_is_offered(begin: Begin, answers: Answers, tmp_path: Path) -> None:
    answers.file = tmp_path / "x.pdf"
    scene = begin(VaultTask.MAKE_RECOVERY_CODE)
    scene.opened()
    scene.window.answer(CodeMade(CODE))
    screen = scene.screen(CodeScreen)
    assert scene.says("Printing can leave a copy in the printer’s queue")
    screen.print_kit.click()
    assert "No printer was found" in screen.kit.text()
    screen.save_kit.click()
    assert answers.proposed_names == ["Document.pdf"]
    assert answers.file.read_bytes().startswith(b"%PDF")
    assert "saved" in screen.kit.text()


def test_a_file_that_cannot_be_saved_says_why(begin: Begin, answers: Answers, tmp_path: Path) -> None:
    answers.file = tmp_path
    scene = begin(VaultTask.MAKE_RECOVERY_CODE)
    scene.opened()
    scene.window.answer(CodeMade(CODE))
    screen = scene.screen(CodeScreen)
    screen.save_kit.click()
    assert screen.refusal.isVisible()
    assert screen.save_kit.hasFocus()


def test_a_printed_kit_is_said_to_be_on_its_way(begin: Begin, answers: Answers) -> None:
    answers.has_printer = True
    scene = begin(VaultTask.MAKE_RECOVERY_CODE)
    scene.opened()
    scene.window.answer(CodeMade(CODE))
    screen = scene.screen(CodeScreen)
    screen.print_kit.click()
    assert answers.printed == 1
    assert "on its way" in screen.kit.text()


def test_a_new_code_is_offered_only_where_the_paper_did_not_work(begin: Begin) -> None:
    scene = begin(VaultTask.TRY_RECOVERY_CODE)
    scene.opened()
    screen = scene.screen(TryCodeScreen)
    assert screen.make_new.isHidden()
    scene.type(CODE)
    scene.press(Qt.Key.Key_Return)
    scene.window.refuse(RecoveryCodeOfAnotherError())
    assert screen.make_new.isVisible()


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
