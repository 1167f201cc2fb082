"""Reads what lists show of entries, for whoever has their positions."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.ids import EntryId, PersonId
from trustjournal.storage.database import Database, Parameters
from trustjournal.storage.moments import from_columns

_COLUMNS = (
    "e.id, e.position, e.day, e.wall_time, e.zone, e.instant, e.title, e.excerpt, p.unit,"
    " e.is_starred, e.is_draft, e.photos"
)
_TABLES = "entry e LEFT JOIN prompt_served p ON p.id = e.prompt"


def summaries_where(db: Database, condition: str, parameters: Parameters) -> tuple[EntrySummary, ...]:
    """The summaries of the entries `e` (with their prompt `p`) that fit a condition, in its order."""
    rows = db.rows(f"SELECT {_COLUMNS} FROM {_TABLES} WHERE {condition}", parameters)  # noqa: S608 - conditions are literals
    ids = [row[0] for row in rows]
    people = people_of(db, ids)
    tags = tags_of(db, ids)
    feelings = feelings_of(db, ids)
    return tuple(
        EntrySummary(
            id=EntryId(UUID(bytes=id_)),
            position=position,
            moment=from_columns(day, wall_time, zone, instant),
            title=title,
            excerpt=excerpt,
            people=tuple(people.get(id_, ())),
            tags=tuple(tags.get(id_, ())),
            unit=unit,
            feelings=tuple(feelings.get(id_, ())),
            is_starred=bool(is_starred),
            is_draft=bool(is_draft),
            photos=photos,
        )
        for id_, position, day, wall_time, zone, instant, title, excerpt, unit, is_starred, is_draft, photos in rows
    )


def summaries_at(db: Database, positions: Sequence[int]) -> tuple[EntrySummary, ...]:
    """The summaries of the entries at `positions`, in that order; positions nobody holds are left out."""
    found = {
        summary.position: summary
        for summary in summaries_where(db, f"e.position IN ({_marks(positions)})", tuple(positions))
    }
    return tuple(found[position] for position in positions if position in found)


def people_of(db: Database, entries: Sequence[bytes]) -> dict[bytes, list[PersonId]]:
    """The people of each of `entries`, in their order."""
    people: dict[bytes, list[PersonId]] = {}
    for entry, person in db.rows(
        f"SELECT entry, person FROM entry_person WHERE entry IN ({_marks(entries)}) ORDER BY entry, place",  # noqa: S608
        tuple(entries),
    ):
        people.setdefault(entry, []).append(PersonId(UUID(bytes=person)))
    return people


def tags_of(db: Database, entries: Sequence[bytes]) -> dict[bytes, list[str]]:
    """The tags of each of `entries`, in their order."""
    tags: dict[bytes, list[str]] = {}
    for entry, name in db.rows(
        "SELECT entry_tag.entry, tag.name FROM entry_tag JOIN tag ON tag.id = entry_tag.tag"  # noqa: S608 - only marks
        f" WHERE entry_tag.entry IN ({_marks(entries)}) ORDER BY entry_tag.entry, entry_tag.place",
        tuple(entries),
    ):
        tags.setdefault(entry, []).append(name)
    return tags


def feelings_of(db: Database, entries: Sequence[bytes]) -> dict[bytes, list[str]]:
    """The feeling words of each of `entries`, in their order."""
    feelings: dict[bytes, list[str]] = {}
    for entry, word in db.rows(
        f"SELECT entry, word FROM entry_feeling WHERE entry IN ({_marks(entries)}) ORDER BY entry, place",  # noqa: S608
        tuple(entries),
    ):
        feelings.setdefault(entry, []).append(word)
    return feelings


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
