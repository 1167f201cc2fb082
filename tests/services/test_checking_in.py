"""A check-in is kept whole; of each person the day's last rating stands, and undo brings the one before back."""

from __future__ import annotations

import pytest

from tests.fakes.announcements import Announcements
from tests.fakes.clock import FakeClock
from trustjournal.domain.change import Changed
from trustjournal.domain.ids import PersonId
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Role
from trustjournal.domain.timeline import MoodDot
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.services.journal import Journal


@pytest.fixture
def alex(journal: Journal, announcements: Announcements) -> PersonId:
    """Somebody to rate."""
    person = journal.people.add("Alex", Role.PARTNER)
    announcements.taken()
    return person.id


def test_a_check_in_is_of_this_moment(
    journal: Journal, clock: FakeClock, alex: PersonId, announcements: Announcements
) -> None:
    kept = journal.checking_in.save(Mood(-2, 3), ("wary", "foggy"), {alex: (None, Basis.FEELING)})
    assert kept.moment.day == clock.today
    assert kept.ratings == (TrustRating(alex, clock.today, None, Basis.FEELING),)
    assert journal.checking_in.ratings_on(clock.today) == kept.ratings
    assert journal.looking_back.recent(today=clock.today).moods == ((MoodDot(kept.moment, -2, 3),),)
    assert journal.checking_in.own_words() == ("foggy",)
    assert announcements.taken() == [Changed.CHECK_INS]


def test_of_one_person_and_day_the_latest_rating_stands_and_undo_restores_the_one_before(
    journal: Journal, clock: FakeClock, alex: PersonId
) -> None:
    journal.checking_in.save(None, (), {alex: (4, Basis.SAW)})
    clock.move_on(hours=2)
    second = journal.checking_in.save(Mood(1, 1), (), {alex: (7, None)})
    assert [r.value for r in journal.checking_in.ratings_on(clock.today)] == [7]
    journal.checking_in.undo(second.id)
    assert journal.checking_in.ratings_on(clock.today) == (TrustRating(alex, clock.today, 4, Basis.SAW),)
    assert journal.looking_back.recent(today=clock.today).moods == ()


def test_the_next_day_has_a_rating_of_its_own(journal: Journal, clock: FakeClock, alex: PersonId) -> None:
    first_day = clock.today
    journal.checking_in.save(None, (), {alex: (4, None)})
    clock.move_on(days=1)
    journal.checking_in.save(None, (), {alex: (5, None)})
    assert [r.value for r in journal.checking_in.ratings_on(first_day)] == [4]
    assert [r.value for r in journal.checking_in.ratings_on(clock.today)] == [5]


def test_the_day_is_the_one_on_the_wall(journal: Journal, clock: FakeClock, alex: PersonId) -> None:
    clock.set(clock.today, zone="Pacific/Auckland")
    journal.checking_in.save(None, (), {alex: (4, None)})
    assert [r.value for r in journal.checking_in.ratings_on(clock.today)] == [4]


def test_nothing_said_is_nothing_kept(journal: Journal, announcements: Announcements) -> None:
    journal.checking_in.save(None, (), {})
    assert journal.looking_back.recent(today=FakeClock().today).is_empty
    assert announcements.taken() == []


def test_undoing_is_announced(journal: Journal, announcements: Announcements) -> None:
    kept = journal.checking_in.save(Mood(0, 0), (), {})
    announcements.taken()
    journal.checking_in.undo(kept.id)
    assert announcements.taken() == [Changed.CHECK_INS]
