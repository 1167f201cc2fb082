"""Decides what the Help page shows. Knows no widgets, finds out nothing by itself and calls nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto

from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.guide import Article
from trustjournal.domain.help import HelpNumbers, OwnNumber, has_digits
from trustjournal.domain.ids import OwnNumberId
from trustjournal.errors import ContentError
from trustjournal.services.choices import ChoiceService
from trustjournal.services.own_numbers import OwnNumberService
from trustjournal.ui.kit.tasks import Tasks


class Need(Enum):
    """What a form still needs."""

    NAME = auto()
    NUMBER = auto()
    DIGITS = auto()
    """There are words where a number is, and no digit."""


@dataclass(frozen=True, slots=True)
class HelpState:
    """What is shown: the first page of Help, or the `article` that is open."""

    today: date
    articles: tuple[Article, ...]
    numbers: HelpNumbers | None = None
    """None until they were read, and where they cannot be."""
    country: str = field(default="", repr=False)
    """The id of the country that was chosen; empty for none."""
    own: tuple[OwnNumber, ...] = ()
    is_adding: bool = False
    editing: OwnNumberId | None = None
    trouble: Need | Exception | None = field(default=None, repr=False)
    """What is amiss: with the open form, or without one, with the page."""
    article: Article | None = None

    @property
    def has_form(self) -> bool:
        """Whether a number is being put in or changed."""
        return self.is_adding or self.editing is not None


class HelpPresenter:
    """Reads numbers and articles, and carries out what a person wishes with their own numbers.

    `deleted` is told which number was just deleted, so that it can be undone.
    """

    def __init__(
        self,
        *,
        read_numbers: Callable[[], HelpNumbers],
        articles: tuple[Article, ...],
        own_numbers: OwnNumberService,
        choices: ChoiceService,
        clock: Clock,
        tasks: Tasks,
        show: Callable[[HelpState], None],
        deleted: Callable[[OwnNumber], None],
    ) -> None:
        self._read_numbers = read_numbers
        self._own_numbers = own_numbers
        self._choices = choices
        self._clock = clock
        self._tasks = tasks
        self._show = show
        self._tell_deleted = deleted
        self._state = HelpState(moment_now(clock).day, articles)

    @property
    def state(self) -> HelpState:
        """What is shown now."""
        return self._state

    def visit(self, article_id: str | None) -> None:
        """Show an article, or the first page; one that is no longer there, or cannot be read, leads to that."""
        article = next((one for one in self._state.articles if one.id == article_id), None)
        trouble: Exception | None = None
        if article is not None:
            try:
                _ = article.text
            except ContentError as error:
                article, trouble = None, error
        self._set(replace(self._state, today=moment_now(self._clock).day, article=article, trouble=trouble))
        self._read()

    def refresh(self, changed: Changed) -> None:
        """Something changed."""
        if changed is Changed.OWN_NUMBERS:
            self._read_own()
        elif changed is Changed.SETTINGS:
            self._read_country()

    def choose_country(self, country_id: str) -> None:
        """Show the numbers of this country from now on."""
        self._set(replace(self._state, country=country_id))
        self._tasks.run(
            lambda: self._choices.change(replace(self._choices.settings(), help_country=country_id)),
            owner=self,
            failed=self._on_failed,
        )

    # One's own numbers ------------------------------------------------------------------------

    def start_adding(self) -> None:
        """Open an empty form."""
        self._set(replace(self._state, is_adding=True, editing=None, trouble=None))

    def start_editing(self, id_: OwnNumberId) -> None:
        """Open the form of a number."""
        self._set(replace(self._state, is_adding=False, editing=id_, trouble=None))

    def close_form(self) -> None:
        """Leave everything as it is."""
        self._set(replace(self._state, is_adding=False, editing=None, trouble=None))

    def keep(self, name: str, number: str, note: str) -> None:
        """Add or change a number, by the form that is open."""
        if not name.strip():
            self._set(replace(self._state, trouble=Need.NAME))
        elif not number.strip():
            self._set(replace(self._state, trouble=Need.NUMBER))
        elif not has_digits(number):
            self._set(replace(self._state, trouble=Need.DIGITS))
        elif self._state.is_adding:
            self._run(lambda: self._own_numbers.add(name, number, note))
        elif (one := self._own(self._state.editing)) is not None:
            changed = one
            self._run(lambda: self._own_numbers.change(changed, name, number, note))

    def delete(self, id_: OwnNumberId) -> None:
        """Delete a number, so that it can be brought back."""
        one = self._own(id_)
        if one is not None:
            self._tasks.run(
                lambda: self._own_numbers.delete(one),
                owner=self,
                done=lambda _: self._tell_deleted(one),
                failed=self._on_failed,
            )

    def undo_delete(self, one: OwnNumber) -> None:
        """Bring a deleted number back to its place."""
        self._tasks.run(lambda: self._own_numbers.undo_delete(one), owner=self, failed=self._on_failed)

    # ------------------------------------------------------------------------------------------

    def _own(self, id_: OwnNumberId | None) -> OwnNumber | None:
        return next((one for one in self._state.own if one.id == id_), None)

    def _run(self, work: Callable[[], OwnNumber]) -> None:
        self._tasks.run(work, owner=self, done=lambda _: self.close_form(), failed=self._on_failed)

    def _read(self) -> None:
        self._read_own()
        self._read_country()
        if self._state.numbers is None:
            self._tasks.run(self._read_numbers, owner=self, done=self._on_numbers_read, failed=self._on_failed)

    def _read_own(self) -> None:
        self._tasks.run(self._own_numbers.all, owner=self, done=self._on_own_read, failed=self._on_failed)

    def _read_country(self) -> None:
        self._tasks.run(
            lambda: self._choices.settings().help_country,
            owner=self,
            done=self._on_country_read,
            failed=self._on_failed,
        )

    def _on_own_read(self, own: tuple[OwnNumber, ...]) -> None:
        self._set(replace(self._state, own=own))

    def _on_country_read(self, country: str) -> None:
        self._set(replace(self._state, country=country))

    def _on_numbers_read(self, numbers: HelpNumbers) -> None:
        self._set(replace(self._state, numbers=numbers))

    def _on_failed(self, error: Exception) -> None:
        self._set(replace(self._state, trouble=error))

    def _set(self, state: HelpState) -> None:
        self._state = state
        self._show(state)
