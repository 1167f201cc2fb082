"""Decides what Practice shows: the list of exercises, one step, or the last line. Nothing about it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from trustjournal.domain.exercise import SETTLING, Exercise


@dataclass(frozen=True, slots=True)
class PracticeState:
    """The list where no exercise is `open`; else its step number `step`, or its closing line after the last one."""

    exercises: tuple[Exercise, ...]
    open: Exercise | None = None
    step: int = 1
    is_at_gate: bool = False
    """Before the first step it is asked whether one can disagree safely; the answer is not kept."""
    is_for_clarity: bool = False
    """Somebody who cannot goes on all the same: not to act on it."""

    @property
    def is_done(self) -> bool:
        """All steps were shown."""
        return self.open is not None and self.step > len(self.open.steps)

    @property
    def can_go_back(self) -> bool:
        """There is a step before this one."""
        return self.step > 1


class PracticePresenter:
    """Walks through one exercise at a time."""

    def __init__(self, *, exercises: Sequence[Exercise], show: Callable[[PracticeState], None]) -> None:
        self._show = show
        self._walk: str | None = None
        self._state = PracticeState(tuple(sorted(exercises, key=_settling_first)))

    @property
    def state(self) -> PracticeState:
        """What is shown now."""
        return self._state

    @property
    def walk(self) -> str | None:
        """A sign of the open walk that leads back to it and tells nothing; None at the list."""
        return self._walk

    def visit(self, exercise_id: str | None, walk: object = None) -> None:
        """Open an exercise at its first step, or the list; an exercise that is open and asked for again stays.

        With the sign of the open walk, that goes on where it was: at its step, or before its question.
        """
        if walk is not None and walk == self._walk:
            self._show(self._state)
            return
        wanted = next((exercise for exercise in self._state.exercises if exercise.id == exercise_id), None)
        if wanted is None or wanted != self._state.open or self._state.is_done:
            at_gate = wanted is not None and wanted.has_gate
            self._update(replace(self._state, open=wanted, step=1, is_at_gate=at_gate, is_for_clarity=False))
        else:
            self._show(self._state)

    def pass_gate(self, *, for_clarity: bool = False) -> None:
        """On to the first step."""
        if self._state.is_at_gate:
            self._update(replace(self._state, is_at_gate=False, is_for_clarity=for_clarity))

    def next(self) -> None:
        """The next step, or the closing line after the last one."""
        if self._state.open is not None and not (self._state.is_done or self._state.is_at_gate):
            self._update(replace(self._state, step=self._state.step + 1))

    def back(self) -> None:
        """The step before."""
        if self._state.open is not None and self._state.can_go_back:
            self._update(replace(self._state, step=self._state.step - 1))

    def stop(self) -> None:
        """Back to the list, from any step."""
        self._update(replace(self._state, open=None, step=1, is_at_gate=False, is_for_clarity=False))

    def _update(self, state: PracticeState) -> None:
        if state.open is None:
            self._walk = None
        elif state.open != self._state.open:
            self._walk = uuid4().hex
        self._state = state
        self._show(state)


def _settling_first(exercise: Exercise) -> tuple[bool, int, str]:
    """What helps before or after anything heavy comes first, then what is shortest."""
    return exercise.id != SETTLING, exercise.minutes, exercise.title.casefold()
