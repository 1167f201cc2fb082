"""A passphrase somebody chooses: how strong it is, one made up for them, and whether it was typed the same twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trustjournal.ui.prompt.state import Need, Spot, Trouble

if TYPE_CHECKING:
    from trustjournal.services.passphrases import Strength
    from trustjournal.ui.kit.tasks import Tasks
    from trustjournal.ui.prompt.enquiries import Enquiries
    from trustjournal.ui.prompt.flow.stage import Stage


class Passphrases:
    """Says what a passphrase that is being typed is worth."""

    def __init__(self, stage: Stage, enquiries: Enquiries, tasks: Tasks) -> None:
        self._stage = stage
        self._enquiries = enquiries
        self._tasks = tasks
        self._to_estimate: tuple[str, str] | None = None
        self._is_estimating = False
        self._typed = 0

    def type_passphrase(self, passphrase: str, name: str) -> None:
        """The new passphrase changed: estimate it. `name` is a word an attacker would try first."""
        self._to_estimate = (passphrase, name) if passphrase else None
        self._typed += 1
        if not passphrase:
            self._stage.set(replace(self._stage.state, strength=None))
        self._estimate_next()

    def make_one_up(self) -> None:
        """Propose a passphrase of random words."""
        self._tasks.run(self._enquiries.propose, owner=self, done=self._on_proposed)

    def put_proposal_away(self) -> None:
        """The proposed passphrase was taken or is not wanted."""
        self._stage.set(replace(self._stage.state, proposal=None))

    def _on_proposed(self, words: str) -> None:
        self._stage.set(replace(self._stage.state, proposal=words))

    def _estimate_next(self) -> None:
        """Estimate the newest text only; what was typed before an estimate came back is not asked about any more."""
        if self._is_estimating or self._to_estimate is None:
            return
        (passphrase, name), self._to_estimate = self._to_estimate, None
        self._is_estimating, typed = True, self._typed

        def estimated(strength: Strength) -> None:
            self._is_estimating = False
            if typed == self._typed:
                self._stage.set(replace(self._stage.state, strength=strength))
            self._estimate_next()

        self._tasks.run(lambda: self._enquiries.estimate(passphrase, (name,)), owner=self, done=estimated)


def passphrase_trouble(passphrase: str, again: str) -> Trouble | None:
    """What a new passphrase still needs."""
    if not passphrase:
        return Trouble(Spot.PASSPHRASE, Need.PASSPHRASE)
    if passphrase != again:
        return Trouble(Spot.AGAIN, Need.SAME_TWICE)
    return None
