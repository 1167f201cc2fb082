"""What a check-in takes, keeps, gives back and says when it cannot keep it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time, timedelta
from typing import NoReturn

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.change import Changed
from trustjournal.domain.mood import FEELING_WORDS, Mood
from trustjournal.domain.person import Person, Role
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.errors import StorageFullError
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.pages.today.check_in_presenter import CheckInPresenter, CheckInState
from trustjournal.ui.pages.today.draft import Answer


class Screen:
    """Remembers what was shown last."""

    def __init__(self) -> None:
        self.state = CheckInState()

    def show(self, state: CheckInState) -> None:
        self.state = state


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def alex(journal: Journal) -> Person:
    return journal.people.add("Alex", Role.PARTNER)


@pytest.fixture
def presenter(journal: Journal, clock: FakeClock, screen: Screen, alex: Person) -> CheckInPresenter:
    made = CheckInPresenter(
        people=journal.people, checking_in=journal.checking_in, clock=clock, tasks=InlineTasks(), show=screen.show
    )
    made.visit()
    return made


@pytest.fixture
def again(journal: Journal, clock: FakeClock, alex: Person) -> CheckInPresenter:
    """The presenter of the session after this one."""
    return CheckInPresenter(
        people=journal.people, checking_in=journal.checking_in, clock=clock, tasks=InlineTasks(), show=Screen().show
    )


def _values(ratings: Iterable[TrustRating]) -> list[int | None]:
    return [rating.value for rating in ratings]


def test_nothing_can_be_saved_until_something_is_given(presenter: CheckInPresenter, screen: Screen) -> None:
    assert not screen.state.can_save

    presenter.set_mood(Mood(1, 1))

    assert screen.state.can_save


def test_a_basis_without_a_rating_is_nothing_to_save(presenter: CheckInPresenter, screen: Screen, alex: Person) -> None:
    presenter.answer(alex.id, Answer(basis=Basis.SAW))

    assert not screen.state.can_save


def test_the_words_offered_are_those_of_the_moods_corner_and_chosen_ones_stay(
    presenter: CheckInPresenter, screen: Screen
) -> None:
    presenter.set_mood(Mood(2, -2))
    presenter.toggle_word("calm")
    presenter.set_mood(Mood(-2, 2))

    assert screen.state.words_offered[0] == FEELING_WORDS["unpleasant-high"][0]
    assert screen.state.draft.words == ("calm",)


def test_a_fourth_word_is_not_taken(presenter: CheckInPresenter, screen: Screen) -> None:
    for word in ("torn", "unsure", "guarded", "cautious"):
        presenter.toggle_word(word)

    assert screen.state.draft.words == ("torn", "unsure", "guarded")


def test_a_word_of_ones_own_is_tidied_and_taken_once(presenter: CheckInPresenter, screen: Screen) -> None:
    presenter.add_word("  all   over the place ")
    presenter.add_word("all over the place")

    assert screen.state.draft.words == ("all over the place",)


def test_a_saved_check_in_is_kept_and_the_card_rests(
    presenter: CheckInPresenter, screen: Screen, journal: Journal, clock: FakeClock, alex: Person
) -> None:
    presenter.set_mood(Mood(-1, 3))
    presenter.answer(alex.id, Answer(7, basis=Basis.SAW))

    presenter.save()

    assert screen.state.kept is not None
    assert screen.state.kept.moment.wall_time == time(9, 30)
    assert not screen.state.draft.is_given
    assert journal.checking_in.ratings_on(clock.today) == (TrustRating(alex.id, clock.today, 7, Basis.SAW),)


def test_not_sure_is_kept_as_an_answer_without_a_number(
    presenter: CheckInPresenter, journal: Journal, clock: FakeClock, alex: Person
) -> None:
    presenter.answer(alex.id, Answer(is_not_sure=True))

    presenter.save()

    assert _values(journal.checking_in.ratings_on(clock.today)) == [None]


def test_a_rating_that_was_cleared_again_is_not_kept_as_not_sure(
    presenter: CheckInPresenter, journal: Journal, clock: FakeClock, alex: Person
) -> None:
    presenter.set_mood(Mood(1, 1))
    presenter.answer(alex.id, Answer(7))
    presenter.answer(alex.id, Answer(basis=Basis.SAW))

    presenter.save()

    assert journal.checking_in.ratings_on(clock.today) == ()


def test_undo_takes_it_back_and_gives_back_what_was_given(
    presenter: CheckInPresenter, screen: Screen, journal: Journal, clock: FakeClock, alex: Person
) -> None:
    presenter.answer(alex.id, Answer(7))
    presenter.toggle_word("torn")
    presenter.save()

    presenter.undo()

    assert journal.checking_in.ratings_on(clock.today) == ()
    assert screen.state.kept is None
    assert screen.state.draft.answers[alex.id].value == 7
    assert screen.state.draft.words == ("torn",)


def test_a_rating_of_earlier_today_is_shown_and_a_new_one_takes_its_place(
    presenter: CheckInPresenter, screen: Screen, journal: Journal, clock: FakeClock, alex: Person
) -> None:
    presenter.answer(alex.id, Answer(7))
    presenter.save()
    presenter.refresh(Changed.CHECK_INS)
    presenter.again()

    asked = screen.state.people[0]
    assert asked.earlier is not None
    assert asked.earlier.value == 7
    assert asked.answer.value is None

    presenter.answer(alex.id, Answer(4))
    presenter.save()
    assert _values(journal.checking_in.ratings_on(clock.today)) == [4]


def test_on_another_day_the_card_is_open_again(presenter: CheckInPresenter, screen: Screen, clock: FakeClock) -> None:
    presenter.set_mood(Mood(0, 0))
    presenter.save()

    clock.set(clock.today + timedelta(days=1))
    presenter.visit()

    assert screen.state.kept is None


def test_a_check_in_that_cannot_be_kept_stays_on_the_card_with_its_error(
    presenter: CheckInPresenter, screen: Screen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise StorageFullError

    monkeypatch.setattr(type(journal.checking_in), "save", full)
    presenter.set_mood(Mood(2, 2))

    presenter.save()

    assert isinstance(screen.state.trouble, StorageFullError)
    assert screen.state.kept is None
    assert screen.state.draft.mood == Mood(2, 2)
    assert screen.state.can_save


def test_what_was_given_can_be_taken_up_again_in_another_session(
    presenter: CheckInPresenter, again: CheckInPresenter, alex: Person
) -> None:
    presenter.set_mood(Mood(-2, 3))
    presenter.add_word("all over the place")
    presenter.answer(alex.id, Answer(7, basis=Basis.SAW))

    again.visit(presenter.unsaved)

    assert again.state.draft == presenter.state.draft
    assert again.state.people[0].answer == Answer(7, basis=Basis.SAW)
    assert again.state.words_offered == presenter.state.words_offered
    assert again.state.can_save


def test_what_was_given_on_another_day_is_let_go_quietly(
    presenter: CheckInPresenter, again: CheckInPresenter, clock: FakeClock
) -> None:
    presenter.set_mood(Mood(-2, 3))
    unsaved = presenter.unsaved
    clock.set(clock.today + timedelta(days=1), time(0, 1))

    again.visit(unsaved)
    presenter.visit()

    assert not again.state.draft.is_given
    assert not presenter.state.draft.is_given
    assert again.state.trouble is None


def test_a_card_filled_in_after_midnight_belongs_to_the_new_day(
    presenter: CheckInPresenter, again: CheckInPresenter, clock: FakeClock
) -> None:
    presenter.set_mood(Mood(-2, 3))
    clock.set(clock.today + timedelta(days=1), time(0, 1))
    presenter.toggle_word("torn")

    again.visit(presenter.unsaved)
    presenter.visit()

    assert again.state.draft.words == presenter.state.draft.words == ("torn",)


def test_going_back_to_an_older_place_of_the_page_brings_nothing_back_that_was_saved(
    presenter: CheckInPresenter,
) -> None:
    presenter.set_mood(Mood(1, 1))
    before = presenter.unsaved
    presenter.save()

    presenter.visit(before)

    assert presenter.unsaved is None
    assert presenter.state.kept is not None


def test_going_away_and_back_keeps_what_was_given(presenter: CheckInPresenter) -> None:
    presenter.set_mood(Mood(1, 1))

    presenter.visit()

    assert presenter.state.draft.mood == Mood(1, 1)


def test_what_is_on_its_way_into_the_journal_is_not_taken_along_as_well(
    journal: Journal, clock: FakeClock, screen: Screen
) -> None:
    tasks = SteppedTasks()
    presenter = CheckInPresenter(
        people=journal.people, checking_in=journal.checking_in, clock=clock, tasks=tasks, show=screen.show
    )
    presenter.visit()
    presenter.set_mood(Mood(1, 1))
    assert presenter.unsaved is not None

    presenter.save()

    assert presenter.unsaved is None


def test_an_archived_person_is_no_longer_asked_about(
    presenter: CheckInPresenter, screen: Screen, journal: Journal, alex: Person
) -> None:
    presenter.answer(alex.id, Answer(7))
    journal.people.change(Person(alex.id, alex.name, alex.role, is_archived=True))

    presenter.refresh(Changed.PEOPLE)

    assert screen.state.people == ()
    assert not screen.state.can_save


def test_one_can_put_oneself_among_the_people(presenter: CheckInPresenter, screen: Screen, journal: Journal) -> None:
    presenter.add_myself("Myself")

    assert [asked.person.role for asked in screen.state.people] == [Role.PARTNER, Role.MYSELF]


def test_private_words_are_in_no_repr(presenter: CheckInPresenter, screen: Screen, alex: Person) -> None:
    presenter.add_word("canary")
    presenter.answer(alex.id, Answer(7))

    assert "canary" not in repr(screen.state)
    assert "Alex" not in repr(screen.state)
