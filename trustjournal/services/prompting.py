"""The day's prompt: chosen once a day, kept over a restart, and changed only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol
from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.guide import OWN_UNIT, Guide
from trustjournal.domain.ids import ServedPromptId
from trustjournal.domain.person import Role
from trustjournal.domain.prompt import Intensity, Outcome, Prompt, ServedPrompt, Topic
from trustjournal.domain.prompt_choices import may_come_up, may_come_up_again, offers_medium
from trustjournal.domain.prompt_past import swaps_left
from trustjournal.domain.selection import State, choose, choose_another, choose_lighter
from trustjournal.services.choices import ChoiceService
from trustjournal.services.prompt_of_the_day import PromptOfTheDay
from trustjournal.storage.check_in_store import CheckInStore
from trustjournal.storage.database import Database
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.person_store import PersonStore
from trustjournal.storage.planned_prompt_store import PlannedPromptStore
from trustjournal.storage.prompt_store import PromptStore


class _Swap(Protocol):
    """`choose_another` or `choose_lighter`."""

    def __call__(
        self, prompts: Mapping[str, Sequence[Prompt]], state: State, *, instead_of: Prompt
    ) -> Prompt | None: ...


@dataclass(frozen=True, slots=True)
class _TakenOff:
    """What *not this topic*, *not for me* or *not today* did, so that it can be undone while the journal is open."""

    served: ServedPrompt = field(repr=False)
    is_asked_again: bool
    topics: frozenset[Topic]
    past_pain: bool


class PromptService:
    """Chooses, swaps and keeps prompts by the rules of `domain.selection`."""

    def __init__(
        self,
        database: Database,
        prompts: PromptStore,
        of_the_day: PromptOfTheDay,
        check_ins: CheckInStore,
        entries: EntryStore,
        people: PersonStore,
        choices: ChoiceService,
        planned: PlannedPromptStore,
        *,
        guide: Guide,
        clock: Clock,
        announce: Announce,
        own: Callable[[], Sequence[Prompt]],
    ) -> None:
        """`own` tells which prompts of the person's own are in the draw now: they are a part of their own."""
        self._own = own
        self._database = database
        self._prompts = prompts
        self._of_the_day = of_the_day
        self._check_ins = check_ins
        self._entries = entries
        self._people = people
        self._choices = choices
        self._planned = planned
        self._clock = clock
        self._announce = announce
        self._guide = guide
        self._taken_off: _TakenOff | None = None

    @cached_property
    def _of_the_guide(self) -> Mapping[str, Sequence[Prompt]]:
        return {part.id: [p for unit in part.units for p in unit.prompts] for part in self._guide.parts}

    def by_part(self) -> Mapping[str, Sequence[Prompt]]:
        """Every prompt that could be drawn, by the id of the part it is of."""
        own = self._own()
        return {**self._of_the_guide, OWN_UNIT: own} if own else self._of_the_guide

    def todays(self) -> ServedPrompt | None:
        """The day's prompt; None where there is none, which is a blank page.

        It is drawn when it is first asked for on a day. One that was switched off since makes room for another.
        """
        day = self._today()
        if self._of_the_day.is_chosen(day):
            served = self._shown(day)
            if served is None or self._may_stay(served):
                return served
            with self._database.transaction():
                self._prompts.set_outcome(served.id, Outcome.NOT_FOR_ME)
                return self._show(choose(self.by_part(), self._state(day)), day)
        found = choose(self.by_part(), self._state(day))
        if found is None:  # not kept: a change of settings may bring one still today
            return None
        with self._database.transaction():
            return self._show(found, day)

    def another(self) -> ServedPrompt | None:
        """Another prompt, as intense as the one shown or less; None where the day's swaps or the prompts are used up,
        and then the one shown stays."""
        return self._swap(choose_another)

    def lighter(self) -> ServedPrompt | None:
        """A less intense prompt than the one shown; None as with `another`."""
        return self._swap(choose_lighter)

    def swaps_left(self) -> int:
        """How many more times today's prompt can be swapped."""
        day = self._today()
        return swaps_left(self._prompts.served_since(day), day)

    def offers_medium(self) -> bool:
        """Whether to ask, once in the life of a journal, if prompts may go a little deeper."""
        return offers_medium(self._choices.settings(), self._entries.count(), self._today())

    def answer_medium_offer(self, *, deeper: bool) -> None:
        """What was answered. The day's prompt stays; a deeper one can come from the next on."""
        settings = self._choices.settings()
        ceiling = max(settings.ceiling, Intensity.MEDIUM) if deeper else settings.ceiling
        self._choices.change(replace(settings, ceiling=ceiling, medium_offered=True))

    def skip(self) -> None:
        """Not today: the prompt rests for thirty days, and the day goes on with a blank page."""
        day = self._today()
        served = self._shown(day)
        if served is not None:
            with self._database.transaction():
                taken_off = _TakenOff(served, self._of_the_day.is_asked_again(day), frozenset(), past_pain=False)
                self._give_back(served, Outcome.SKIPPED)
                self._of_the_day.put(day, None)
            self._taken_off = taken_off
            self._announce(Changed.PROMPTS)

    def not_this_topic(self) -> tuple[Topic, ...]:
        """Switch off the topics of the prompt shown, which are returned; one without topics is hidden for good."""
        served = self._shown(self._today())
        if served is None:
            return ()
        prompt = self.prompt(served)
        topics = frozenset[Topic]() if prompt is None else prompt.topics
        self._take_off(served, topics)
        return tuple(sorted(topics))

    def not_for_me(self) -> None:
        """Hide the prompt shown for good, and only it; the next one takes its place."""
        served = self._shown(self._today())
        if served is not None:
            self._take_off(served, frozenset())

    def undo_putting_off(self) -> None:
        """Bring back what the last `not_this_topic`, `not_for_me` or `skip` of this session took, the prompt too while
        it is still its day."""
        taken_off, self._taken_off = self._taken_off, None
        if taken_off is None:
            return
        served, settings, day = taken_off.served, self._choices.settings(), self._today()
        with self._database.transaction():
            changed = self._choices.keep(
                replace(
                    settings,
                    topics_off=settings.topics_off - taken_off.topics,
                    past_pain_prompts=settings.past_pain_prompts or taken_off.past_pain,
                )
            )
            self._prompts.unhide(served.prompt_id)
            self._prompts.set_outcome(served.id, served.outcome)
            if served.day == day:
                instead = self._shown(day)
                if instead is not None:
                    self._give_back(instead, Outcome.SWAPPED)
                self._of_the_day.put(day, served.id, is_asked_again=taken_off.is_asked_again)
        self._tell(settings_changed=changed)

    def serve(self, prompt: Prompt) -> ServedPrompt:
        """A prompt chosen on a page of the guide, kept as it is worded now; the day's prompt stays what it is."""
        day = self._today()
        for served in self._prompts.served_since(day):
            if served.prompt_id == prompt.id and served.outcome is Outcome.CHOSEN:
                return served
        served = _served(prompt, day, Outcome.CHOSEN)
        self._prompts.add(served)
        return served

    def served(self, id_: ServedPromptId) -> ServedPrompt | None:
        """A prompt that was shown or chosen at any time."""
        return next((served for served in self._prompts.all_served() if served.id == id_), None)

    def prompt(self, served: ServedPrompt) -> Prompt | None:
        """The prompt as it is worded now; None where it is no longer there."""
        return next((p for of_part in self.by_part().values() for p in of_part if p.id == served.prompt_id), None)

    def state(self) -> State:
        """Everything today's choice depends on."""
        return self._state(self._today())

    def _today(self) -> date:
        return moment_now(self._clock).day

    def _shown(self, day: date) -> ServedPrompt | None:
        id_ = self._of_the_day.served(day)
        if id_ is None:
            return None
        return next((served for served in self._prompts.served_since(day) if served.id == id_), None)

    def _may_stay(self, served: ServedPrompt) -> bool:
        """What was written about stays for the day, and so does what only an older guide had; an own prompt that was
        deleted or switched off does not."""
        if served.outcome is Outcome.WRITTEN:
            return True
        parts = {p.id: (p, part) for part, of_part in self.by_part().items() for p in of_part}
        if served.prompt_id not in parts:
            return served.unit != OWN_UNIT
        may = may_come_up_again if self._of_the_day.is_asked_again(served.day) else may_come_up
        return may(*parts[served.prompt_id], self._choices.settings(), served.day, self._prompts.hidden())

    def _state(self, day: date) -> State:
        served = self._prompts.all_served()
        mood = self._check_ins.latest_mood()
        used = [s.day for s in served if s.day < day]
        if mood is not None and mood[0].day < day:
            used.append(mood[0].day)
        return State(
            vault=self._database.vault,
            day=day,
            settings=self._choices.settings(),
            served=served,
            hidden=self._prompts.hidden(),
            planned=self._planned.all(),
            mood=None if mood is None else mood[1],
            mood_day=None if mood is None else mood[0].day,
            last_visit=max(used, default=None),
            has_people=any(person.role is not Role.MYSELF for person in self._people.all(archived=False)),
        )

    def _show(self, prompt: Prompt | None, day: date) -> ServedPrompt | None:
        """Keep this as the day's prompt. With it a plan to be asked this again by now is carried out."""
        served = None if prompt is None else _served(prompt, day, Outcome.SHOWN)
        is_asked_again = False
        if served is not None:
            self._prompts.add(served)
            is_asked_again = any(p.prompt_id == served.prompt_id and p.due <= day for p in self._planned.all())
            if is_asked_again:
                self._planned.remove(served.prompt_id)
        self._of_the_day.put(day, None if served is None else served.id, is_asked_again=is_asked_again)
        return served

    def _take_off(self, served: ServedPrompt, topics: frozenset[Topic]) -> None:
        """Switch these topics off, or without any hide the prompt, and show the next one in its place."""
        settings = self._choices.settings()
        off = topics - {Topic.PAST_PAIN} - settings.topics_off
        past_pain = Topic.PAST_PAIN in topics and settings.past_pain_prompts
        taken_off = _TakenOff(served, self._of_the_day.is_asked_again(served.day), off, past_pain)
        with self._database.transaction():
            if not topics:
                self._prompts.hide(served.prompt_id)
            self._give_back(served, Outcome.NOT_FOR_ME)
            changed = self._choices.keep(
                replace(
                    settings,
                    topics_off=settings.topics_off | off,
                    past_pain_prompts=settings.past_pain_prompts and not past_pain,
                )
            )
            self._show(choose(self.by_part(), self._state(served.day)), served.day)
        self._taken_off = taken_off
        self._tell(settings_changed=changed)

    def _tell(self, *, settings_changed: bool) -> None:
        self._announce(Changed.PROMPTS)
        if settings_changed:
            self._announce(Changed.SETTINGS)

    def _give_back(self, served: ServedPrompt, outcome: Outcome) -> None:
        """A prompt that was written about stays written."""
        if served.outcome is not Outcome.WRITTEN:
            self._prompts.set_outcome(served.id, outcome)

    def _swap(self, choose_instead: _Swap) -> ServedPrompt | None:
        day = self._today()
        served = self._shown(day)
        prompt = None if served is None else self.prompt(served)
        if served is None or prompt is None or self.swaps_left() == 0:
            return None
        found = choose_instead(self.by_part(), self._state(day), instead_of=prompt)
        if found is None:
            return None
        with self._database.transaction():
            self._give_back(served, Outcome.SWAPPED)
            instead = self._show(found, day)
        self._announce(Changed.PROMPTS)
        return instead


def _served(prompt: Prompt, day: date, outcome: Outcome) -> ServedPrompt:
    return ServedPrompt(ServedPromptId(uuid4()), prompt.id, prompt.unit, prompt.intensity, day, prompt.text, outcome)
