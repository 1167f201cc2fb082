"""Decides what Today shows of the prompt and of the last sixty days. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.guide import Guide, Part
from trustjournal.domain.place import Place
from trustjournal.domain.prompt import Intensity, Prompt, ServedPrompt, Topic
from trustjournal.domain.timeline import Timeline
from trustjournal.services.looking_back import TimelineService
from trustjournal.services.prompting import PromptService
from trustjournal.ui.kit.tasks import Tasks

DAYS_ON_THE_STRIP = 60

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PromptShown:
    """Today's prompt, with what the guide knows about it now."""

    served: ServedPrompt
    part: Part | None
    minutes: int | None
    content_note: str | None = field(repr=False)
    has_topics: bool
    """Whether there is a topic to switch off."""
    is_folded: bool
    """A deep prompt waits behind its content note until it is opened."""


_Read = tuple[ServedPrompt, Prompt | None]
"""A prompt as it was served, and as the guide has it now, if it still has it."""


@dataclass(frozen=True, slots=True)
class TodayState:
    """What the prompt card and the strip show. `is_read` is False until the journal has answered once."""

    day: date
    is_read: bool = False
    prompt: PromptShown | None = None
    no_other: bool = False
    """Asked for another prompt, and there is none left for today."""
    swaps_used: bool = False
    """Asked for another or a lighter prompt more often than the day's prompt can be swapped."""
    no_lighter: bool = False
    """Asked for a lighter prompt, and there is none left for today."""
    offers_medium: bool = False
    """Ask whether prompts may go a little deeper."""
    strip: Timeline | None = None
    trouble: Exception | None = None


