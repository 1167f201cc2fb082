"""Decides what the guide shows: the parts and how far one has been in them, one part, and what was written from it.

Knows no widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from trustjournal.domain.change import Changed
from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Guide, Part
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Prompt, ServedPrompt
from trustjournal.services.finding import FindingService
from trustjournal.services.guide import GuideService, UnitProgress
from trustjournal.services.prompting import PromptService
from trustjournal.ui.kit.tasks import Tasks

ENTRIES_SHOWN = 8
PROMPTS_FOR_A_FULL_RING = 3

_NO_PROGRESS: Mapping[str, UnitProgress] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of the list of parts."""

    part: Part
    is_read: bool
    """Every unit of it was visited."""
    is_begun: bool
    """At least one unit of it was visited."""
    written: int
    """Prompts of it that were written about."""
    share: float
    """How much of the ring is drawn, 0 … 1: a quarter for reading a unit, the rest for its first prompts."""


@dataclass(frozen=True, slots=True)
class GuideState:
    """What the guide page shows."""

    lines: tuple[PartLine, ...] = ()
    part: Part | None = None
    unfolded: frozenset[str] = frozenset()
    """Ids of the deep prompts that were opened."""
    exercises: tuple[Exercise, ...] = ()
    entries: tuple[EntrySummary, ...] = field(default=(), repr=False)
    are_entries_read: bool = False
    trouble: Exception | None = None


class GuidePresenter:
    """Turns the pages of the guide."""

    def __init__(
        self,
        *,
        guide: Guide,
        exercises: Sequence[Exercise],
        progress: GuideService,
        prompting: PromptService,
        finding: FindingService,
        tasks: Tasks,
        show: Callable[[GuideState], None],
    ) -> None:
        self._guide = guide
        self._exercises = tuple(exercises)
        self._progress_service = progress
        self._prompting = prompting
        self._finding = finding
        self._tasks = tasks
        self._show = show
        self._progress = _NO_PROGRESS
        self._seen: set[str] = set()
        self._state = GuideState(lines=self._lines())

    @property
    def state(self) -> GuideState:
        """What is shown now."""
        return self._state

    def visit(self, item: str | None) -> None:
        """Show the part with this id, or the part of the unit with this id; else the open one, else the first."""
        part = self._part(item) or self._state.part or next(iter(self._guide.parts), None)
        if part is not None:
            self.open_part(part)
        self._read_progress()

    def open_part(self, part: Part) -> None:
        """Turn to a part."""
        if part == self._state.part:
            self._read_entries()
            return
        unit_ids = frozenset(unit.id for unit in part.units)
        exercises = tuple(exercise for exercise in self._exercises if exercise.is_for(unit_ids))
        self._update(
            replace(
                self._state,
                part=part,
                unfolded=frozenset(),
                exercises=exercises,
                entries=(),
                are_entries_read=False,
                trouble=None,
            )
        )
        self._read_entries()

    def refresh(self, changed: Changed) -> None:
        """Read again what a change touched."""
        if changed is Changed.ENTRIES:
            self._read_entries()
        if changed in (Changed.ENTRIES, Changed.PROMPTS):
            self._read_progress()

    def saw(self, unit_id: str) -> None:
        """A unit's text came into sight: it counts as visited."""
        if unit_id in self._seen:
            return
        self._seen.add(unit_id)
        before = self._progress.get(unit_id)
        if before is not None and before.visited:
            return

        def work() -> Mapping[str, UnitProgress]:
            self._progress_service.visited(unit_id)
            return self._progress_service.progress()

        self._tasks.run(work, owner=self, done=self._progress_read, failed=self._failed)

    def unfold(self, prompt: Prompt) -> None:
        """Open a deep prompt that waits behind its note."""
        self._update(replace(self._state, unfolded=self._state.unfolded | {prompt.id}))

    def write_about(self, prompt: Prompt, go: Callable[[Place], None]) -> None:
        """Serve a prompt as it is worded now and go where it is written about."""

        def served(answer: ServedPrompt) -> None:
            go(Place("journal", "new", {"served": str(answer.id)}))

        self._tasks.run(lambda: self._prompting.serve(prompt), owner=self, done=served, failed=self._failed)

    def _part(self, item: str | None) -> Part | None:
        if item is None:
            return None
        by_id = next((part for part in self._guide.parts if part.id == item), None)
        return by_id or self._guide.part_of_unit(item)

    def _lines(self) -> tuple[PartLine, ...]:
        return tuple(self._line(part) for part in self._guide.parts)

    def _line(self, part: Part) -> PartLine:
        found = [self._progress.get(unit.id) for unit in part.units]
        visited = [unit is not None and unit.visited for unit in found]
        written = [unit.written if unit is not None else 0 for unit in found]
        shares = [
            0.25 * seen + 0.75 * min(count, PROMPTS_FOR_A_FULL_RING) / PROMPTS_FOR_A_FULL_RING
            for seen, count in zip(visited, written, strict=True)
        ]
        return PartLine(
            part=part,
            is_read=all(visited),
            is_begun=any(visited),
            written=sum(written),
            share=sum(shares) / max(1, len(shares)),
        )

    def _read_progress(self) -> None:
        self._tasks.run(self._progress_service.progress, owner=self, done=self._progress_read, failed=self._failed)

    def _progress_read(self, progress: Mapping[str, UnitProgress]) -> None:
        self._progress = progress
        self._update(replace(self._state, lines=self._lines(), trouble=None))

    def _read_entries(self) -> None:
        part = self._state.part
        if part is None:
            return

        def work() -> tuple[EntrySummary, ...]:
            found = {entry.id: entry for unit in part.units for entry in self._finding.for_unit(unit.id, ENTRIES_SHOWN)}
            return tuple(sorted(found.values(), key=lambda entry: -entry.position)[:ENTRIES_SHOWN])

        def read(entries: tuple[EntrySummary, ...]) -> None:
            if part == self._state.part:
                self._update(replace(self._state, entries=entries, are_entries_read=True))

        self._tasks.run(work, owner=self, done=read, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._update(replace(self._state, trouble=error))

    def _update(self, state: GuideState) -> None:
        self._state = state
        self._show(state)
