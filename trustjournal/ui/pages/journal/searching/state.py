"""What is shown around a search."""

from __future__ import annotations

from dataclasses import dataclass, field

from trustjournal.domain.found import KnownNames, SavedSearch
from trustjournal.domain.query import Problem, Query, Term, Words

MOST_COUNTED = 500


@dataclass(frozen=True, slots=True)
class SearchState:
    """A query as it was read, and what is said about it."""

    query: Query
    remarks: tuple[Problem, ...] = ()
    found: int | None = None
    """How many entries were found, as far as it is known; one more than `MOST_COUNTED` stands for more."""
    names: KnownNames = field(default_factory=KnownNames)
    saved: tuple[SavedSearch, ...] = ()

    @property
    def filters(self) -> tuple[Term, ...]:
        """The terms that are shown as chips."""
        return tuple(term for term in self.query.terms if not isinstance(term.condition, Words))