class TodayPresenter:
    """Asks for the day's prompt and the recent strip, and carries out what the prompt's buttons wish."""

    def __init__(
        self,
        *,
        prompting: PromptService,
        looking_back: TimelineService,
        guide: Guide,
        clock: Clock,
        tasks: Tasks,
        show: Callable[[TodayState], None],
    ) -> None:
        self._prompting = prompting
        self._looking_back = looking_back
        self._guide = guide
        self._clock = clock
        self._tasks = tasks
        self._show = show
        self._state = TodayState(self._today())
        self._opened: str | None = None

    @property
    def state(self) -> TodayState:
        """What is shown now."""
        return self._state

    def visit(self) -> None:
        """Read everything: the day may have changed since the last time."""
        day = self._today()
        if day != self._state.day:
            self._update(TodayState(day))
        self._read_prompt()
        self._read_strip()

    def refresh(self, changed: Changed) -> None:
        """Read again what a change touched."""
        if changed in (Changed.PROMPTS, Changed.SETTINGS):
            self._read_prompt()
        if changed in (Changed.CHECK_INS, Changed.PEOPLE):
            self._read_strip()

    def place_to_write(self) -> Place:
        """Where *Write about this* leads; a blank page where there is no prompt."""
        prompt = self._state.prompt
        return Place("journal", "new", {"served": str(prompt.served.id)} if prompt else {})

    def unfold(self) -> None:
        """Open a prompt that waits behind its content note."""
        if self._state.prompt is not None:
            self._opened = self._state.prompt.served.prompt_id
            self._update(replace(self._state, prompt=replace(self._state.prompt, is_folded=False)))

    def another(self) -> None:
        """Swap the prompt for one as close to the bone, or less."""
        self._swap(self._prompting.another, no_other=True)

    def lighter(self) -> None:
        """Swap the prompt for a lighter one."""
        self._swap(self._prompting.lighter, no_lighter=True)

    def skip(self, done: Callable[[], None]) -> None:
        """Let the prompt rest, and the day go on with a blank page; `done` is called so that undoing can be offered."""
        self._put_off(self._prompting.skip, done)

    def not_this_topic(self, done: Callable[[tuple[Topic, ...]], None]) -> None:
        """Switch the prompt's topics off (or the prompt, where it has none) and show the next one.

        `done` gets the topics that are off now, so that the page can offer to undo it.
        """

        def work() -> tuple[tuple[Topic, ...], _Read | None]:
            return self._prompting.not_this_topic(), self._read_todays()

        def shown(answer: tuple[tuple[Topic, ...], _Read | None]) -> None:
            topics, read = answer
            self._prompt_read(read)
            done(topics)

        self._run(work, shown)

    def not_for_me(self, done: Callable[[], None]) -> None:
        """Hide the prompt for good and show the next one; then `done`, so that the page can offer to undo it."""
        self._put_off(self._prompting.not_for_me, done)

    def undo_putting_off(self) -> None:
        """Bring the topics, and the prompt, back; after *not for me* and *not today* the prompt."""
        self._put_off(self._prompting.undo_putting_off, lambda: None)

    def answer_medium_offer(self, *, deeper: bool, done: Callable[[], None]) -> None:
        """Keep what was answered; then `done`, so that the page can say what follows from it."""
        self._update(replace(self._state, offers_medium=False))
        self._run(lambda: self._prompting.answer_medium_offer(deeper=deeper), lambda _: done())

    def _today(self) -> date:
        return moment_now(self._clock).day

    def _read_prompt(self) -> None:
        def work() -> tuple[_Read | None, bool]:
            return self._read_todays(), self._prompting.offers_medium()

        def shown(answer: tuple[_Read | None, bool]) -> None:
            read, offers_medium = answer
            self._state = replace(self._state, offers_medium=offers_medium)
            self._prompt_read(read)

        self._run(work, shown)

    def _read_todays(self) -> _Read | None:
        return self._read(self._prompting.todays())

    def _read(self, served: ServedPrompt | None) -> _Read | None:
        return None if served is None else (served, self._prompting.prompt(served))

    def _read_strip(self) -> None:
        today = self._state.day

        def work() -> Timeline:
            return self._looking_back.recent(DAYS_ON_THE_STRIP, today=today)

        self._run(work, lambda strip: self._update(replace(self._state, strip=strip, trouble=None)))

    def _put_off(self, put_off: Callable[[], None], done: Callable[[], None]) -> None:
        """Carry it out and show what the day has then."""

        def work() -> _Read | None:
            put_off()
            return self._read_todays()

        def shown(read: _Read | None) -> None:
            self._prompt_read(read)
            done()

        self._run(work, shown)

    def _swap(
        self, ask: Callable[[], ServedPrompt | None], *, no_other: bool = False, no_lighter: bool = False
    ) -> None:
        """Show what the swap brought; without anything, the prompt stays and it is said why."""

        def work() -> tuple[_Read | None, bool]:
            return self._read(ask()), self._prompting.swaps_left() == 0

        def shown(answer: tuple[_Read | None, bool]) -> None:
            read, swaps_used = answer
            if read is not None:
                self._prompt_read(read)
                return
            state = self._state
            self._update(
                replace(
                    state,
                    no_other=state.no_other or no_other,
                    no_lighter=state.no_lighter or no_lighter,
                    swaps_used=swaps_used,
                    trouble=None,
                )
            )

        self._run(work, shown)

    def _prompt_read(self, read: _Read | None) -> None:
        before = self._state.prompt
        is_same = before is not None and read is not None and before.served.id == read[0].id
        self._update(
            replace(
                self._state,
                is_read=True,
                prompt=self._prompt_shown(*read) if read is not None else None,
                no_other=self._state.no_other and is_same,
                no_lighter=self._state.no_lighter and is_same,
                swaps_used=self._state.swaps_used and is_same,
                trouble=None,
            )
        )

    def _prompt_shown(self, served: ServedPrompt, prompt: Prompt | None) -> PromptShown:
        return PromptShown(
            served=served,
            part=self._guide.part_of_unit(served.unit),
            minutes=prompt.minutes if prompt is not None else None,
            content_note=prompt.content_note if prompt is not None else None,
            has_topics=prompt is not None and bool(prompt.topics),
            is_folded=served.intensity is Intensity.DEEP and self._opened != served.prompt_id,
        )

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, owner=self, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._update(replace(self._state, is_read=True, trouble=error))

    def _update(self, state: TodayState) -> None:
        self._state = state
        self._show(state)
