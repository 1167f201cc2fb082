"""The people a journal is about."""

from __future__ import annotations

from uuid import uuid4

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import Person, Role
from trustjournal.storage.person_store import PersonStore


class PeopleService:
    """Adds and changes people; nobody is ever deleted, only archived."""

    def __init__(self, store: PersonStore, *, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def people(self, *, archived: bool = False) -> tuple[Person, ...]:
        """Everybody in the order they were added; those archived among them only if `archived`."""
        return self._store.all(archived)

    def add(self, name: str, role: Role) -> Person:
        """A new person; raises NameTakenError, TooLongError, and ValueError for an empty name."""
        return self._kept(self._store.add(_named(Person(PersonId(uuid4()), name, role))))

    def named(self, name: str, role: Role) -> Person:
        """Whoever has this name, archived or not; else a new person, who has the role. Raises as `add` does."""
        return self._store.named(name) or self.add(name, role)

    def change(self, person: Person) -> Person:
        """Another name, role or archive mark for somebody; raises as `add` does."""
        return self._kept(self._store.change(_named(person)))

    def _kept(self, person: Person) -> Person:
        self._announce(Changed.PEOPLE)
        return person


def _named(person: Person) -> Person:
    if not person.name.strip():
        raise ValueError("a person needs a name")
    return person
