"""Making a journal: its name, its place, its passphrase."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from trustjournal.errors import (
    JournalExistsError,
    NotADirectoryForJournalError,
    StorageFullError,
    StorageReadOnlyError,
)
from trustjournal.ui.prompt.flow.passphrases import passphrase_trouble
from trustjournal.ui.prompt.requests import CreateRequest, VaultOpened
from trustjournal.ui.prompt.state import Need, Screen, Spot, Trouble

if TYPE_CHECKING:
    from trustjournal.ui.prompt.flow.stage import Stage

LONGEST_FOLDER_NAME = 80
"""Characters; file systems take 255 bytes, and a character can be four of them."""

_NOT_IN_FOLDER_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_NAMES_OF_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_PLACE_ERRORS = (NotADirectoryForJournalError, StorageReadOnlyError, StorageFullError)


class Making:
    """The screen that makes a journal. `made` is told of the new vault, which is open."""

    def __init__(self, stage: Stage, made: Callable[[VaultOpened], None]) -> None:
        self._stage = stage
        self._made = made

    def start(self) -> None:
        """Somebody wishes to make a journal; what was ordered was not for it."""
        if not self._stage.is_busy:
            self._stage.set(replace(self._stage.state, order=None, offers_others=False))
            self._stage.go(Screen.CREATE)

    def choose_place(self, place: Path) -> None:
        """The folder in which the new journal's folder will be made."""
        if not self._stage.is_busy:
            self._stage.set(replace(self._stage.state, place=place, trouble=None))

    def make(self, name: str, passphrase: str, again: str) -> None:
        """Somebody pressed the button."""
        if self._stage.is_busy:
            return
        folder_name = folder_name_of(name)
        trouble = passphrase_trouble(passphrase, again) if folder_name else Trouble(Spot.NAME, Need.NAME)
        if trouble is not None:
            self._stage.say(trouble)
            return
        request = CreateRequest(self._stage.state.place / folder_name, passphrase)
        self._stage.ask(request, VaultOpened, self._on_made, spot=_spot)

    def _on_made(self, vault: VaultOpened) -> None:
        self._stage.set(replace(self._stage.state, folder=vault.folder))
        self._made(vault)


def folder_name_of(name: str) -> str:
    """The folder's name for a journal's name: the same, without what some file system does not take; may be empty."""
    folder_name = _NOT_IN_FOLDER_NAMES.sub(" ", name)
    folder_name = " ".join(folder_name.split())[:LONGEST_FOLDER_NAME].strip(" .")
    return "" if _NAMES_OF_DEVICES.fullmatch(folder_name) else folder_name


def _spot(error: Exception) -> Spot:
    if isinstance(error, JournalExistsError):
        return Spot.NAME
    return Spot.PLACE if isinstance(error, _PLACE_ERRORS) else Spot.PASSPHRASE
