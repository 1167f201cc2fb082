"""Decides what the People page shows. Knows no widgets, ranks nobody and adds nothing up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from trustjournal.domain.change import Changed
from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import Person, Role
from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.tasks import Tasks


class Need(Enum):
    """What a form still needs."""

    NAME = auto()


@dataclass(frozen=True, slots=True)
class PeopleState:
    """The people, and the one form that may be open. `is_read` is False until the journal has answered once."""

    is_read: bool = False
    present: tuple[Person, ...] = ()
    archived: tuple[Person, ...] = ()
    shows_archived: bool = False
    is_adding: bool = False
    editing: PersonId | None = None
    trouble: Need | Exception | None = None
    """What is amiss: with the open form, or without one, with the page."""


class PeoplePresenter:
    """Reads the people and carries out what a person wishes with them.

    `archived` is told who was just archived, so that it can be undone.
    """

    def __init__(
        self,
        *,
        people: PeopleService,
        tasks: Tasks,
        show: Callable[[PeopleState], None],
        archived: Callable[[Person], None],
    ) -> None:
        self._people = people
        self._tasks = tasks
        self._show = show
        self._tell_archived = archived
        self._state = PeopleState()

    @property
    def state(self) -> PeopleState:
        """What is shown now."""
        return self._state

    def read(self) -> None:
        """Look at the journal."""
        self._tasks.run(
            lambda: self._people.people(archived=True), owner=self, done=self._on_read, failed=self._on_failed
        )

    def refresh(self, changed: Changed) -> None:
        """Something changed."""
        if changed is Changed.PEOPLE:
            self.read()

    # The one form -----------------------------------------------------------------------------

    def start_adding(self) -> None:
        """Open an empty form."""
        self._set(replace(self._state, is_adding=True, editing=None, trouble=None))

    def start_editing(self, person: PersonId) -> None:
        """Open somebody's form."""
        self._set(replace(self._state, is_adding=False, editing=person, trouble=None))

    def close_form(self) -> None:
        """Leave everything as it is."""
        self._set(replace(self._state, is_adding=False, editing=None, trouble=None))

    def keep(self, name: str, role: Role) -> None:
        """Add or change somebody, by the form that is open."""
        name = " ".join(name.split())
        if not name:
            self._set(replace(self._state, trouble=Need.NAME))
        elif self._state.is_adding:
            self._run(lambda: self._people.add(name, role))
        elif (person := self._person(self._state.editing)) is not None:
            changed = replace(person, name=name, role=role)
            self._run(lambda: self._people.change(changed))

    # Archive ----------------------------------------------------------------------------------

    def toggle_archived(self) -> None:
        """Show or fold away those who are archived."""
        self._set(replace(self._state, shows_archived=not self._state.shows_archived))

    def archive(self, person_id: PersonId) -> None:
        """Take somebody off the lists; nothing about them is lost."""
        person = self._person(person_id)
        if person is not None:
            self._run(lambda: self._people.change(replace(person, is_archived=True)), self._tell_archived)

    def bring_back(self, person_id: PersonId) -> None:
        """Put somebody back on the lists."""
        person = self._person(person_id)
        if person is not None:
            self._run(lambda: self._people.change(replace(person, is_archived=False)))

    # ------------------------------------------------------------------------------------------

    def _person(self, person_id: PersonId | None) -> Person | None:
        everybody = (*self._state.present, *self._state.archived)
        return next((person for person in everybody if person.id == person_id), None)

    def _run(self, work: Callable[[], Person], then: Callable[[Person], None] | None = None) -> None:
        def done(person: Person) -> None:
            self.close_form()
            self.read()
            if then is not None:
                then(person)

        self._tasks.run(work, owner=self, done=done, failed=self._on_failed)

    def _on_read(self, people: tuple[Person, ...]) -> None:
        present = tuple(person for person in people if not person.is_archived)
        archived = tuple(person for person in people if person.is_archived)
        self._set(replace(self._state, is_read=True, present=present, archived=archived))

    def _on_failed(self, error: Exception) -> None:
        self._set(replace(self._state, trouble=error))

    def _set(self, state: PeopleState) -> None:
        self._state = state
        self._show(state)
