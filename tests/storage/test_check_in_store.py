"""Check-ins: several a day, one kept rating of each person and day, and every one can be taken back."""

from __future__ import annotations

import random
from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from tests.storage.conftest import Stores, moment, person
from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.ids import CheckInId, PersonId
from trustjournal.domain.mood import Mood
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.storage.records import KINDS, Records

DAY = date(2026, 8, 1)


def check_in(
    *ratings: TrustRating, mood: Mood | None = None, words: tuple[str, ...] = (), day: date = DAY, at: time = time(9)
) -> CheckIn:
    return CheckIn(CheckInId(uuid4()), moment(day, at), mood, words, ratings)


@pytest.fixture
def sam(stores: Stores) -> PersonId:
    return stores.people.add(person("Sam")).id


@pytest.fixture
def ann(stores: Stores) -> PersonId:
    return stores.people.add(person("Ann")).id


def test_moods_come_back_oldest_first(stores: Stores) -> None:
    kept = [
        stores.check_ins.save(check_in(mood=mood, day=day, at=at))
        for mood, day, at in [
            (Mood(1, -2), DAY, time(20)), (Mood(-4, 4), DAY, time(8)), (None, DAY, time(9)),
            (Mood(0, 0), DAY - timedelta(1), time(23)), (Mood(2, 2), DAY + timedelta(1), time(0)),
        ]
    ]  # fmt: skip
    dots = stores.check_ins.moods_between(DAY - timedelta(1), DAY)
    assert [(dot.pleasantness, dot.energy) for dot in dots] == [(0, 0), (-4, 4), (1, -2)]
    assert dots[0].moment == kept[3].moment
    assert stores.check_ins.latest_mood() == (kept[4].moment, Mood(2, 2))
    assert stores.check_ins.first_day() == DAY - timedelta(1)


def test_an_empty_journal_has_no_mood_no_words_and_no_first_day(stores: Stores) -> None:
    assert stores.check_ins.latest_mood() is None
    assert stores.check_ins.own_words() == ()
    assert stores.check_ins.first_day() is None
    assert stores.check_ins.ratings_on(DAY) == ()


def test_own_words_are_those_not_offered_and_the_last_used_come_first(stores: Stores) -> None:
    stores.check_ins.save(check_in(words=("calm", "wobbly", "on edge", " wobbly ", "")))
    last = stores.check_ins.save(check_in(words=("sea-sick", "frei", "calm")))
    assert last.words == ("sea-sick", "frei", "calm")
    assert stores.check_ins.own_words() == ("sea-sick", "frei", "wobbly")
    stores.check_ins.undo(last.id)
    assert stores.check_ins.own_words() == ("wobbly",)


def test_of_a_person_and_a_day_the_latest_rating_is_kept(stores: Stores, sam: PersonId, ann: PersonId) -> None:
    first, second = TrustRating(sam, DAY, 3, Basis.SAW), TrustRating(sam, DAY, None, None)
    other = TrustRating(ann, DAY, 10, Basis.OLD_MEMORY)
    tomorrow = TrustRating(sam, DAY + timedelta(1), 0)
    stores.check_ins.save(check_in(first, other))
    stores.check_ins.save(check_in(second, tomorrow))
    assert set(stores.check_ins.ratings_on(DAY)) == {second, other}
    assert stores.check_ins.ratings_between(DAY, DAY + timedelta(1))[-1] == tomorrow
    assert len(stores.check_ins.ratings_between(DAY, DAY + timedelta(1))) == 3


def test_undo_brings_back_what_was_replaced(stores: Stores, sam: PersonId) -> None:
    ratings = [TrustRating(sam, DAY, value) for value in range(4)]
    kept = [stores.check_ins.save(check_in(rating)) for rating in ratings]
    assert stores.check_ins.ratings_on(DAY) == (ratings[3],)
    stores.check_ins.undo(kept[2].id)
    assert stores.check_ins.ratings_on(DAY) == (ratings[3],)
    stores.check_ins.undo(kept[3].id)
    stores.check_ins.undo(kept[3].id)
    assert stores.check_ins.ratings_on(DAY) == (ratings[1],)
    stores.check_ins.undo(kept[0].id)
    assert stores.check_ins.ratings_on(DAY) == (ratings[1],)
    stores.check_ins.undo(kept[1].id)
    assert stores.check_ins.ratings_on(DAY) == ()
    stores.check_ins.undo(CheckInId(uuid4()))


def test_in_whatever_order_check_ins_are_undone_the_latest_of_the_rest_is_kept(stores: Stores, sam: PersonId) -> None:
    dice = random.Random(7)
    for round_ in range(10):
        day = DAY + timedelta(days=round_)
        ratings = [TrustRating(sam, day, value) for value in range(5)]
        kept = [stores.check_ins.save(check_in(rating, day=day)) for rating in ratings]
        left = list(range(5))
        while left:
            undone = dice.choice(left)
            left.remove(undone)
            stores.check_ins.undo(kept[undone].id)
            assert stores.check_ins.ratings_on(day) == tuple(ratings[n] for n in left[-1:])
    assert not any(Records(stores.db).altered(kind) for kind in KINDS)


def test_two_ratings_of_one_person_in_one_check_in_keep_the_last(stores: Stores, sam: PersonId) -> None:
    kept = stores.check_ins.save(check_in(TrustRating(sam, DAY, 1), TrustRating(sam, DAY, 2)))
    assert [rating.value for rating in stores.check_ins.ratings_on(DAY)] == [2]
    stores.check_ins.undo(kept.id)
    assert stores.check_ins.ratings_on(DAY) == ()


def test_an_undone_check_in_shows_nowhere(stores: Stores) -> None:
    kept = stores.check_ins.save(check_in(mood=Mood(1, 1)))
    stores.check_ins.undo(kept.id)
    assert stores.check_ins.moods_between(DAY, DAY) == ()
    assert stores.check_ins.latest_mood() is None
    assert stores.check_ins.first_day() is None


def test_saving_a_check_in_again_changes_nothing(stores: Stores, sam: PersonId) -> None:
    kept = stores.check_ins.save(check_in(TrustRating(sam, DAY, 1), mood=Mood(1, 1)))
    assert stores.check_ins.save(kept) == kept
    assert len(stores.check_ins.moods_between(DAY, DAY)) == 1
    assert stores.db.row("SELECT count(*) FROM trust_rating") == (1,)
