"""What the entries of a journal to measure search with have besides words: tags, people, stars, moods and ratings."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from uuid import UUID

from benchmarks.journals import LAST_DAY, ZONE
from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.entry import Entry
from trustjournal.domain.ids import CheckInId, PersonId
from trustjournal.domain.moment import Moment
from trustjournal.domain.mood import Mood
from trustjournal.domain.person import Person, Role
from trustjournal.domain.trust import TrustRating
from trustjournal.storage.check_in_store import CheckInStore
from trustjournal.storage.database import Database
from trustjournal.storage.person_store import PersonStore

DAYS = 4745
PEOPLE = {"Sam": 0.2, "Aunt May": 0.01}
"""Names, and in which share of the entries they are."""
TAGS = {"work": 0.3, "garden": 0.01, "once": 0.001}
FEELINGS = {"calm": 0.1, "on edge": 0.02}
STARRED, DRAFTS = 0.02, 0.005


def dress(people: dict[str, PersonId], count: int) -> Callable[[int, Entry], Entry]:
    """Gives each entry a share of everything; `old job` is a tag of the oldest third alone."""

    def dressed(number: int, entry: Entry) -> Entry:
        chance = random.Random(number)
        tags = [tag for tag, share in TAGS.items() if chance.random() < share]
        if number > count * 2 // 3:
            tags.append("old job")
        return replace(
            entry,
            tags=tuple(tags),
            people=tuple(people[name] for name, share in PEOPLE.items() if chance.random() < share),
            feelings=tuple(word for word, share in FEELINGS.items() if chance.random() < share),
            is_starred=chance.random() < STARRED,
            is_draft=chance.random() < DRAFTS,
        )

    return dressed


def add_people(db: Database) -> dict[str, PersonId]:
    """The people entries are about."""
    store = PersonStore(db)
    return {
        name: store.add(Person(PersonId(UUID(int=number + 1)), name, Role.FRIEND)).id
        for number, name in enumerate(PEOPLE)
    }


def check_in(db: Database, people: dict[str, PersonId]) -> None:
    """A check-in on two days of three, with a rating of somebody on every other one; few moods are very low."""
    chance = random.Random(7)
    store = CheckInStore(db)
    with db.transaction():
        for back in range(DAYS):
            if back % 3 == 2:
                continue
            day = LAST_DAY - timedelta(days=back)
            mood = Mood(-4 if back % 500 == 1 else chance.randint(-3, 4), chance.randint(-4, 4))
            person = people["Sam" if chance.random() < 0.7 else "Aunt May"]
            ratings = (TrustRating(person, day, chance.randint(0, 10)),) if chance.random() < 0.5 else ()
            moment = Moment.on_the_wall(day, time(20), ZONE)
            store.save(CheckIn(CheckInId(UUID(int=chance.getrandbits(128))), moment, mood, (), ratings))
