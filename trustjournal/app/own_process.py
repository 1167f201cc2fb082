"""What the page about privacy asks of the process it runs in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trustjournal.app.self_test import SelfTest
from trustjournal.domain.proof import PathKind, ProcessProof
from trustjournal.host.hardening import Hardening
from trustjournal.host.proof import take_proof


class OwnProcess:
    """`journal` is the folder of the open journal, `own` those the program keeps for this computer."""

    def __init__(self, hardening: Hardening, *, journal: Path, own: Iterable[Path]) -> None:
        self._hardening = hardening
        self._journal = journal
        self._own = tuple(own)
        self._self_test: SelfTest | None = None

    def proof(self) -> ProcessProof:
        """What it has open and has written, and what protects it, now."""
        return take_proof(self._hardening, journal=self._journal, own=self._own)

    def self_test(self) -> SelfTest:
        """A run of the self-test, which also looks through what the process has written outside the open journal."""
        self._self_test = SelfTest(self._written_elsewhere)
        return self._self_test

    def end(self) -> None:
        """The process is about to end: nothing of a self-test that still runs stays behind."""
        if self._self_test is not None:
            self._self_test.stop()

    def _written_elsewhere(self) -> tuple[str, ...]:
        return tuple(file.path for file in self.proof().written if file.kind is not PathKind.JOURNAL)
