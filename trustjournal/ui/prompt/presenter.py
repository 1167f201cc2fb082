"""Decides what the prompt shows. Plain Python: it knows no widget and no key. Each flow decides its own screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.domain.settings import OthersMaySee
from trustjournal.domain.vault_task import TaskOrder, VaultNews, VaultTask
from trustjournal.ui.prompt.flow.folders import Folders
from trustjournal.ui.prompt.flow.getting_in import GettingIn, opened_by_code
from trustjournal.ui.prompt.flow.making import Making
from trustjournal.ui.prompt.flow.new_passphrase import NewPassphrase
from trustjournal.ui.prompt.flow.passphrases import Passphrases
from trustjournal.ui.prompt.flow.recovery_code import RecoveryCode, two_groups
from trustjournal.ui.prompt.flow.stage import Stage
from trustjournal.ui.prompt.flow.ways_in import WaysIn
from trustjournal.ui.prompt.requests import Answer, Request, VaultOpened
from trustjournal.ui.prompt.state import CodeReason, PromptState, Screen

if TYPE_CHECKING:
    from trustjournal.ui.kit.tasks import Tasks
    from trustjournal.ui.prompt.enquiries import Enquiries

_STARTS_AT = {VaultTask.MOVE: Screen.MOVE, VaultTask.MAKE_ANOTHER: Screen.CREATE}


class PromptPresenter:
    """Leads from one flow to the next; `refuse`, `answer` and `opened` come from the process that owns the keys."""

    def __init__(
        self,
        *,
        journals: Sequence[Path],
        place: Path,
        order: TaskOrder | None,
        trusted_ways: frozenset[str],
        enquiries: Enquiries,
        tasks: Tasks,
        show: Callable[[PromptState], None],
        send: Callable[[Request], None],
        pick: Callable[[], tuple[int, ...]] = two_groups,
    ) -> None:
        stage = self._stage = Stage(first_state(tuple(journals), place, order), show=show, send=send)
        self.passphrases = Passphrases(stage, enquiries, tasks)
        self.getting_in = GettingIn(stage, enquiries, tasks, trusted_ways, self._on_opened)
        self.making = Making(stage, self._on_made)
        self.code = RecoveryCode(stage, pick, self._ask_the_question)
        self.new_passphrase = NewPassphrase(stage, self.code)
        self.ways_in = WaysIn(stage, enquiries, tasks)
        self.folders = Folders(stage, self.getting_in.choose_journal)

    @property
    def state(self) -> PromptState:
        """What is shown now."""
        return self._stage.state

    def start(self) -> None:
        """The first frame is on screen: look at the journal."""
        self.getting_in.look()

    # What became of a request ---------------------------------------------------------------------

    def refuse(self, error: Exception) -> None:
        """What was asked for could not be done, or what happened before this screen was there."""
        self._stage.refuse(error)

    def answer(self, answer: Answer) -> None:
        """What was asked for is done, or so far."""
        self._stage.answer(answer)

    def opened(self) -> None:
        """The journal is open: stay as it is until the session's window is there."""
        self._stage.set(replace(self.state, is_working=True, is_done=True, trouble=None, proposal=None))

    # What a person did on any screen --------------------------------------------------------------

    def clear_trouble(self) -> None:
        """Something was typed or changed where the trouble was; what that has not caused, it does not take away."""
        trouble = self.state.trouble
        if trouble is not None and not trouble.is_there_first:
            self._stage.set(replace(self.state, trouble=None))

    def go_back(self) -> None:
        """Escape or Back: from an open journal to a locked one, from another screen to the one that unlocks."""
        state = self.state
        if state.screen is Screen.LOCKING:
            return
        if state.screen is Screen.PROGRESS:
            self.new_passphrase.cancel()
        elif state.screen is Screen.SET_ASIDE:
            self.folders.put_back()
        elif state.screen is Screen.CODE_CHECK:
            self.code.show_again()
        elif state.vault is not None:
            self.lock()
        elif state.folder is not None and not state.is_working and state.screen is not Screen.UNLOCK:
            was_for_it = state.screen in (Screen.RECOVER, Screen.HELP)  # the order still stands
            self._stage.set(replace(state, order=state.order if was_for_it else None))
            self._stage.go(Screen.UNLOCK)

    def ask_for_help(self) -> None:
        """From the unlock screen to the one that helps; what was typed is forgotten."""
        if self.state.screen is Screen.UNLOCK and self.state.vault is None and not self._stage.is_busy:
            self._stage.go(Screen.HELP)

    def lock(self) -> None:
        """Forget the keys of an open journal, and stop what is under way if it can be stopped."""
        self.new_passphrase.cancel()
        self.lock_in_time()

    def lock_in_time(self) -> None:
        """Forget the keys of an open journal, as soon as what is under way is over."""
        if self.state.vault is not None and not self.state.is_done:
            self._stage.give_up()

    def not_now(self) -> None:
        """Into the journal, without what was ordered."""
        if self.state.vault is not None and not self._stage.is_busy:
            self._stage.enter()

    def answer_question(self, answer: OthersMaySee) -> None:
        """Whether others may see this computer; then everything about the new journal is done."""
        if not self._stage.is_busy:
            self._stage.enter(VaultNews.CREATED, answer)

    # Where to go next -----------------------------------------------------------------------------

    def _on_made(self, vault: VaultOpened) -> None:
        self._stage.set(replace(self.state, vault=vault))
        self.code.make(CodeReason.NEW_JOURNAL)

    def _ask_the_question(self) -> None:
        self._stage.go(Screen.QUESTION)

    def _on_opened(self, vault: VaultOpened) -> None:
        self._stage.set(replace(self.state, vault=vault))
        order = self.state.order
        task = order.task if order is not None else None
        if task is VaultTask.CHANGE_PASSPHRASE:
            self._stage.go(Screen.NEW_PASSPHRASE)
        elif task is VaultTask.MAKE_RECOVERY_CODE:
            self.code.make(CodeReason.ASKED_FOR)
        elif task is VaultTask.TRY_RECOVERY_CODE:
            self._stage.go(Screen.CODE_WORKS if opened_by_code(vault) else Screen.TRY_CODE)
        elif task is VaultTask.TRUST_THIS_COMPUTER:
            self.ways_in.offer_trust()
        elif task is VaultTask.REMOVE_WAY_IN and order is not None:
            self.ways_in.offer_removal(order.detail)
        elif task is VaultTask.RE_ENCRYPT:
            self._stage.go(Screen.RE_ENCRYPT)
        elif task is VaultTask.DELETE:
            self._stage.go(Screen.DELETE)
        elif opened_by_code(vault):
            self._stage.go(Screen.NEW_PASSPHRASE)
        else:
            self._stage.enter()


def first_state(journals: tuple[Path, ...], place: Path, order: TaskOrder | None) -> PromptState:
    """What is shown first."""
    if not journals:
        return PromptState(Screen.CREATE, None, journals, place)
    screen = _STARTS_AT.get(order.task, Screen.UNLOCK) if order is not None else Screen.UNLOCK
    offers_others = order is not None and order.task is VaultTask.OPEN_ANOTHER
    return PromptState(screen, journals[0], journals, place, order=order, offers_others=offers_others)
