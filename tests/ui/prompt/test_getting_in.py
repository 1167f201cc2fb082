"""Getting into a journal by every way in, and for a task."""

from __future__ import annotations

import pytest

from tests.ui.prompt.scene import BY_PASSPHRASE, CODE, OLD, PERSONAL, Flows
from trustjournal.domain.vault_task import VaultNews, VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    ComputerNotTrustedError,
    KeychainMissingError,
    KeychainRefusedError,
    NoRecoveryCodeError,
    RecoveryCodeOfAnotherError,
    WrongPassphraseError,
)
from trustjournal.ui.prompt.flow.getting_in import offers_code, offers_computer
from trustjournal.ui.prompt.requests import (
    ChangePassphraseRequest,
    ComputerRequest,
    Done,
    EnterRequest,
    GiveUpRequest,
    RecoverRequest,
    UnlockRequest,
)
from trustjournal.ui.prompt.state import Need, Screen, Spot, Trouble

TASKS = (
    VaultTask.CHANGE_PASSPHRASE,
    VaultTask.MAKE_RECOVERY_CODE,
    VaultTask.TRY_RECOVERY_CODE,
    VaultTask.TRUST_THIS_COMPUTER,
    VaultTask.REMOVE_WAY_IN,
    VaultTask.RE_ENCRYPT,
    VaultTask.DELETE,
)


def test_the_passphrase_opens_the_journal_and_nothing_is_asked_on_the_way() -> None:
    flows = Flows()
    presenter = flows.presenter()
    presenter.getting_in.by_passphrase("words")
    presenter.answer(flows.vault())
    assert flows.requests == [UnlockRequest(PERSONAL, "words"), EnterRequest()]
    assert presenter.state.is_working


def test_this_computer_is_offered_only_where_it_has_the_secret_of_a_way_in() -> None:
    flows = Flows()
    assert offers_computer(flows.presenter().state)
    assert not offers_computer(flows.presenter(trusted=frozenset({"dddddddd"})).state)
    flows.ways_in = (BY_PASSPHRASE,)
    assert not offers_computer(flows.presenter().state)


def test_what_this_computer_has_for_one_journal_is_not_offered_for_another() -> None:
    flows = Flows()
    presenter = flows.presenter()
    flows.ways_in = (BY_PASSPHRASE,)
    presenter.getting_in.choose_journal(OLD)
    assert not offers_computer(presenter.state)
    flows.tasks.all()
    assert not offers_computer(presenter.state)


@pytest.mark.parametrize("error", [KeychainMissingError(), KeychainRefusedError(), ComputerNotTrustedError()])
def test_a_keyring_that_will_not_leads_back_to_the_passphrase(error: Exception) -> None:
    flows = Flows()
    presenter = flows.presenter()
    presenter.getting_in.by_computer()
    assert flows.requests == [ComputerRequest(PERSONAL)]
    presenter.refuse(error)
    assert presenter.state.screen is Screen.UNLOCK
    assert presenter.state.trouble == Trouble(Spot.PASSPHRASE, error)
    presenter.getting_in.by_passphrase("words")
    assert flows.requests[-1] == UnlockRequest(PERSONAL, "words")


@pytest.mark.parametrize("task", TASKS)
def test_no_task_can_be_begun_by_whoever_is_logged_in(task: VaultTask) -> None:
    flows = Flows()
    presenter = flows.presenter(task)
    assert not offers_computer(presenter.state)
    presenter.getting_in.by_computer()
    assert flows.requests == []


@pytest.mark.parametrize("task", TASKS)
def test_a_task_can_be_left_for_just_opening_the_journal(task: VaultTask) -> None:
    flows = Flows()
    presenter = flows.presenter(task)
    presenter.getting_in.leave_order()
    presenter.getting_in.by_passphrase("words")
    presenter.answer(flows.vault())
    assert flows.requests[-1] == EnterRequest()


def test_a_task_is_not_done_on_another_journal() -> None:
    presenter = Flows().presenter(VaultTask.DELETE)
    presenter.getting_in.choose_journal(OLD)
    assert presenter.state.order is None


def test_only_encrypting_anew_refuses_the_recovery_code() -> None:
    for task in TASKS:
        flows = Flows()
        presenter = flows.presenter(task)
        presenter.getting_in.start_recovering()
        is_offered = task is not VaultTask.RE_ENCRYPT
        assert offers_code(presenter.state) is is_offered
        assert presenter.state.screen is (Screen.RECOVER if is_offered else Screen.UNLOCK)


