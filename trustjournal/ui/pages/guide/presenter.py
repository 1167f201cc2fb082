"""Decides what the guide shows: its parts and how far one has been in them, what is open, and what was written from it.

Knows no widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from trustjournal.domain.change import Changed
from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Article, Guide, Part
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Prompt, ServedPrompt
from trustjournal.services.asking_again import AskingAgainService
from trustjournal.services.finding import FindingService
from trustjournal.services.guide_progress import GuideProgressService, UnitProgress
from trustjournal.services.guide_prompts import GuidePromptService, PromptsNow
from trustjournal.services.prompting import PromptService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.guide.progress import PartLine, lines_of
from trustjournal.ui.pages.guide.prompts.arranging import (
    PromptGroup,
    UnitPrompts,
    Wishes,
    at_hand,
    prompts_of,
    swap,
)

ENTRIES_SHOWN = 8

Leaf = Part | Article
"""What can be open: a part, an article beside the parts, or the person's own prompts."""

_NO_PROGRESS: Mapping[str, UnitProgress] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class GuideState:
    """What the guide page shows."""

    lines: tuple[PartLine, ...] = ()
    articles: tuple[Article, ...] = ()
    leaf: Leaf | None = None
    prompts: tuple[UnitPrompts, ...] = ()
    """Of each unit of the part; none until it is known which are switched off."""
    acute_until: date | None = field(default=None, repr=False)
    """Something happened lately: prompts stay light up to this day."""
    exercises: tuple[Exercise, ...] = ()
    entries: tuple[EntrySummary, ...] = field(default=(), repr=False)
    are_entries_read: bool = False
    trouble: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read about the prompts of the open part."""

    now: PromptsNow
    planned: Mapping[str, date]


class GuidePresenter:
    """Turns the pages of the guide."""

    def __init__(
        self,
        *,
        guide: Guide,
        exercises: Sequence[Exercise],
        progress: GuideProgressService,
        guide_prompts: GuidePromptService,
        prompting: PromptService,
        finding: FindingService,
        asking_again: AskingAgainService,
        tasks: Tasks,
        show: Callable[[GuideState], None],
        go: Callable[[Place], None],
    ) -> None:
        self._guide = guide
        self._exercises = tuple(exercises)
        self._progress_service = progress
        self._guide_prompts = guide_prompts
        self._prompting = prompting
        self._finding = finding
        self._asking_again = asking_again
        self._tasks = tasks
        self._show = show
        self._go = go
        self._progress = _NO_PROGRESS
        self._seen: set[str] = set()
        self._known: _Known | None = None
        self._wishes = Wishes()
        self._state = GuideState(lines=lines_of(self._guide, self._progress), articles=guide.articles)

    @property
    def state(self) -> GuideState:
        """What is shown now."""
        return self._state

    def visit(self, item: str | None) -> None:
        """Show the part, the article or the part of the unit with this id; else what is open, else the first part."""
        leaf = self.leaf_of(item) or self._state.leaf or next(iter(self._guide.parts), None)
        if leaf is not None:
            self.open_leaf(leaf)
        self._read_progress()

    def leaf_of(self, item: str | None) -> Leaf | None:
        """What is open where somebody goes to this part, unit or article."""
        if item is None:
            return None
        parts = (*self._guide.parts, self._guide.own)
        by_id: Leaf | None = next((part for part in parts if part.id == item), None)
        return by_id or self._guide.article(item) or self._guide.part_of_unit(item)

    def open_leaf(self, leaf: Leaf) -> None:
        """Turn to a part, an article or the own prompts."""
        if leaf == self._state.leaf:
            self._read_around()
            return
        units = frozenset(unit.id for unit in leaf.units) if isinstance(leaf, Part) else frozenset()
        self._known, self._wishes = None, Wishes()
        self._update(
            replace(
                self._state,
                leaf=leaf,
                prompts=(),
                exercises=tuple(exercise for exercise in self._exercises if exercise.is_for(units)),
                entries=(),
                are_entries_read=False,
                trouble=None,
            )
        )
        self._read_around()

    def refresh(self, changed: Changed) -> None:
        """Read again what a change touched."""
        if changed is Changed.ENTRIES:
            self._read_entries()
        if changed in (Changed.ENTRIES, Changed.PROMPTS, Changed.SETTINGS):
            self._read_prompts()
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

        self._tasks.run(work, owner=self, done=self._progress_read, failed=self.tell)

    # Prompts ----------------------------------------------------------------------------------

    def unfold(self, prompt: Prompt) -> None:
        """Open a deep prompt that waits behind its note."""
        self._wish(replace(self._wishes, unfolded=self._wishes.unfolded | {prompt.id}))

    def swap(self, slot: str) -> None:
        """Another prompt in this place, as intense or less."""
        unit = self._guide.unit(slot.partition(".")[0])
        if unit is not None and self._known is not None:
            self._wish(swap(unit, self._known.now, self._wishes, slot))

    def expand(self, group: PromptGroup, *, expanded: bool) -> None:
        """All prompts of a unit and an intensity, or the first few."""
        one = {(group.unit, group.intensity)}
        wished = self._wishes.expanded | one if expanded else self._wishes.expanded - one
        self._wish(replace(self._wishes, expanded=frozenset(wished)))

    def go_beyond_light(self, *, beyond: bool) -> None:
        """Show deeper prompts of the open part although something is fresh, or put them away again."""
        self._wish(replace(self._wishes, is_beyond_light=beyond))

    def bring_into_sight(self, prompt: Prompt) -> None:
        """Have a prompt on the page that may be among those that come on request."""
        if not any(row.prompt.id == prompt.id for of in self._state.prompts for g in of.groups for row in g.rows):
            self._wish(self._wishes.showing(prompt))

    def not_today(self, prompt: Prompt) -> None:
        """Fold a prompt away until tomorrow."""
        self._do(lambda: self._guide_prompts.fold_away(prompt.id))

    def bring_back(self, prompt: Prompt) -> None:
        """See a prompt today after all; a deep one waits behind its note."""
        self._do(lambda: self._guide_prompts.bring_back(prompt.id))

    def ask_again(self, prompt: Prompt, days: int) -> None:
        """Have the prompt come up as the day's prompt in so many days; 0: not any more."""
        if days:
            self._do(lambda: self._asking_again.ask(prompt.id, prompt.text, prompt.unit, days))
        else:
            self._do(lambda: self._asking_again.cancel(prompt.id))

    def set_acute(self, *, acute: bool) -> None:
        """Something happened in the last four weeks, or that is over."""
        self._do(lambda: self._guide_prompts.set_acute(acute=acute))

    def write_about(self, prompt: Prompt) -> None:
        """Serve a prompt as it is worded now and go where it is written about."""

        def served(answer: ServedPrompt) -> None:
            self._go(Place("journal", "new", {"served": str(answer.id)}))

        self._tasks.run(lambda: self._prompting.serve(prompt), owner=self, done=served, failed=self.tell)

    def then_and_now(self, prompt: Prompt) -> None:
        """Go where earlier answers to a prompt are shown."""
        leaf = self._state.leaf
        self._go(Place("guide", None if leaf is None else leaf.id, {"answers": prompt.id}))

    def offered(self) -> tuple[Prompt, ...]:
        """The prompts of the open part that the person's choices leave and that do not wait."""
        leaf, known = self._state.leaf, self._known
        if known is None or not isinstance(leaf, Part):
            return ()
        return tuple(prompt for unit in leaf.units for prompt in at_hand(unit, known.now, self._wishes))

    def _do(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, owner=self, done=lambda _: self._read_prompts(), failed=self.tell)

    def _wish(self, wishes: Wishes) -> None:
        self._wishes = wishes
        if self._known is not None:
            self._update(replace(self._state, prompts=self._arranged(self._known)))

    def _arranged(self, known: _Known) -> tuple[UnitPrompts, ...]:
        leaf = self._state.leaf
        units = leaf.units if isinstance(leaf, Part) and leaf != self._guide.own else ()
        return tuple(prompts_of(unit, known.now, self._wishes, known.planned) for unit in units)

    # What is read -----------------------------------------------------------------------------

    def _read_progress(self) -> None:
        self._tasks.run(self._progress_service.progress, owner=self, done=self._progress_read, failed=self.tell)

    def _progress_read(self, progress: Mapping[str, UnitProgress]) -> None:
        self._progress = progress
        self._update(replace(self._state, lines=lines_of(self._guide, self._progress), trouble=None))

    def _read_around(self) -> None:
        self._read_prompts()
        self._read_entries()

    def _read_prompts(self) -> None:
        leaf = self._state.leaf
        if not isinstance(leaf, Part) or leaf == self._guide.own:
            return
        units = tuple(unit.id for unit in leaf.units)

        def work() -> _Known:
            planned = {one.prompt_id: one.due for one in self._asking_again.all_planned()}
            return _Known(self._guide_prompts.prompts_now(units), planned)

        def read(known: _Known) -> None:
            if leaf == self._state.leaf:
                self._known = known
                until = known.now.settings.acute_until if known.now.is_acute else None
                self._update(replace(self._state, prompts=self._arranged(known), acute_until=until))

        self._tasks.run(work, owner=self, done=read, failed=self.tell)

    def _read_entries(self) -> None:
        leaf = self._state.leaf
        if not isinstance(leaf, Part):
            return

        def work() -> tuple[EntrySummary, ...]:
            found = {entry.id: entry for unit in leaf.units for entry in self._finding.for_unit(unit.id, ENTRIES_SHOWN)}
            return tuple(sorted(found.values(), key=lambda entry: -entry.position)[:ENTRIES_SHOWN])

        def read(entries: tuple[EntrySummary, ...]) -> None:
            if leaf == self._state.leaf:
                self._update(replace(self._state, entries=entries, are_entries_read=True))

        self._tasks.run(work, owner=self, done=read, failed=self.tell)

    def tell(self, error: Exception) -> None:
        """Say that something went wrong."""
        self._update(replace(self._state, trouble=error))

    def _update(self, state: GuideState) -> None:
        self._state = state
        self._show(state)
