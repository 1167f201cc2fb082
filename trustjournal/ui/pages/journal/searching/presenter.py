"""Decides what is said around a search: chips, remarks, the count, names to complete, saved searches. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trustjournal.domain.change import Changed
from trustjournal.domain.clock import Clock, moment_now
from trustjournal.domain.found import SavedSearch
from trustjournal.domain.query import Problem, Query, Term, parse_query, with_term, without
from trustjournal.services.finding import FindingService
from trustjournal.services.saved_searches import SavedSearchService
from trustjournal.ui.kit.tasks import TaskHandle, Tasks
from trustjournal.ui.pages.journal.searching.state import MOST_COUNTED, SearchState


class SearchPresenter:
    """The text of the field is the one truth: what a chip or a menu does is a change of that text."""

    def __init__(
        self,
        *,
        finding: FindingService,
        saved: SavedSearchService,
        clock: Clock,
        tasks: Tasks,
        show: Callable[[SearchState], None],
        put_query: Callable[[str], None],
        tell: Callable[[Exception], None],
        deleted: Callable[[SavedSearch], None],
    ) -> None:
        self._finding = finding
        self._saved = saved
        self._clock = clock
        self._tasks = tasks
        self._show = show
        self._put_query = put_query
        self._tell = tell
        self._deleted = deleted
        self._state = SearchState(self._read(""))
        self._asking: TaskHandle | None = None
        self._names_are_fresh = False

    @property
    def state(self) -> SearchState:
        """What is shown now."""
        return self._state

    # The text ---------------------------------------------------------------------------------

    def query_changed(self, text: str) -> None:
        """The field says something else."""
        if text != self._state.query.text:
            self._stop_asking()
            self._update(replace(self._state, query=self._read(text), remarks=(), found=None))

    def answered(self, text: str, shown: int, *, has_more: bool) -> None:
        """The list shows what a query finds: so many, and perhaps more."""
        self.query_changed(text)
        self._stop_asking()
        if not text.strip():
            return
        asked = self._state.query.text

        def ask() -> tuple[tuple[Problem, ...], int]:
            return self._finding.remarks(text), (
                self._finding.count_found(text, MOST_COUNTED + 1) if has_more else shown
            )

        def told(answer: tuple[tuple[Problem, ...], int]) -> None:
            if asked == self._state.query.text:
                remarks, found = answer
                self._update(replace(self._state, remarks=remarks, found=found))

        self._asking = self._tasks.run(ask, owner=self, done=told, failed=lambda _error: None)

    def add(self, term: str) -> None:
        """Write a term into the query."""
        self._put_query(with_term(self._state.query.text, term))

    def remove(self, term: Term) -> None:
        """Take a term out of the query."""
        self._put_query(without(self._state.query, term))

    def mend(self, remark: Problem) -> None:
        """Write what was probably meant in the place of what was typed."""
        if remark.suggestion is not None:
            text = self._state.query.text
            self._put_query(text[: remark.start] + remark.suggestion + text[remark.end :])

    # Names ------------------------------------------------------------------------------------

    def read_names(self) -> None:
        """Read what can stand behind an operator, unless nothing has changed since it was read."""
        if self._names_are_fresh:
            return
        self._names_are_fresh = True
        self._tasks.run(
            self._finding.known_names,
            owner=self,
            done=lambda names: self._update(replace(self._state, names=names)),
            failed=self._tell,
        )

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if changed in (Changed.ENTRIES, Changed.PEOPLE):
            self._names_are_fresh = False
        elif changed is Changed.SAVED_SEARCHES:
            self.read_saved()

    # Saved searches ---------------------------------------------------------------------------

    def read_saved(self) -> None:
        """Read the saved searches."""
        self._tasks.run(
            self._saved.all,
            owner=self,
            done=lambda saved: self._update(replace(self._state, saved=saved)),
            failed=self._tell,
        )

    def save(self, name: str) -> None:
        """Keep the query under a name."""
        query = self._state.query.text.strip()
        if name.strip() and query:
            self._change(lambda: self._saved.save(name, query))

    def run_saved(self, search: SavedSearch) -> None:
        """Search for what was saved."""
        self._put_query(search.query)

    def rename(self, search: SavedSearch, name: str) -> None:
        """Keep a saved search under another name."""
        if name.strip() and name.strip() != search.name:
            self._change(lambda: self._saved.rename(search, name))

    def delete(self, search: SavedSearch) -> None:
        """Delete a saved search, and offer to undo that."""

        def done(_: object) -> None:
            self.read_saved()
            self._deleted(search)

        self._tasks.run(lambda: self._saved.delete(search), owner=self, done=done, failed=self._tell)

    def undo_delete(self, search: SavedSearch) -> None:
        """Bring a saved search back."""
        self._change(lambda: self._saved.undo_delete(search))

    # Inside -----------------------------------------------------------------------------------

    def _change(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, owner=self, done=lambda _: self.read_saved(), failed=self._tell)

    def _read(self, text: str) -> Query:
        return parse_query(text, moment_now(self._clock).day)

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _update(self, state: SearchState) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
