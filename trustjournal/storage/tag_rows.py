"""Tags: made when first used, and one tag however it is capitalised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from trustjournal.storage.database import Database
from trustjournal.storage.records import TAG, Records
from trustjournal.storage.texts import name_key, storable


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag by the name it was first given."""

    id: UUID
    name: str


def tags_named(db: Database, records: Records, names: Sequence[str]) -> tuple[Tag, ...]:
    """The tags of these names, each once, in order; those that are not there yet are made."""
    by_key = {name_key(storable(name)): " ".join(storable(name).split()) for name in reversed(names)}
    keys = dict.fromkeys(name_key(storable(name)) for name in names)
    return tuple(_tag(db, records, key, by_key[key]) for key in keys if key)


def _tag(db: Database, records: Records, key: str, name: str) -> Tag:
    row = db.row("SELECT id, name FROM tag WHERE name_key = ? AND deleted_at IS NULL", (key,))
    if row is not None:
        return Tag(UUID(bytes=row[0]), row[1])
    tag = Tag(uuid4(), name)
    records.add(TAG, tag.id, {"name": name}, {"name_key": key})
    return tag
