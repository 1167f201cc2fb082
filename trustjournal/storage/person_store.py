"""Keeps the people a journal is about."""

from __future__ import annotations

from uuid import UUID

from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import LONGEST_NAME, Person, Role
from trustjournal.errors import NameTakenError, TooLongError
from trustjournal.storage.database import Database, Row
from trustjournal.storage.records import PERSON, Content, Records
from trustjournal.storage.texts import name_key, storable


class PersonStore:
    """People, by names that differ in more than case and accents' encoding."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._records = Records(db)

    def all(self, archived: bool) -> tuple[Person, ...]:
        """People in the order they were added; the archived ones among them only if `archived`."""
        rows = self._db.rows(
            "SELECT id, name, role, is_archived FROM person WHERE deleted_at IS NULL AND is_archived <= ? ORDER BY n",
            (int(archived),),
        )
        return tuple(_person(row) for row in rows)

    def get(self, id_: PersonId) -> Person | None:
        """The person, archived or not."""
        row = self._db.row(
            "SELECT id, name, role, is_archived FROM person WHERE id = ? AND deleted_at IS NULL", (id_.bytes,)
        )
        return None if row is None else _person(row)

    def named(self, name: str) -> Person | None:
        """Who has this name, archived or not, however it is written."""
        row = self._db.row(
            "SELECT id, name, role, is_archived FROM person WHERE name_key = ? AND deleted_at IS NULL",
            (name_key(storable(name)),),
        )
        return None if row is None else _person(row)

    def add(self, person: Person) -> Person:
        """A new person, as kept; raises NameTakenError, TooLongError."""
        with self._db.transaction():
            kept = self._checked(person)
            self._records.add(PERSON, kept.id, _content(kept), {"name_key": name_key(kept.name)})
        return kept

    def change(self, person: Person) -> Person:
        """Another name, role or archive mark; raises NameTakenError, TooLongError."""
        with self._db.transaction():
            kept = self._checked(person)
            if kept != self.get(kept.id):
                self._records.change(PERSON, kept.id, _content(kept), {"name_key": name_key(kept.name)})
        return kept

    def _checked(self, person: Person) -> Person:
        name = " ".join(storable(person.name).split())
        if len(name) > LONGEST_NAME:
            raise TooLongError("the name is too long")
        namesake = self.named(name)
        if namesake is not None and namesake.id != person.id:
            raise NameTakenError("somebody has that name already")
        return Person(person.id, name, person.role, person.is_archived)


def _content(person: Person) -> Content:
    return {"name": person.name, "role": person.role.value, "is_archived": int(person.is_archived)}


def _person(row: Row) -> Person:
    id_, name, role, is_archived = row
    return Person(PersonId(UUID(bytes=id_)), name, Role(role), bool(is_archived))
