"""Getting into a journal: which one, and by its passphrase, this computer or its recovery code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.domain.vault_task import VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.errors import (
    NoRecoveryCodeError,
    RecoveryCodeMistypedError,
    RecoveryCodeOfAnotherError,
)
from trustjournal.ui.prompt.requests import ComputerRequest, RecoverRequest, UnlockRequest, VaultOpened
from trustjournal.ui.prompt.state import Need, PromptState, Screen, Spot, Trouble

if TYPE_CHECKING:
    from trustjournal.services.vault import Outlook
    from trustjournal.ui.kit.tasks import Tasks
    from trustjournal.ui.prompt.enquiries import Enquiries
    from trustjournal.ui.prompt.flow.stage import Stage


class GettingIn:
    """The unlock screen and the one for the recovery code. `opened` is told of a vault that is open."""

    def __init__(
        self,
        stage: Stage,
        enquiries: Enquiries,
        tasks: Tasks,
        trusted_ways: frozenset[str],
        opened: Callable[[VaultOpened], None],
    ) -> None:
        self._stage = stage
        self._enquiries = enquiries
        self._tasks = tasks
        self._trusted_ways = trusted_ways
        self._opened = opened

    # Which journal --------------------------------------------------------------------------------

    def look(self) -> None:
        """Find out whether the journal is there, and its ways in, before somebody types a passphrase."""
        folder = self._stage.state.folder
        if folder is None:
            return

        def looked(outlook: Outlook) -> None:
            state = self._stage.state
            if state.folder != folder:
                return
            is_trusted = any(way.id in self._trusted_ways for way in outlook.ways_in)
            state = replace(state, outlook=outlook, is_trusted=is_trusted)
            if outlook.obstacle is not None and state.screen is Screen.UNLOCK and not state.is_working:
                state = replace(state, trouble=Trouble(Spot.PASSPHRASE, outlook.obstacle, is_there_first=True))
            self._stage.set(state)

        self._tasks.run(lambda: self._enquiries.outlook_of(folder), owner=self, done=looked)

    def choose_journal(self, folder: Path) -> None:
        """Another journal is to be unlocked, a known one or a folder just picked; what was ordered was not for it."""
        if self._stage.is_busy:
            return
        state = replace(self._stage.state, folder=folder, order=None, outlook=None, is_trusted=False)
        self._stage.set(replace(state, screen=Screen.UNLOCK, trouble=None, proposal=None, offers_others=False))
        self.look()

    def leave_order(self) -> None:
        """Just open the journal."""
        if not self._stage.is_busy:
            self._stage.set(replace(self._stage.state, order=None, screen=Screen.UNLOCK, trouble=None))

    # By what --------------------------------------------------------------------------------------

    def by_passphrase(self, passphrase: str) -> None:
        """Somebody pressed Unlock."""
        folder = self._stage.state.folder
        if self._stage.is_busy or folder is None:
            return
        if not passphrase:
            self._stage.say(Trouble(Spot.PASSPHRASE, Need.PASSPHRASE))
            return
        self._stage.ask(UnlockRequest(folder, passphrase), VaultOpened, self._opened, spot=_at_passphrase)

    def by_computer(self) -> None:
        """Somebody pressed "Unlock with this computer"; whatever the keyring says, the passphrase works."""
        folder = self._stage.state.folder
        if not self._stage.is_busy and folder is not None and offers_computer(self._stage.state):
            self._stage.ask(ComputerRequest(folder), VaultOpened, self._opened, spot=_at_passphrase)

    def start_recovering(self) -> None:
        """Somebody has the recovery code; a journal that has none says so in place."""
        if self._stage.is_busy or not offers_code(self._stage.state):
            return
        if self._stage.state.has_recovery_code:
            self._stage.go(Screen.RECOVER)
        else:
            self._stage.say(Trouble(Spot.PASSPHRASE, NoRecoveryCodeError()))

    def by_code(self, typed: str) -> None:
        """Somebody typed the recovery code."""
        folder = self._stage.state.folder
        if self._stage.is_busy or folder is None:
            return
        if not typed.strip():
            self._stage.say(Trouble(Spot.CODE, Need.CODE))
            return
        self._stage.ask(RecoverRequest(folder, typed), VaultOpened, self._opened, spot=_at_code)


def is_task(task: VaultTask | None) -> bool:
    """Whether the journal is unlocked for this, and not to be read."""
    return task is not None and task not in (VaultTask.MOVE, VaultTask.MAKE_ANOTHER, VaultTask.OPEN_ANOTHER)


def offers_computer(state: PromptState) -> bool:
    """Whether this computer may open it: never for a task, since anyone who is logged in could do it then."""
    return state.is_trusted and not is_task(state.order.task if state.order is not None else None)


def offers_code(state: PromptState) -> bool:
    """Whether the recovery code may open it: encrypting anew is for whoever knows the passphrase."""
    return state.order is None or state.order.task is not VaultTask.RE_ENCRYPT


def opened_by_code(vault: VaultOpened | None) -> bool:
    """Whether the recovery code opened it."""
    return vault is not None and vault.way_in is WayInKind.RECOVERY


def _at_passphrase(_error: Exception) -> Spot:
    return Spot.PASSPHRASE


def _at_code(error: Exception) -> Spot:
    slips = (RecoveryCodeMistypedError, RecoveryCodeOfAnotherError, NoRecoveryCodeError)
    return Spot.CODE if isinstance(error, slips) else Spot.ACTION
