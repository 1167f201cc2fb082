"""Decides what the privacy page shows: what the process tells about itself, and what the self-test found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from trustjournal.domain.proof import ProcessProof
from trustjournal.domain.self_test import CheckResult
from trustjournal.ui.kit.tasks import TaskHandle, Tasks


class SelfTest(Protocol):
    """One run of the self-test, with a throw-away journal."""

    def run(self) -> tuple[CheckResult, ...]:
        """Do it, for a few seconds, and leave nothing behind; what was not tried when it was stopped is left out."""
        ...

    def stop(self) -> None:
        """Nobody waits for it any more. Can be called from any thread, at any time."""
        ...


@dataclass(frozen=True, slots=True)
class PrivacyState:
    """What the page shows. `proof` is None until somebody looked, `results` until a test came to its end."""

    proof: ProcessProof | None = None
    is_testing: bool = False
    results: tuple[CheckResult, ...] | None = None
    trouble: Exception | None = None


class PrivacyPresenter:
    """Looks at the process when it is told to, and runs the self-test on tasks of its own."""

    def __init__(
        self,
        *,
        read_proof: Callable[[], ProcessProof],
        make_self_test: Callable[[], SelfTest],
        tasks: Tasks,
        show: Callable[[PrivacyState], None],
    ) -> None:
        self._read_proof = read_proof
        self._make_self_test = make_self_test
        self._tasks = tasks
        self._show = show
        self._state = PrivacyState()
        self._test: SelfTest | None = None
        self._handle: TaskHandle | None = None

    @property
    def state(self) -> PrivacyState:
        """What is shown now."""
        return self._state

    def look(self) -> None:
        """See what the process has open, has written and is protected by, at this moment."""
        proof = self._read_proof()
        if proof != self._state.proof:
            self._set(replace(self._state, proof=proof))

    def test(self) -> None:
        """Run the self-test; a second wish while it runs is none."""
        if self._state.is_testing:
            return
        self._set(replace(self._state, is_testing=True, results=None, trouble=None))
        self._test = test = self._make_self_test()
        self._handle = self._tasks.run(test.run, owner=self, done=self._on_tested, failed=self._on_failed)

    def stop(self) -> None:
        """The person goes: a test that runs is stopped and forgotten."""
        if self._test is None or not self._state.is_testing:
            return
        self._test.stop()
        if self._handle is not None:
            self._handle.cancel()
        self._test = self._handle = None
        self._set(replace(self._state, is_testing=False))

    def _on_tested(self, results: tuple[CheckResult, ...]) -> None:
        self._test = self._handle = None
        self._set(replace(self._state, is_testing=False, results=results))

    def _on_failed(self, error: Exception) -> None:
        self._test = self._handle = None
        self._set(replace(self._state, is_testing=False, trouble=error))

    def _set(self, state: PrivacyState) -> None:
        self._state = state
        self._show(state)
