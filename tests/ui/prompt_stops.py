"""Where one can be in the prompt: each screen in the states that look different."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.house import OLD, PERSONAL, WAYS, one
from trustjournal.domain.vault_task import TaskOrder, VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    CancelledError,
    ComputerNotTrustedError,
    JournalDamagedError,
    JournalExistsError,
    KeychainMissingError,
    KeychainRefusedError,
    LastWayInError,
    RecoveryCodeOfAnotherError,
    StorageReadOnlyError,
    WrongPassphraseError,
)
from trustjournal.ui.prompt.code_check_screen import CodeCheckScreen
from trustjournal.ui.prompt.code_entry_screen import RecoverScreen
from trustjournal.ui.prompt.create_screen import CreateScreen
from trustjournal.ui.prompt.help_screen import HelpScreen
from trustjournal.ui.prompt.presenter import first_state
from trustjournal.ui.prompt.requests import CodeMade, Done, Moved, Progress, VaultOpened
from trustjournal.ui.prompt.state import KitNews
from trustjournal.ui.prompt.unlock_screen import UnlockScreen
from trustjournal.ui.prompt.window import PromptWindow

Stop = Callable[[PromptWindow], QWidget | None]
"""Goes somewhere; returns what to look at if that is a window of its own."""

PLACE = Path("/ημερ")
CODE = "-".join(["ΑΒΓΔ"] * 8)
WRONG = "ΞΞΞΞ"


def _locked(window: PromptWindow, task: VaultTask | None = None, detail: str = "") -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    stage = window._presenter._stage
    stage._settle()
    stage.set(first_state((PERSONAL, OLD), PLACE, TaskOrder(task, detail) if task is not None else None))
    window._presenter.start()


def _open(window: PromptWindow, task: VaultTask | None, detail: str = "") -> None:
    _locked(window, task, detail)
    window._presenter.getting_in.by_passphrase("λέξεις")
    window.answer(VaultOpened(PERSONAL, WayInKind.PASSPHRASE, "0" * 16, WAYS))


def _order(task: VaultTask, detail: str = "") -> Stop:
    return lambda window: _open(window, task, detail)


def _answer(answer: Done | Moved | Progress) -> Stop:
    return lambda window: window.answer(answer)


def _refuse(error: Exception) -> Stop:
    return lambda window: window.refuse(error)


# Unlocking ----------------------------------------------------------------------------------------


def _unlock_nothing_typed(window: PromptWindow) -> None:
    window._presenter.getting_in.by_passphrase("")


def _unlocking(window: PromptWindow) -> None:
    window._presenter.getting_in.by_passphrase("λέξεις")


def _unlock_by_computer(window: PromptWindow) -> None:
    _locked(window)
    window._presenter.getting_in.by_computer()


def _unlock_for_a_task(window: PromptWindow) -> None:
    _locked(window, VaultTask.CHANGE_PASSPHRASE)


def _known(window: PromptWindow) -> QWidget:
    _locked(window)
    one(window, UnlockScreen).another.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    return menu


def _help(window: PromptWindow) -> None:
    _locked(window)
    window._presenter.ask_for_help()


def _help_numbers(window: PromptWindow) -> None:
    one(window, HelpScreen).list.country_chosen.emit("BB")


def _help_article(window: PromptWindow) -> None:
    one(window, HelpScreen).links[0].click()


def _recover(window: PromptWindow) -> None:
    _locked(window)
    window._presenter.getting_in.start_recovering()


def _recover_slip(window: PromptWindow) -> None:
    screen = one(window, RecoverScreen)
    screen.code.setText("0000-" * 8)
    screen.code.textEdited.emit(screen.code.text())


def _recover_other(window: PromptWindow) -> None:
    one(window, RecoverScreen).code.forget()
    window._presenter.getting_in.by_code(CODE)
    window.refuse(RecoveryCodeOfAnotherError())


# Making -------------------------------------------------------------------------------------------


def _create(window: PromptWindow) -> None:
    _locked(window)
    window._presenter.making.start()


def _create_strong(window: PromptWindow) -> None:
    one(window, CreateScreen).passphrase.setText("λύχνος βρύο")


def _create_proposal(window: PromptWindow) -> None:
    one(window, CreateScreen).make_one.click()


def _create_not_the_same(window: PromptWindow) -> None:
    screen = one(window, CreateScreen)
    window._presenter.passphrases.put_proposal_away()
    screen.name.setText("Όνομα")
    screen.create_button.click()


def _create_refused(error: Exception) -> Stop:
    def go(window: PromptWindow) -> None:
        window._presenter.making.make("Όνομα", "λέξεις", "λέξεις")
        window.refuse(error)

    return go


def _code_first(window: PromptWindow) -> None:
    window._presenter.making.make("Όνομα", "λέξεις", "λέξεις")
    window.answer(VaultOpened(PERSONAL, WayInKind.PASSPHRASE, "0" * 16, WAYS[:1]))
    window.answer(CodeMade(CODE))


def _code_no_printer(window: PromptWindow) -> None:
    window._presenter.code.tell_of_kit(KitNews.NO_PRINTER)


def _code_not_saved(window: PromptWindow) -> None:
    window._presenter.code.kit_failed(StorageReadOnlyError())


def _check(window: PromptWindow) -> None:
    window._presenter.code.wrote_it_down()


def _check_wrong(window: PromptWindow) -> None:
    for field in one(window, CodeCheckScreen).fields:
        field.setText(WRONG)
    window._presenter.code.check([WRONG, WRONG])


def _code_kept(window: PromptWindow) -> None:
    window._presenter.code.check(["ΑΒΓΔ", "ΑΒΓΔ"])
    window.answer(Done())


def _question(window: PromptWindow) -> None:
    window._presenter.code.go_on()


# Tasks --------------------------------------------------------------------------------------------


def _after_recovery(window: PromptWindow) -> None:
    _recover(window)
    window._presenter.getting_in.by_code(CODE)
    window.answer(VaultOpened(PERSONAL, WayInKind.RECOVERY, "0" * 16, WAYS))


def _code_anew(window: PromptWindow) -> None:
    _open(window, VaultTask.MAKE_RECOVERY_CODE)
    window.answer(CodeMade(CODE))


def _try_other(window: PromptWindow) -> None:
    window._presenter.code.try_it(CODE)
    window.refuse(RecoveryCodeOfAnotherError())


def _try_works(window: PromptWindow) -> None:
    window._presenter.code.try_it(CODE)
    window.answer(Done())


def _trust_refused(window: PromptWindow) -> None:
    window._presenter.ways_in.trust()
    window.refuse(KeychainMissingError())


def _remove_last(window: PromptWindow) -> None:
    window._presenter.ways_in.remove()
    window.refuse(LastWayInError())


def _re_encrypting(window: PromptWindow) -> None:
    window._presenter.new_passphrase.re_encrypt("λέξεις", "λέξεις")
    window.answer(Progress(0.4))


def _stopping(window: PromptWindow) -> None:
    window._presenter.new_passphrase.cancel()


def _move(window: PromptWindow) -> None:
    _locked(window, VaultTask.MOVE)


def _move_chosen(window: PromptWindow) -> None:
    window._presenter.folders.choose_destination(Path("/" + "/".join(["μακρύ όνομα"] * 8)))


def _moving(window: PromptWindow) -> None:
    window._presenter.folders.move()


def _set_aside(window: PromptWindow) -> None:
    window._presenter.folders.set_aside()
    window.answer(Done())


def _deleted(window: PromptWindow) -> None:
    window._presenter.folders.delete_for_good()
    window.answer(Done())


def _locking(window: PromptWindow) -> None:
    _open(window, VaultTask.CHANGE_PASSPHRASE)
    window._presenter.lock()


PROMPT: dict[str, Stop] = {
    "unlock": _locked,
    "unlock, nothing typed": _unlock_nothing_typed,
    "unlock, unlocking": _unlocking,
    "unlock, wrong": _refuse(WrongPassphraseError()),
    "unlock, damaged": _refuse(JournalDamagedError()),
    "unlock, by this computer": _unlock_by_computer,
    "unlock, the keyring will not": _refuse(KeychainRefusedError()),
    "unlock, not trusted any more": _refuse(ComputerNotTrustedError()),
    "unlock, for a task": _unlock_for_a_task,
    "unlock, known journals": _known,
    "help": _help,
    "help, numbers": _help_numbers,
    "help, an article": _help_article,
    "recover": _recover,
    "recover, a slip": _recover_slip,
    "recover, another's": _recover_other,
    "create": _create,
    "create, a passphrase": _create_strong,
    "create, one made up": _create_proposal,
    "create, not the same": _create_not_the_same,
    "create, exists": _create_refused(JournalExistsError()),
    "create, read-only": _create_refused(StorageReadOnlyError()),
    "a first code": _code_first,
    "a code, no printer": _code_no_printer,
    "a code, not saved": _code_not_saved,
    "the check": _check,
    "the check, wrong": _check_wrong,
    "the code works": _code_kept,
    "the question": _question,
    "a new passphrase": _order(VaultTask.CHANGE_PASSPHRASE),
    "a new passphrase, after recovery": _after_recovery,
    "a code anew": _code_anew,
    "the drill": _order(VaultTask.TRY_RECOVERY_CODE),
    "the drill, another's": _try_other,
    "the drill went well": _try_works,
    "trust": _order(VaultTask.TRUST_THIS_COMPUTER),
    "trust, no keyring": _trust_refused,
    "a way in to close": _order(VaultTask.REMOVE_WAY_IN, WayInKind.DEVICE.value[:8]),
    "the last way in": _remove_last,
    "the code to close": _order(VaultTask.REMOVE_WAY_IN, WayInKind.RECOVERY.value[:8]),
    "encrypting anew": _order(VaultTask.RE_ENCRYPT),
    "encrypting anew, on its way": _re_encrypting,
    "encrypting anew, stopping": _stopping,
    "encrypting anew, stopped": _refuse(CancelledError()),
    "moving": _move,
    "moving, a place": _move_chosen,
    "moving, on its way": _moving,
    "moved": _answer(Moved(Path("/σπίτι/Προσωπικό"))),
    "deleting": _order(VaultTask.DELETE),
    "set aside": _set_aside,
    "deleted": _deleted,
    "locking": _locking,
}
"""In this order, in one window."""
