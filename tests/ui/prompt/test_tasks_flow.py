"""Trusting this computer, closing a way in, encrypting anew, moving and deleting."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.prompt.scene import BY_COMPUTER, BY_PASSPHRASE, CODE, OLD, PERSONAL, Flows, screen_of
from trustjournal.domain.vault_task import VaultNews, VaultTask
from trustjournal.errors import (
    CancelledError,
    JournalExistsError,
    KeychainMissingError,
    KeychainRefusedError,
    LastWayInError,
    StorageFailedError,
    StorageFullError,
)
from trustjournal.ui.prompt.requests import (
    CancelRequest,
    CodeMade,
    DeleteForGoodRequest,
    DeleteRequest,
    Done,
    EnterRequest,
    GiveUpRequest,
    MakeCodeRequest,
    Moved,
    MoveRequest,
    Progress,
    PutBackRequest,
    ReEncryptRequest,
    RemoveWayInRequest,
    TrustComputerRequest,
)
from trustjournal.ui.prompt.state import Need, Screen, Spot, Trouble

# Ways in ------------------------------------------------------------------------------------------


def test_this_computer_is_trusted_when_that_is_wished() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.TRUST_THIS_COMPUTER)
    assert screen_of(presenter) is Screen.TRUST
    presenter.ways_in.trust()
    presenter.answer(Done())
    assert flows.requests == [TrustComputerRequest(), EnterRequest(VaultNews.COMPUTER_TRUSTED)]


def test_a_computer_without_a_keyring_says_so_before_anything_is_pressed() -> None:
    flows = Flows(can_trust=False)
    presenter = flows.opened(VaultTask.TRUST_THIS_COMPUTER)
    assert presenter.state.trouble is not None
    assert isinstance(presenter.state.trouble.reason, KeychainMissingError)
    presenter.ways_in.trust()
    assert flows.requests == []


def test_a_keyring_that_will_not_leaves_the_choice_open() -> None:
    presenter = Flows().opened(VaultTask.TRUST_THIS_COMPUTER)
    presenter.ways_in.trust()
    error = KeychainRefusedError()
    presenter.refuse(error)
    assert screen_of(presenter) is Screen.TRUST
    assert presenter.state.trouble == Trouble(Spot.ACTION, error)


def test_the_way_in_that_was_ordered_is_closed_and_no_other() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.REMOVE_WAY_IN, BY_COMPUTER.id)
    assert presenter.state.way == BY_COMPUTER
    presenter.ways_in.remove()
    presenter.answer(Done())
    assert flows.requests == [RemoveWayInRequest(BY_COMPUTER.id), EnterRequest(VaultNews.WAY_IN_REMOVED)]


def test_the_last_way_in_stays() -> None:
    presenter = Flows().opened(VaultTask.REMOVE_WAY_IN, BY_PASSPHRASE.id)
    presenter.ways_in.remove()
    error = LastWayInError()
    presenter.refuse(error)
    assert presenter.state.trouble == Trouble(Spot.ACTION, error)


def test_a_way_in_that_is_closed_already_is_asked_about_no_more() -> None:
    flows = Flows()
    presenter = flows.presenter(VaultTask.REMOVE_WAY_IN, "eeeeeeee")
    presenter.getting_in.by_passphrase("words")
    presenter.answer(flows.vault())
    assert flows.requests[-1] == EnterRequest(VaultNews.WAY_IN_REMOVED)


# Encrypting anew ----------------------------------------------------------------------------------


def test_everything_is_encrypted_anew_and_a_new_code_follows_the_old() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.RE_ENCRYPT)
    presenter.new_passphrase.re_encrypt("words", "words")
    presenter.answer(Progress(0.5))
    assert (presenter.state.screen, presenter.state.progress) == (Screen.PROGRESS, 0.5)
    presenter.answer(Done())
    presenter.answer(CodeMade(CODE))
    assert screen_of(presenter) is Screen.CODE
    presenter.code.later()
    assert flows.requests == [ReEncryptRequest("words"), MakeCodeRequest(), EnterRequest(VaultNews.RE_ENCRYPTED)]


def test_without_a_code_before_none_is_made_after() -> None:
    flows = Flows(ways_in=(BY_PASSPHRASE,))
    presenter = flows.opened(VaultTask.RE_ENCRYPT)
    presenter.new_passphrase.re_encrypt("words", "words")
    presenter.answer(Done())
    assert flows.requests == [ReEncryptRequest("words"), EnterRequest(VaultNews.RE_ENCRYPTED)]


def test_encrypting_anew_wants_the_passphrase_the_same_twice() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.RE_ENCRYPT)
    presenter.new_passphrase.re_encrypt("words", "word")
    assert presenter.state.trouble == Trouble(Spot.AGAIN, Need.SAME_TWICE)
    assert flows.requests == []


@pytest.mark.parametrize("stop", ["cancel", "go_back"])
def test_encrypting_anew_can_be_stopped_once(stop: str) -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.RE_ENCRYPT)
    presenter.new_passphrase.re_encrypt("words", "words")
    for _ in range(2):
        if stop == "cancel":
            presenter.new_passphrase.cancel()
        else:
            presenter.go_back()
    assert flows.requests == [ReEncryptRequest("words"), CancelRequest()]
    assert presenter.state.is_cancelling
    error = CancelledError()
    presenter.refuse(error)
    assert screen_of(presenter) is Screen.RE_ENCRYPT
    assert presenter.state.trouble == Trouble(Spot.ACTION, error)
    assert not presenter.state.is_cancelling


@pytest.mark.parametrize("answer", [True, False])
def test_locking_amid_encrypting_stops_it_and_locks_in_either_case(answer: bool) -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.RE_ENCRYPT)
    presenter.new_passphrase.re_encrypt("words", "words")
    presenter.lock()
    assert flows.requests == [ReEncryptRequest("words"), CancelRequest()]
    if answer:
        presenter.answer(Done())
    else:
        presenter.refuse(CancelledError())
    assert flows.requests[2:] == [GiveUpRequest()]


def test_nobody_being_there_does_not_stop_it_but_locks_afterwards() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.RE_ENCRYPT)
    presenter.new_passphrase.re_encrypt("words", "words")
    presenter.lock_in_time()
    presenter.answer(Progress(0.9))
    presenter.answer(Done())
    assert flows.requests == [ReEncryptRequest("words"), GiveUpRequest()]


# Moving -------------------------------------------------------------------------------------------


def test_a_journal_is_moved_without_a_passphrase_and_unlocked_there() -> None:
    flows = Flows()
    presenter = flows.presenter(VaultTask.MOVE)
    assert screen_of(presenter) is Screen.MOVE
    presenter.folders.move()
    assert flows.requests == []
    presenter.folders.choose_destination(Path("/usb"))
    presenter.folders.move()
    assert flows.requests == [MoveRequest(PERSONAL, Path("/usb/Personal"))]
    presenter.answer(Moved(Path("/usb/Personal")))
    state = presenter.state
    assert (state.screen, state.folder) == (Screen.UNLOCK, Path("/usb/Personal"))
    assert state.journals == (Path("/usb/Personal"), OLD)
    presenter.getting_in.by_passphrase("words")
    presenter.answer(flows.vault())
    assert flows.requests[-1] == EnterRequest(VaultNews.MOVED)


@pytest.mark.parametrize(
    ("error", "spot"),
    [(JournalExistsError(), Spot.PLACE), (StorageFullError(), Spot.PLACE), (StorageFailedError(), Spot.ACTION)],
)
def test_a_journal_that_could_not_be_moved_says_why_where_the_place_is_chosen(error: Exception, spot: Spot) -> None:
    presenter = Flows().presenter(VaultTask.MOVE)
    presenter.folders.choose_destination(Path("/usb"))
    presenter.folders.move()
    presenter.refuse(error)
    assert screen_of(presenter) is Screen.MOVE
    assert presenter.state.trouble == Trouble(spot, error)


def test_escape_does_not_stop_a_move_halfway() -> None:
    flows = Flows()
    presenter = flows.presenter(VaultTask.MOVE)
    presenter.folders.choose_destination(Path("/usb"))
    presenter.folders.move()
    flows.requests.clear()
    presenter.go_back()
    presenter.lock()
    assert flows.requests == []
    assert screen_of(presenter) is Screen.PROGRESS


# Deleting -----------------------------------------------------------------------------------------


def test_deleting_is_setting_aside_first() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.DELETE)
    assert screen_of(presenter) is Screen.DELETE
    presenter.folders.set_aside()
    presenter.answer(Done())
    assert screen_of(presenter) is Screen.SET_ASIDE
    presenter.folders.delete_for_good()
    presenter.answer(Done())
    assert screen_of(presenter) is Screen.DELETED
    presenter.folders.go_on()
    assert flows.requests == [DeleteRequest(), DeleteForGoodRequest(), GiveUpRequest()]


@pytest.mark.parametrize("by_escape", [True, False])
def test_what_is_set_aside_can_be_put_back_and_is_locked_then(by_escape: bool) -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.DELETE)
    presenter.folders.set_aside()
    presenter.answer(Done())
    if by_escape:
        presenter.go_back()
    else:
        presenter.folders.put_back()
    presenter.answer(Done())
    assert flows.requests == [DeleteRequest(), PutBackRequest(), GiveUpRequest()]
