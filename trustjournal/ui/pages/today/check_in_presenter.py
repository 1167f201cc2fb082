"""Decides what the check-in shows: what was given, whether it can be kept, and what was kept. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from trustjournal.domain.change import Changed
from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.ids import PersonId
from trustjournal.domain.mood import Mood, words_for
from trustjournal.domain.person import Person, Role
from trustjournal.domain.trust import TrustRating
from trustjournal.services.checking_in import CheckInService
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.pages.today.draft import EMPTY, MOST_WORDS, NOTHING, Answer, Draft, as_text, from_text


@dataclass(frozen=True, slots=True)
class PersonAsked:
    """A person the check-in asks about, what was given now, and what was kept earlier today."""

    person: Person
    answer: Answer
    earlier: TrustRating | None


@dataclass(frozen=True, slots=True)
class CheckInState:
    """What the check-in card shows."""

    is_read: bool = False
    people: tuple[PersonAsked, ...] = ()
    draft: Draft = EMPTY
    words_offered: tuple[str, ...] = field(default=words_for(None), repr=False)
    own_words: tuple[str, ...] = field(default=(), repr=False)
    is_saving: bool = False
    kept: CheckIn | None = None
    """The check-in just saved; the card then rests, with an Undo."""
    trouble: Exception | None = None

    @property
    def can_save(self) -> bool:
        """Something was given, and it is not on its way already."""
        return self.draft.is_given and not self.is_saving

    @property
    def has_nobody(self) -> bool:
        """Nobody at all is there yet, not even oneself."""
        return self.is_read and not self.people

    @property
    def has_only_myself(self) -> bool:
        """Nobody else is there yet: the card offers the first step."""
        return self.is_read and all(asked.person.role is Role.MYSELF for asked in self.people)


class CheckInPresenter:
    """Collects a check-in and keeps it through the service."""

    def __init__(
        self,
        *,
        people: PeopleService,
        checking_in: CheckInService,
        clock: Clock,
        tasks: Tasks,
        show: Callable[[CheckInState], None],
    ) -> None:
        self._people_service = people
        self._checking_in = checking_in
        self._clock = clock
        self._tasks = tasks
        self._show = show
        self._state = CheckInState()
        self._day = self._today()
        self._draft_day = self._day
        self._is_visited = False
        self._people: tuple[Person, ...] = ()
        self._earlier: Mapping[PersonId, TrustRating] = {}
        self._draft_kept = EMPTY

    @property
    def state(self) -> CheckInState:
        """What is shown now."""
        return self._state

    @property
    def unsaved(self) -> str | None:
        """What was given and not kept, as text for `visit`; None where there is nothing, or it is being saved."""
        draft = self._state.draft
        return as_text(draft, self._draft_day) if draft.is_given and not self._state.is_saving else None

    def visit(self, unsaved: object = None) -> None:
        """Read people and today's ratings; on a new day the card is open again, and empty.

        `unsaved` is what was on the card when the journal was locked. Only the first visit of a session takes it:
        afterwards the card itself knows better than any place one goes back to.
        """
        today = self._today()
        if today != self._day:
            self._day = today
            self._update(replace(self._state, kept=None))
        if not self._is_visited:
            self._is_visited = True
            if not self._state.draft.is_given:
                self._give(from_text(unsaved, today))
        elif self._draft_day != today and self._state.draft.is_given:
            self._give(EMPTY)
        self._read()

    def refresh(self, changed: Changed) -> None:
        """Read again what a change touched."""
        if changed in (Changed.PEOPLE, Changed.CHECK_INS):
            self._read()

    def set_mood(self, mood: Mood | None) -> None:
        """The pad was moved or cleared; the words offered follow its corner, chosen ones stay."""
        self._give(replace(self._state.draft, mood=mood))

    def toggle_word(self, word: str) -> None:
        """Choose a word, or let it go; a word past the third is not taken."""
        words = self._state.draft.words
        if word in words:
            words = tuple(kept for kept in words if kept != word)
        elif len(words) < MOST_WORDS:
            words = (*words, word)
        self._give(replace(self._state.draft, words=words))

    def add_word(self, typed: str) -> None:
        """Take a word of the person's own."""
        word = " ".join(typed.split())
        if word and word not in self._state.draft.words:
            self.toggle_word(word)

    def answer(self, person: PersonId, answer: Answer) -> None:
        """Something was given, changed or cleared about one person."""
        answers = {**self._state.draft.answers, person: answer}
        self._give(replace(self._state.draft, answers=answers))

    def add_myself(self, name: str) -> None:
        """Put the writer among the people, under this word for oneself."""
        work = partial(self._people_service.add, name, Role.MYSELF)
        self._tasks.run(work, owner=self, done=lambda _: self._read(), failed=self._failed)

    def clear(self) -> None:
        """Let go of everything that was given and not kept."""
        self._give(EMPTY)

    def save(self) -> None:
        """Keep the check-in. What was given stays on the card if it cannot be kept."""
        if not self._state.can_save:
            return
        draft = self._state.draft
        ratings = {person: (answer.value, answer.basis) for person, answer in draft.answers.items() if answer.is_given}

        def work() -> CheckIn:
            return self._checking_in.save(draft.mood, draft.words, ratings)

        def saved(kept: CheckIn) -> None:
            self._draft_kept = draft
            self._update(replace(self._with(EMPTY), is_saving=False, kept=kept, trouble=None))

        self._update(replace(self._state, is_saving=True, trouble=None))
        self._tasks.run(work, owner=self, done=saved, failed=self._failed)

    def undo(self) -> None:
        """Take the check-in back; what was given is on the card again."""
        kept = self._state.kept
        if kept is None:
            return

        def undone(_: None) -> None:
            self._draft_day = self._today()
            self._update(replace(self._with(self._draft_kept), kept=None, trouble=None))

        self._tasks.run(lambda: self._checking_in.undo(kept.id), owner=self, done=undone, failed=self._failed)

    def again(self) -> None:
        """Open the card for one more check-in."""
        self._update(replace(self._state, kept=None))

    def _today(self) -> date:
        return moment_now(self._clock).day

    def _read(self) -> None:
        day = self._day

        def work() -> tuple[tuple[Person, ...], tuple[TrustRating, ...], tuple[str, ...]]:
            service = self._checking_in
            return self._people_service.people(), service.ratings_on(day), service.own_words()

        def read(answer: tuple[tuple[Person, ...], tuple[TrustRating, ...], tuple[str, ...]]) -> None:
            self._people, ratings, own_words = answer
            self._earlier = {rating.person: rating for rating in ratings}
            here = {person.id for person in self._people}
            given = self._state.draft.answers.items()
            draft = replace(self._state.draft, answers={who: answer for who, answer in given if who in here})
            self._update(replace(self._with(draft), is_read=True, own_words=own_words))

        self._tasks.run(work, owner=self, done=read, failed=self._failed)

    def _give(self, draft: Draft) -> None:
        self._draft_day = self._today()
        self._update(replace(self._with(draft), trouble=None))

    def _with(self, draft: Draft) -> CheckInState:
        return replace(self._state, draft=draft, words_offered=words_for(draft.mood), people=self._asked(draft))

    def _asked(self, draft: Draft) -> tuple[PersonAsked, ...]:
        return tuple(
            PersonAsked(person, draft.answers.get(person.id, NOTHING), self._earlier.get(person.id))
            for person in self._people
        )

    def _failed(self, error: Exception) -> None:
        self._update(replace(self._state, is_read=True, is_saving=False, trouble=error))

    def _update(self, state: CheckInState) -> None:
        self._state = state
        self._show(state)
