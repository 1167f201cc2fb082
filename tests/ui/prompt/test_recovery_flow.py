"""A recovery code on its way to paper, the first one with the question behind it, and the drill."""

from __future__ import annotations

import pytest

from tests.ui.prompt.scene import BY_PASSPHRASE, CODE, PERSONAL, PLACE, Flows, screen_of
from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import VaultNews, VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import RecoveryCodeMistypedError, RecoveryCodeOfAnotherError, StorageFullError
from trustjournal.ui.prompt.flow.recovery_code import GROUPS_TYPED_BACK, is_slip, two_groups
from trustjournal.ui.prompt.presenter import PromptPresenter
from trustjournal.ui.prompt.requests import (
    CodeMade,
    CreateRequest,
    Done,
    EnterRequest,
    GiveUpRequest,
    KeepCodeRequest,
    MakeCodeRequest,
    TryCodeRequest,
)
from trustjournal.ui.prompt.state import Screen, Spot, Trouble

GROUPS = CODE.split("-")


def made(flows: Flows) -> PromptPresenter:
    """A journal was just made."""
    flows.ways_in = (BY_PASSPHRASE,)
    presenter = flows.presenter(VaultTask.MAKE_ANOTHER)
    presenter.making.make("New", "words", "words")
    presenter.answer(flows.vault())
    return presenter


def test_making_a_journal_is_three_screens() -> None:
    flows = Flows()
    presenter = made(flows)
    presenter.answer(CodeMade(CODE))
    assert screen_of(presenter) is Screen.CODE
    presenter.code.wrote_it_down()
    assert screen_of(presenter) is Screen.CODE_CHECK
    presenter.code.check([GROUPS[2], GROUPS[6]])
    presenter.answer(Done())
    assert screen_of(presenter) is Screen.CODE_KEPT
    presenter.code.go_on()
    assert screen_of(presenter) is Screen.QUESTION
    presenter.answer_question(OthersMaySee.MAYBE)
    assert flows.requests == [
        CreateRequest(PLACE / "New", "words"),
        MakeCodeRequest(),
        KeepCodeRequest(CODE),
        EnterRequest(VaultNews.CREATED, OthersMaySee.MAYBE),
    ]


def test_a_first_code_can_be_put_off_and_then_opens_nothing() -> None:
    flows = Flows()
    presenter = made(flows)
    presenter.answer(CodeMade(CODE))
    presenter.code.later()
    assert screen_of(presenter) is Screen.QUESTION
    assert presenter.state.code is None
    presenter.answer_question(OthersMaySee.NO)
    assert not any(isinstance(request, KeepCodeRequest) for request in flows.requests)
    assert flows.requests[-1] == EnterRequest(VaultNews.CREATED, OthersMaySee.NO)


def test_a_new_journal_without_a_code_is_a_journal_all_the_same() -> None:
    presenter = made(Flows())
    presenter.refuse(StorageFullError())
    assert screen_of(presenter) is Screen.QUESTION


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (["XXXX", GROUPS[6]], {2}),
        ([GROUPS[2], "XXXX"], {6}),
        (["", ""], {2, 6}),
        ([GROUPS[6], GROUPS[2]], {2, 6}),
    ],
)
def test_a_group_that_is_not_right_is_named_and_the_code_opens_nothing_yet(typed: list[str], wrong: set[int]) -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.code.wrote_it_down()
    presenter.code.check(typed)
    assert presenter.state.code is not None
    assert presenter.state.code.wrong == wrong
    assert flows.requests == []


def test_groups_may_be_typed_in_any_form() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.code.wrote_it_down()
    presenter.code.check([" ig6g ", "2rxm"])  # an i for the 1
    assert flows.requests == [KeepCodeRequest(CODE)]


def test_the_old_code_is_said_to_work_until_the_new_one_is_kept() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    assert presenter.state.code is not None
    assert presenter.state.code.replaces
    flows = Flows(ways_in=(BY_PASSPHRASE,))
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    assert presenter.state.code is not None
    assert not presenter.state.code.replaces


