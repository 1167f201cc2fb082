"""A recovery code as a person meets it: typed, written down, typed back, and on its way to paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.prompt.scene import CODE, PERSONAL
from tests.ui.prompt.window_scene import Answers, Begin
from trustjournal.domain.vault_task import VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import RecoveryCodeOfAnotherError
from trustjournal.ui.prompt.code_check_screen import CodeCheckScreen
from trustjournal.ui.prompt.code_entry_screen import RecoverScreen, TryCodeScreen
from trustjournal.ui.prompt.code_screen import CodeScreen
from trustjournal.ui.prompt.passphrase_screen import PassphraseScreen
from trustjournal.ui.prompt.requests import (
    ChangePassphraseRequest,
    CodeMade,
    Done,
    KeepCodeRequest,
    RecoverRequest,
)
from trustjournal.ui.prompt.unlock_screen import UnlockScreen


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
        check.check.setFocus()
        scene.press(Qt.Key.Key_Space)
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
    screen = scene.screen(CodeScreen)
    screen.wrote.click()
    assert screen.groups.value_text() == ""
    scene.screen(CodeCheckScreen).again.click()
    assert screen.groups.value_text().startswith("1: 0 W 4 0")
    scene.press(Qt.Key.Key_Escape)
    assert screen.groups.value_text() == ""


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
