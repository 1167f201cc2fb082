"""Moving and deleting a journal as a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.domain.vault_task import VaultNews
from trustjournal.errors import (
    JournalExistsError,
    NotADirectoryForJournalError,
    StorageFullError,
    StorageReadOnlyError,
)
from trustjournal.ui.prompt.requests import (
    DeleteForGoodRequest,
    DeleteRequest,
    Done,
    Moved,
    MoveRequest,
    PutBackRequest,
)
from trustjournal.ui.prompt.state import Screen, Spot, Trouble

if TYPE_CHECKING:
    from trustjournal.ui.prompt.flow.stage import Stage

_PLACE_ERRORS = (JournalExistsError, NotADirectoryForJournalError, StorageReadOnlyError, StorageFullError)


class Folders:
    """The screens that move and delete. `moved` is told where a journal is now."""

    def __init__(self, stage: Stage, moved: Callable[[Path], None]) -> None:
        self._stage = stage
        self._moved = moved

    # Moving ---------------------------------------------------------------------------------------

    def choose_destination(self, place: Path) -> None:
        """The folder in which the journal's folder will be from now on."""
        folder = self._stage.state.folder
        if folder is not None and not self._stage.is_busy:
            self._stage.set(replace(self._stage.state, destination=place / folder.name, trouble=None))

    def move(self) -> None:
        """Move it."""
        state = self._stage.state
        if self._stage.is_busy or state.folder is None or state.destination is None:
            return
        self._stage.go(Screen.PROGRESS)
        request = MoveRequest(state.folder, state.destination)
        self._stage.ask(request, Moved, self._on_moved, refused=self._on_not_moved)

    def _on_moved(self, moved: Moved) -> None:
        state = self._stage.state
        journals = tuple(moved.folder if folder == state.folder else folder for folder in state.journals)
        self._stage.set(replace(state, journals=journals, news=VaultNews.MOVED))
        self._moved(moved.folder)

    def _on_not_moved(self, error: Exception) -> None:
        self._stage.go(Screen.MOVE)
        spot = Spot.PLACE if isinstance(error, _PLACE_ERRORS) else Spot.ACTION
        self._stage.say(Trouble(spot, error))

    # Deleting -------------------------------------------------------------------------------------

    def set_aside(self) -> None:
        """Somebody pressed Delete: it can still be put back."""
        if not self._stage.is_busy:
            self._stage.ask(DeleteRequest(), Done, lambda _done: self._stage.go(Screen.SET_ASIDE))

    def put_back(self) -> None:
        """It is a journal again, and locked."""
        if not self._stage.is_busy:
            self._stage.ask(PutBackRequest(), Done, lambda _done: self._stage.give_up())

    def delete_for_good(self) -> None:
        """It is gone."""
        if not self._stage.is_busy:
            self._stage.ask(DeleteForGoodRequest(), Done, lambda _done: self._stage.go(Screen.DELETED))

    def go_on(self) -> None:
        """It was read that it is gone."""
        if not self._stage.is_busy:
            self._stage.give_up()
