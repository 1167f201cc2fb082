"""Letting this computer open a journal, and closing a way in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trustjournal.domain.vault_task import VaultNews
from trustjournal.errors import KeychainMissingError
from trustjournal.ui.prompt.requests import Done, RemoveWayInRequest, TrustComputerRequest
from trustjournal.ui.prompt.state import Screen, Spot, Trouble

if TYPE_CHECKING:
    from trustjournal.ui.kit.tasks import Tasks
    from trustjournal.ui.prompt.enquiries import Enquiries
    from trustjournal.ui.prompt.flow.stage import Stage


class WaysIn:
    """The screens that make and close ways in other than the recovery code."""

    def __init__(self, stage: Stage, enquiries: Enquiries, tasks: Tasks) -> None:
        self._stage = stage
        self._enquiries = enquiries
        self._tasks = tasks

    def offer_trust(self) -> None:
        """Say what it means, and whether this computer can."""
        self._stage.set(replace(self._stage.state, can_trust=None))
        self._stage.go(Screen.TRUST)
        self._tasks.run(self._enquiries.can_trust_computer, owner=self, done=self._on_known)

    def _on_known(self, can: bool) -> None:
        state = replace(self._stage.state, can_trust=can)
        if not can and state.screen is Screen.TRUST:
            state = replace(state, trouble=Trouble(Spot.ACTION, KeychainMissingError(), is_there_first=True))
        self._stage.set(state)

    def trust(self) -> None:
        """From now on."""
        if not self._stage.is_busy and self._stage.state.can_trust:
            request = TrustComputerRequest()
            self._stage.ask(request, Done, lambda _done: self._stage.enter(VaultNews.COMPUTER_TRUSTED))

    def offer_removal(self, way_in: str) -> None:
        """Say which way in it is and what it means; one that is closed already needs no words."""
        vault = self._stage.state.vault
        ways = vault.ways_in if vault is not None else ()
        way = next((way for way in ways if way.id == way_in), None)
        if way is None:
            self._stage.enter(VaultNews.WAY_IN_REMOVED)
            return
        self._stage.set(replace(self._stage.state, way=way))
        self._stage.go(Screen.REMOVE)

    def remove(self) -> None:
        """Close it."""
        way = self._stage.state.way
        if way is not None and not self._stage.is_busy:
            request = RemoveWayInRequest(way.id)
            self._stage.ask(request, Done, lambda _done: self._stage.enter(VaultNews.WAY_IN_REMOVED))
