"""Decides what the timeline shows: which stretch of time, whose ratings, as a graph or as a table. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.ids import PersonId
from trustjournal.domain.place import ViewState
from trustjournal.domain.timeline import Span, Timeline, TrustSeries
from trustjournal.services.looking_back import TimelineService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks

MOST_PEOPLE = 4
"""Drawn at once; more lines than that are a thicket."""

_SHOWN_HERE = frozenset({Changed.ENTRIES, Changed.CHECK_INS, Changed.PEOPLE})


@dataclass(frozen=True, slots=True)
class TimelineState:
    """What the timeline page shows."""

    span: Span = Span.HALF_YEAR
    is_table: bool = False
    timeline: Timeline | None = field(default=None, repr=False)
    """None until it was read."""
    drawn: tuple[TrustSeries, ...] = field(default=(), repr=False)
    """The people whose ratings are drawn, in the order of their list: never by their ratings."""
    is_journal_empty: bool = False
    """Nothing was ever logged or written."""
    can_go_earlier: bool = False
    can_go_later: bool = False
    can_draw_more: bool = True
    trouble: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    timeline: Timeline
    today: date
    first_ever: date | None
    """Known only where it matters: when this stretch of time is empty."""
    is_journal_empty: bool


class TimelinePresenter:
    """Moves through time."""

    def __init__(
        self,
        *,
        timelines: TimelineService,
        clock: Clock,
        tasks: Tasks,
        show: Callable[[TimelineState], None],
    ) -> None:
        self._timelines = timelines
        self._clock = clock
        self._tasks = tasks
        self._show = show
        self._state = TimelineState()
        self._until: date | None = None
        self._chosen: tuple[PersonId, ...] | None = None
        self._reading: TaskHandle | None = None

    @property
    def state(self) -> TimelineState:
        """What is shown now."""
        return self._state

    # -- places --------------------------------------------------------------------------------------------------

    def visit(self, view: ViewState) -> None:
        """Show what `view` remembers, as far as it makes sense, and read it anew."""
        span, until, people = view.get("span"), view.get("until"), view.get("people")
        if isinstance(span, str) and span in set(Span):
            self._state = replace(self._state, span=Span(span))
            self._until = day_in(until)
        if isinstance(view.get("table"), bool):
            self._state = replace(self._state, is_table=view["table"] is True)
        if isinstance(people, str):
            self._chosen = _people(people)
        self._read()

    def view(self) -> ViewState:
        """What a place remembers of this page."""
        return {
            "span": self._state.span.value,
            "until": self._until.isoformat() if self._until is not None else None,
            "table": self._state.is_table,
            "people": ",".join(str(person) for person in self._chosen) if self._chosen is not None else None,
        }

    def refresh(self, changed: Changed) -> None:
        """Read again, if the timeline shows what changed."""
        if changed in _SHOWN_HERE:
            self._read()

    # -- wishes --------------------------------------------------------------------------------------------------

    def choose_span(self, span: Span) -> None:
        """Look at another length of time, ending on the same day."""
        if span is self._state.span:
            return
        self._state = replace(self._state, span=span)
        if span is Span.ALL:
            self._until = None
        self._read()

    def go_earlier(self) -> None:
        """The stretch before this one."""
        if self._state.timeline is not None and self._state.can_go_earlier:
            self._until = self._state.timeline.first_day - timedelta(days=1)
            self._read()

    def go_later(self) -> None:
        """The stretch after this one; not beyond today."""
        timeline = self._state.timeline
        if timeline is None or not self._state.can_go_later:
            return
        until = timeline.last_day + (timeline.last_day - timeline.first_day) + timedelta(days=1)
        self._until = None if until >= moment_now(self._clock).day else until
        self._read()

    def show_table(self, *, table: bool) -> None:
        """The same facts as a table, or as a graph."""
        self._set(replace(self._state, is_table=table))

    def draw(self, person: PersonId, *, drawn: bool) -> None:
        """Draw somebody's ratings, or leave them out. A fifth person is not added."""
        others = tuple(series.person for series in self._state.drawn if series.person != person)
        if drawn and len(others) >= MOST_PEOPLE:
            self._show(self._state)
            return
        self._chosen = (*others, person) if drawn else others
        self._set(self._with_people(self._state))

    # -- reading -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        span, until = self._state.span, self._until
        timelines, today = self._timelines, moment_now(self._clock).day

        def read() -> _Answer:
            timeline = timelines.timeline(span, today=today, until=until)
            if not timeline.is_empty:
                return _Answer(timeline, today, None, is_journal_empty=False)
            everything = timelines.timeline(Span.ALL, today=today)
            first = None if everything.is_empty else everything.first_day
            return _Answer(timeline, today, first, is_journal_empty=everything.is_empty)

        self._reading = self._tasks.run(read, owner=self, done=self._on_read, failed=self._on_failed)

    def _on_read(self, answer: _Answer) -> None:
        timeline = answer.timeline
        is_before_all = answer.first_ever is not None and timeline.first_day <= answer.first_ever
        moves = self._state.span is not Span.ALL and not answer.is_journal_empty
        state = replace(
            self._state,
            timeline=timeline,
            is_journal_empty=answer.is_journal_empty,
            can_go_earlier=moves and not is_before_all,
            can_go_later=moves and timeline.last_day < answer.today,
            trouble=None,
        )
        self._set(self._with_people(state))

    def _on_failed(self, error: Exception) -> None:
        self._set(replace(self._state, trouble=error))

    def _with_people(self, state: TimelineState) -> TimelineState:
        series = state.timeline.trust if state.timeline is not None else ()
        if self._chosen is None:
            drawn = series[:MOST_PEOPLE]
        else:
            drawn = tuple(one for one in series if one.person in self._chosen)[:MOST_PEOPLE]
        return replace(state, drawn=drawn, can_draw_more=len(drawn) < MOST_PEOPLE)

    def _set(self, state: TimelineState) -> None:
        self._state = state
        self._show(state)


def day_in(text: object) -> date | None:
    """The day a place names; None where it names none."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _people(text: str) -> tuple[PersonId, ...] | None:
    try:
        return tuple(PersonId(UUID(part)) for part in text.split(",") if part)
    except ValueError:
        return None