def test_a_kept_code_is_told_to_the_session_and_one_put_off_is_not() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.code.wrote_it_down()
    presenter.code.check([GROUPS[2], GROUPS[6]])
    presenter.answer(Done())
    presenter.code.go_on()
    assert flows.requests[-1] == EnterRequest(VaultNews.RECOVERY_CODE_MADE)
    flows = Flows()
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.code.later()
    assert flows.requests == [EnterRequest()]


def test_a_code_that_could_not_be_kept_says_why_beside_the_check() -> None:
    presenter = Flows().opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.code.wrote_it_down()
    presenter.code.check([GROUPS[2], GROUPS[6]])
    error = StorageFullError()
    presenter.refuse(error)
    assert screen_of(presenter) is Screen.CODE_CHECK
    assert presenter.state.trouble == Trouble(Spot.ACTION, error)


def test_back_from_the_check_shows_the_code_once_more_and_back_from_there_locks() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.code.wrote_it_down()
    flows.requests.clear()
    presenter.go_back()
    assert screen_of(presenter) is Screen.CODE
    assert flows.requests == []
    presenter.go_back()
    assert screen_of(presenter) is Screen.LOCKING
    assert flows.requests == [GiveUpRequest()]


def test_locking_takes_the_code_off_the_state() -> None:
    presenter = Flows().opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.lock()
    assert presenter.state.code is None


def test_no_code_shows_in_the_words_for_developers() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.MAKE_RECOVERY_CODE)
    presenter.answer(CodeMade(CODE))
    presenter.passphrases.make_one_up()
    flows.tasks.all()
    assert CODE not in repr(presenter.state)
    assert "six words" not in repr(presenter.state)
    presenter.code.wrote_it_down()
    presenter.code.check([GROUPS[2], GROUPS[6]])
    assert CODE not in repr(flows.requests)


# The drill ----------------------------------------------------------------------------------------


def test_a_code_that_works_is_told_to_the_session() -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.TRY_RECOVERY_CODE)
    presenter.code.try_it(CODE)
    presenter.answer(Done())
    assert screen_of(presenter) is Screen.CODE_WORKS
    presenter.code.it_works()
    assert flows.requests == [TryCodeRequest(CODE), EnterRequest(VaultNews.RECOVERY_CODE_WORKS)]


def test_opening_by_the_code_is_the_drill_already() -> None:
    flows = Flows()
    presenter = flows.presenter(VaultTask.TRY_RECOVERY_CODE)
    presenter.getting_in.start_recovering()
    presenter.getting_in.by_code(CODE)
    presenter.answer(flows.vault(WayInKind.RECOVERY))
    assert screen_of(presenter) is Screen.CODE_WORKS


@pytest.mark.parametrize("error", [RecoveryCodeMistypedError(), RecoveryCodeOfAnotherError()])
def test_a_drill_that_went_amiss_offers_a_new_code(error: Exception) -> None:
    flows = Flows()
    presenter = flows.opened(VaultTask.TRY_RECOVERY_CODE)
    presenter.code.try_it(CODE)
    presenter.refuse(error)
    assert presenter.state.trouble == Trouble(Spot.CODE, error)
    presenter.code.make_instead()
    assert flows.requests[-1] == MakeCodeRequest()


# Pieces -------------------------------------------------------------------------------------------


def test_the_groups_to_type_back_are_two_different_ones_in_order_and_not_always_the_same() -> None:
    seen = {two_groups() for _ in range(100)}
    assert len(seen) > 10
    for groups in seen:
        assert len(set(groups)) == GROUPS_TYPED_BACK
        assert list(groups) == sorted(groups)
        assert set(groups) <= set(range(8))


def test_a_slip_is_told_only_of_a_whole_code() -> None:
    whole = CODE.replace("-", "")
    assert not is_slip(whole)
    assert not is_slip(whole[:-1])
    assert is_slip(whole[:-1] + "X")
    assert is_slip(whole + "0")
    assert is_slip("U" * 32)


def test_the_folder_of_a_new_journal_is_the_journal_from_then_on() -> None:
    assert made(Flows()).state.folder == PERSONAL