def test_a_journal_without_a_recovery_code_says_so_in_place() -> None:
    presenter = Flows(ways_in=(BY_PASSPHRASE,)).presenter()
    presenter.getting_in.start_recovering()
    assert presenter.state.screen is Screen.UNLOCK
    assert presenter.state.trouble is not None
    assert isinstance(presenter.state.trouble.reason, NoRecoveryCodeError)


def test_after_the_recovery_code_a_new_passphrase_is_offered_and_can_be_put_off() -> None:
    flows = Flows()
    presenter = flows.presenter()
    presenter.getting_in.start_recovering()
    presenter.getting_in.by_code(CODE)
    assert flows.requests == [RecoverRequest(PERSONAL, CODE)]
    presenter.answer(flows.vault(WayInKind.RECOVERY))
    assert presenter.state.screen is Screen.NEW_PASSPHRASE
    presenter.not_now()
    assert flows.requests[-1] == EnterRequest()


def test_a_code_of_another_journal_is_said_at_the_code() -> None:
    presenter = Flows().presenter()
    presenter.getting_in.start_recovering()
    presenter.getting_in.by_code(" ")
    assert presenter.state.trouble == Trouble(Spot.CODE, Need.CODE)
    presenter.getting_in.by_code(CODE)
    error = RecoveryCodeOfAnotherError()
    presenter.refuse(error)
    assert presenter.state.trouble == Trouble(Spot.CODE, error)
    assert presenter.state.screen is Screen.RECOVER


def test_back_from_the_recovery_code_keeps_the_task() -> None:
    presenter = Flows().presenter(VaultTask.CHANGE_PASSPHRASE)
    presenter.getting_in.start_recovering()
    presenter.go_back()
    assert presenter.state.screen is Screen.UNLOCK
    assert presenter.state.order is not None


def test_back_from_making_another_journal_forgets_the_wish() -> None:
    presenter = Flows().presenter(VaultTask.MAKE_ANOTHER)
    assert presenter.state.screen is Screen.CREATE
    presenter.go_back()
    assert (presenter.state.screen, presenter.state.order) == (Screen.UNLOCK, None)


def test_a_passphrase_is_changed_and_the_session_is_told() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.CHANGE_PASSPHRASE)
    assert presenter.state.screen is Screen.NEW_PASSPHRASE
    presenter.new_passphrase.change("new words", "new word")
    assert presenter.state.trouble == Trouble(Spot.AGAIN, Need.SAME_TWICE)
    presenter.new_passphrase.change("new words", "new words")
    presenter.answer(Done())
    assert flows.requests == [ChangePassphraseRequest("new words"), EnterRequest(VaultNews.PASSPHRASE_CHANGED)]


# Locking ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", ["go_back", "lock", "lock_in_time"])
@pytest.mark.parametrize("task", TASKS)
def test_an_open_vault_is_given_up_from_every_screen(task: VaultTask, leave: str) -> None:
    flows = Flows()
    presenter = flows.opened(task, BY_PASSPHRASE.id)
    if presenter.state.is_working:  # a code is being made: what is under way ends first
        presenter.refuse(WrongPassphraseError())
    flows.requests.clear()
    getattr(presenter, leave)()
    assert flows.requests == [GiveUpRequest()]
    assert presenter.state.screen is Screen.LOCKING, "what was there can still be seen"


@pytest.mark.parametrize("leave", ["go_back", "lock", "lock_in_time"])
def test_a_locked_journal_has_nothing_to_give_up(leave: str) -> None:
    flows = Flows()
    getattr(flows.presenter(), leave)()
    assert flows.requests == []


def test_locking_amid_a_change_waits_until_it_is_made_and_goes_nowhere_else() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.CHANGE_PASSPHRASE)
    presenter.new_passphrase.change("new", "new")
    presenter.lock()
    assert flows.requests == [ChangePassphraseRequest("new")]
    assert presenter.state.screen is Screen.LOCKING, "what was there can still be seen"
    presenter.answer(Done())
    assert flows.requests[1:] == [GiveUpRequest()]
    assert presenter.state.screen is Screen.LOCKING


def test_while_the_session_comes_up_nothing_locks_any_more() -> None:
    flows = Flows()
    presenter = flows.opened()
    presenter.opened()
    presenter.lock()
    assert flows.requests == []


def test_an_answer_of_another_kind_is_our_mistake() -> None:
    presenter = Flows().presenter()
    presenter.getting_in.by_passphrase("words")
    with pytest.raises(TypeError, match="VaultOpened"):
        presenter.answer(Done())
