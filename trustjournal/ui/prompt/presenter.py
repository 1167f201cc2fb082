"""Decides what the prompt shows. Plain Python: it knows no widget and no key."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.errors import (
    JournalExistsError,
    NotADirectoryForJournalError,
    StorageFullError,
    StorageReadOnlyError,
    WorldError,
)
from trustjournal.ui.prompt.state import (
    CreateRequest,
    Need,
    PromptState,
    Screen,
    Spot,
    Trouble,
    UnlockRequest,
)

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength
    from trustjournal.ui.kit.tasks import Tasks

LONGEST_FOLDER_NAME = 80
"""Characters; file systems take 255 bytes, and a character can be four of them."""

_NOT_IN_FOLDER_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_NAMES_OF_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_PLACE_ERRORS = (NotADirectoryForJournalError, StorageReadOnlyError, StorageFullError)


class PromptPresenter:
    """Holds the prompt's state; each method is something a person or the program did.

    `look_at` says, without a key, what stands in the way of opening a folder's journal.
    `look_at`, `estimate` and `propose` may take long or import much: they are called inside `tasks` only.
    """

    def __init__(
        self,
        *,
        journals: Sequence[Path],
        place: Path,
        look_at: Callable[[Path], WorldError | None],
        estimate: Callable[[str, Sequence[str]], Strength],
        propose: Callable[[], str],
        tasks: Tasks,
        show: Callable[[PromptState], None],
        unlock: Callable[[UnlockRequest], None],
        create: Callable[[CreateRequest], None],
    ) -> None:
        self._look_at = look_at
        self._estimate = estimate
        self._propose = propose
        self._tasks = tasks
        self._show = show
        self._unlock = unlock
        self._create = create
        self._to_estimate: tuple[str, str] | None = None
        self._is_estimating = False
        self._typed = 0
        known = tuple(journals)
        self._state = PromptState(
            screen=Screen.UNLOCK if known else Screen.CREATE,
            folder=known[0] if known else None,
            journals=known,
            place=place,
            is_first_run=not known,
        )

    @property
    def state(self) -> PromptState:
        """What is shown now."""
        return self._state

    def start(self) -> None:
        """The first frame is on screen: find out whether the journal is there before somebody types a passphrase."""
        if self._state.folder is not None:
            self._look(self._state.folder)

    # Unlocking ------------------------------------------------------------------------------------

    def choose_journal(self, folder: Path) -> None:
        """Another journal is to be unlocked: a known one, or a folder just picked."""
        if self._is_busy:
            return
        self._set(replace(self._state, screen=Screen.UNLOCK, folder=folder, trouble=None, proposal=None))
        self._look(folder)

    def ask_to_unlock(self, passphrase: str) -> None:
        """Somebody pressed Unlock."""
        folder = self._state.folder
        if self._is_busy or folder is None:
            return
        if not passphrase:
            self._set(replace(self._state, trouble=Trouble(Spot.PASSPHRASE, Need.PASSPHRASE)))
            return
        self._set(replace(self._state, is_working=True, trouble=None))
        self._unlock(UnlockRequest(folder, passphrase))

    # Making ---------------------------------------------------------------------------------------

    def start_creating(self) -> None:
        """Somebody wishes to make a journal."""
        if not self._is_busy:
            self._set(replace(self._state, screen=Screen.CREATE, trouble=None, proposal=None, strength=None))

    def go_back(self) -> None:
        """Back from making a journal to unlocking one."""
        if self._state.folder is not None and not self._is_busy:
            self._set(replace(self._state, screen=Screen.UNLOCK, trouble=None, proposal=None, strength=None))

    def choose_place(self, place: Path) -> None:
        """The folder in which the new journal's folder will be made."""
        if not self._is_busy:
            self._set(replace(self._state, place=place, trouble=None))

    def type_passphrase(self, passphrase: str, name: str) -> None:
        """The new passphrase changed: estimate it. `name` is a word an attacker would try first."""
        self._to_estimate = (passphrase, name) if passphrase else None
        self._typed += 1
        if not passphrase:
            self._set(replace(self._state, strength=None))
        self._estimate_next()

    def make_one_up(self) -> None:
        """Propose a passphrase of random words."""
        self._tasks.run(self._propose, owner=self, done=lambda words: self._set(replace(self._state, proposal=words)))

    def put_proposal_away(self) -> None:
        """The proposed passphrase was taken or is not wanted."""
        self._set(replace(self._state, proposal=None))

    def ask_to_create(self, name: str, passphrase: str, again: str) -> None:
        """Somebody pressed Create."""
        if self._is_busy:
            return
        folder_name = folder_name_of(name)
        trouble = None
        if not folder_name:
            trouble = Trouble(Spot.NAME, Need.NAME)
        elif not passphrase:
            trouble = Trouble(Spot.PASSPHRASE, Need.PASSPHRASE)
        elif passphrase != again:
            trouble = Trouble(Spot.AGAIN, Need.SAME_TWICE)
        self._set(replace(self._state, trouble=trouble, is_working=trouble is None))
        if trouble is None:
            self._create(CreateRequest(self._state.place / folder_name, passphrase))

    # What became of it ----------------------------------------------------------------------------

    def refuse(self, error: Exception) -> None:
        """What was asked for could not be done, or what happened before this screen was there."""
        spot = Spot.PASSPHRASE
        if self._state.screen is Screen.CREATE:
            if isinstance(error, JournalExistsError):
                spot = Spot.NAME
            elif isinstance(error, _PLACE_ERRORS):
                spot = Spot.PLACE
        trouble = Trouble(spot, error, is_there_first=not self._is_busy)
        self._set(replace(self._state, is_working=False, is_done=False, trouble=trouble))

    def opened(self) -> None:
        """The journal is open: stay as it is until the session's window is there."""
        self._set(replace(self._state, is_working=True, is_done=True, trouble=None, proposal=None))

    def clear_trouble(self) -> None:
        """Something was typed or changed where the trouble was; what that has not caused, it does not take away."""
        if self._state.trouble is not None and not self._state.trouble.is_there_first:
            self._set(replace(self._state, trouble=None))

    # ----------------------------------------------------------------------------------------------

    @property
    def _is_busy(self) -> bool:
        return self._state.is_working

    def _set(self, state: PromptState) -> None:
        self._state = state
        self._show(state)

    def _look(self, folder: Path) -> None:
        def looked(obstacle: WorldError | None) -> None:
            is_still_asked = self._state.folder == folder and self._state.screen is Screen.UNLOCK
            if obstacle is not None and is_still_asked and not self._is_busy:
                self._set(replace(self._state, trouble=Trouble(Spot.PASSPHRASE, obstacle, is_there_first=True)))

        self._tasks.run(lambda: self._look_at(folder), owner=self, done=looked)

    def _estimate_next(self) -> None:
        """Estimate the newest text only; what was typed before an estimate came back is not asked about any more."""
        if self._is_estimating or self._to_estimate is None:
            return
        (passphrase, name), self._to_estimate = self._to_estimate, None
        self._is_estimating, typed = True, self._typed

        def estimated(strength: Strength) -> None:
            self._is_estimating = False
            if typed == self._typed:
                self._set(replace(self._state, strength=strength))
            self._estimate_next()

        self._tasks.run(lambda: self._estimate(passphrase, (name,)), owner=self, done=estimated)


def folder_name_of(name: str) -> str:
    """The folder's name for a journal's name: the same, without what some file system does not take; may be empty."""
    folder_name = _NOT_IN_FOLDER_NAMES.sub(" ", name)
    folder_name = " ".join(folder_name.split())[:LONGEST_FOLDER_NAME].strip(" .")
    return "" if _NAMES_OF_DEVICES.fullmatch(folder_name) else folder_name
