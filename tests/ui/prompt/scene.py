"""A prompt without the process that owns the keys: what it asks for is kept, and answered by the test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.vault_task import TaskOrder, VaultTask
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.services.passphrases import Strength
from trustjournal.services.vault import Outlook
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.presenter import PromptPresenter
from trustjournal.ui.prompt.requests import Request, VaultOpened
from trustjournal.ui.prompt.state import PromptState, Screen

R = TypeVar("R")

PERSONAL, OLD, PLACE = Path("/j/Personal"), Path("/j/Old"), Path("/data")
CODE = "0W40-J2GB-1G6G-W3RG-2491-650N-2RXM-YRA6"
VAULT = "9f3c21d07a55e4b1"
MADE = datetime(2026, 2, 3, 12, tzinfo=UTC)
BY_PASSPHRASE = WayIn("aaaaaaaa", WayInKind.PASSPHRASE, MADE)
BY_CODE = WayIn("bbbbbbbb", WayInKind.RECOVERY, MADE)
BY_COMPUTER = WayIn("cccccccc", WayInKind.DEVICE, MADE)
ALL_WAYS = (BY_PASSPHRASE, BY_CODE, BY_COMPUTER)


@dataclass
class Flows:
    """Makes presenters and keeps what they ask for."""

    ways_in: tuple[WayIn, ...] = ALL_WAYS
    can_trust: bool = True
    tasks: SteppedTasks = field(default_factory=SteppedTasks)
    requests: list[Request] = field(default_factory=list)
    shown: list[PromptState] = field(default_factory=list)

    def presenter(
        self, task: VaultTask | None = None, detail: str = "", *, trusted: frozenset[str] = frozenset({BY_COMPUTER.id})
    ) -> PromptPresenter:
        """One for two known journals, after it has looked at the first."""
        presenter = PromptPresenter(
            journals=(PERSONAL, OLD),
            place=PLACE,
            order=TaskOrder(task, detail) if task is not None else None,
            trusted_ways=trusted,
            enquiries=Enquiries(
                outlook_of=lambda _folder: Outlook(ways_in=self.ways_in),
                can_trust_computer=lambda: self.can_trust,
                estimate=lambda passphrase, _own: Strength(float(len(passphrase))),
                propose=lambda: "six words here",
            ),
            tasks=self.tasks,
            show=self.shown.append,
            send=self.requests.append,
            pick=lambda: (2, 6),
        )
        presenter.start()
        self.tasks.all()
        return presenter

    def opened(self, task: VaultTask | None = None, detail: str = "") -> PromptPresenter:
        """One whose vault was opened by the passphrase."""
        presenter = self.presenter(task, detail)
        presenter.getting_in.by_passphrase("words")
        presenter.answer(self.vault())
        self.tasks.all()
        self.requests.clear()
        return presenter

    def vault(self, way_in: WayInKind = WayInKind.PASSPHRASE) -> VaultOpened:
        """What the process with the keys says of the first journal."""
        return VaultOpened(PERSONAL, way_in, VAULT, self.ways_in)

    def last(self, kind: type[R]) -> R:
        """The newest request, which is of that kind."""
        assert isinstance(self.requests[-1], kind)
        return self.requests[-1]


def screen_of(presenter: PromptPresenter) -> Screen:
    """The screen that is shown now."""
    return presenter.state.screen
