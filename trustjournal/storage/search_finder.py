"""Finds the positions of the newest entries a query is true for, each clause of it in the way that reads least.

Measured at 100,000 entries: one more hit of the full-text index costs 0.1 µs, trying a filter on it 0.1 to 1.5 µs,
asking the full-text index about one entry 60 to 100 µs. So the words lead, unless very few entries pass a filter;
without words the rarest filter leads, and without filters the journal itself. Everything comes newest first, so that
nothing is sorted.
"""

# ruff: noqa: S608 - statements are put together from literals, and what was typed is bound

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from trustjournal.domain.query import InDays, Marked, MoodIs, Named, Node, TrustIs
from trustjournal.storage.database import Database
from trustjournal.storage.search_filters import (
    ALWAYS,
    WHOLE_JOURNAL,
    Filters,
    Sql,
    Value,
    Walk,
    range_of,
    range_of_day,
)
from trustjournal.storage.search_names import NameBook
from trustjournal.storage.search_plan import Clause, Literal, Text, clauses_of
from trustjournal.storage.search_query import TextQuery, both, either

_FEW: Final = 64
"""So few entries are each asked about the words."""
_HITS_AN_ENTRY: Final = 600
"""As many hits can be walked in the time it takes to ask about one entry."""
_FEW_DAYS: Final = 100
"""So many stretches of days are searched one after the other; more of them are found by trying."""
_FIRST_LOT: Final = 128

_Range = tuple[int, int]


class Finder:
    """Finds for one query."""

    def __init__(self, db: Database, names: NameBook, text: TextQuery) -> None:
        self._db = db
        self._text = text
        self._filters = Filters(db, names, text.expression)

    def positions(self, tree: Node, limit: int, before: int | None) -> list[int]:
        """At most `limit` positions, newest first, those before `before` if given."""
        newest = ALWAYS[1] if before is None else before - 1
        found: set[int] = set()
        for clause in clauses_of(tree, self._text):
            found.update(islice(self._of_clause(clause, newest, limit), limit))
        return sorted(found, reverse=True)[:limit]

    def _of_clause(self, clause: Clause, newest: int, limit: int) -> Iterable[int]:
        whole = (ALWAYS[0], newest)
        wanted: list[str] = []
        unwanted: list[str] = []
        filters: list[Literal] = []
        for literal in clause:
            condition = literal.condition
            if isinstance(condition, Text):
                (unwanted if literal.is_negated else wanted).append(condition.expression)
                continue
            if isinstance(condition, InDays) and not literal.is_negated:
                whole = _overlap(whole, range_of(condition))
                continue
            if isinstance(condition, Named) and not literal.is_negated:
                whole = _overlap(whole, self._filters.reach(condition) or ALWAYS)
            filters.append(literal)
        if whole[0] > whole[1]:
            return ()
        return _Search(self._db, self._filters, wanted, unwanted, filters).newest(whole, limit)


class _Search:
    """One clause: words that are wanted, words that are not, and filters."""

    def __init__(
        self,
        db: Database,
        filters: Filters,
        wanted: Sequence[str],
        unwanted: Sequence[str],
        literals: Sequence[Literal],
    ) -> None:
        self._db = db
        self._filters = filters
        self._wanted = both(wanted, unwanted) if wanted else None
        self._unwanted = None if wanted or not unwanted else either(unwanted)
        self._literals = sorted(literals, key=_price)

    def newest(self, whole: _Range, limit: int) -> Iterator[int]:
        """Positions in a range, newest first."""
        leader = self._leader()
        left = limit
        for stretch in self._stretches(whole):
            for position in self._in(stretch, leader, left):
                yield position
                left -= 1
            if left <= 0:
                return

    # Which way --------------------------------------------------------------------------------

    def _leader(self) -> tuple[Literal | None, Walk] | None:
        """The filter whose entries are walked; None where the words lead."""
        walks = [
            (literal, walk)
            for literal in self._literals
            if not literal.is_negated and (walk := self._walk_of(literal)) is not None
        ]
        fewest = min(walks, key=lambda one: one[1].count or 0, default=None)
        if self._wanted is None:
            return fewest or (None, WHOLE_JOURNAL)
        if fewest is None or fewest[1].count is None or fewest[1].count > _FEW:
            return None
        return fewest if self._hits(_HITS_AN_ENTRY * fewest[1].count) else None

    def _walk_of(self, literal: Literal) -> Walk | None:
        condition = literal.condition
        return self._filters.walk(condition) if isinstance(condition, Named | Marked) else None

    def _hits(self, most: int) -> bool:
        """Whether the words have at least so many hits."""
        row = self._db.row(
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", (self._wanted, most)
        )
        return row is not None and row[0] >= most

    def _stretches(self, whole: _Range) -> Sequence[_Range]:
        """Where to look: everywhere, or on the days the mood or the trust was so, if these are few."""
        asked = [
            literal.condition
            for literal in self._literals
            if isinstance(literal.condition, MoodIs | TrustIs) and not literal.is_negated
        ]
        if not asked:
            return (whole,)
        days = set.intersection(*(set(self._filters.days(condition)) for condition in asked))
        stretches = tuple(_stretches_of(days, whole))
        return stretches if len(stretches) <= _FEW_DAYS else (whole,)

    # Walking ----------------------------------------------------------------------------------

    def _in(self, stretch: _Range, leader: tuple[Literal | None, Walk] | None, limit: int) -> Iterable[int]:
        if leader is None:
            assert self._wanted is not None
            return self._by_words(self._wanted, stretch, limit)
        literal, walk = leader
        if self._unwanted is not None and (walk.count is None or walk.count > _FEW):
            return islice(self._without_words(self._unwanted, stretch, literal, walk), limit)
        return self._by_walk(stretch, literal, walk, limit, asks_words=True)

    def _by_words(self, expression: str, stretch: _Range, limit: int) -> list[int]:
        """Hits of the words, each tried on every filter."""
        checks = self._checks(None, "s.rowid")
        rows = self._db.rows(
            f"SELECT s.rowid FROM search s WHERE s.search MATCH ? AND s.rowid BETWEEN ? AND ?{checks.text}"
            " ORDER BY s.rowid DESC LIMIT ?",
            (expression, *stretch, *checks.values, limit),
        )
        return [row[0] for row in rows]

    def _by_walk(
        self, stretch: _Range, leader: Literal | None, walk: Walk, limit: int, *, asks_words: bool
    ) -> list[int]:
        """Entries that pass one filter, each tried on the others, and the full-text index asked about each."""
        checks = self._checks(leader, "w.position")
        values: list[Value] = [*walk.bound, *walk.condition.values, *stretch, *checks.values]
        asks = ""
        for expression, sign in ((self._wanted, ""), (self._unwanted, "NOT ")):
            if asks_words and expression is not None:
                asks += f" AND {sign}EXISTS (SELECT 1 FROM search s WHERE s.search MATCH ? AND s.rowid = w.position)"
                values.append(expression)
        rows = self._db.rows(
            f"SELECT w.position FROM {walk.table} WHERE {walk.condition.text}"
            f" AND w.position BETWEEN ? AND ?{checks.text}{asks} ORDER BY w.position DESC LIMIT ?",
            (*values, limit),
        )
        return [row[0] for row in rows]

    def _without_words(self, unwanted: str, stretch: _Range, leader: Literal | None, walk: Walk) -> Iterator[int]:
        """Lot after lot, less the hits of the words that are not wanted between its ends."""
        lowest, highest = stretch
        lot = _FIRST_LOT
        while found := self._by_walk((lowest, highest), leader, walk, lot, asks_words=False):
            excluded = set(self._by_words(unwanted, (found[-1], found[0]), len(found)))
            yield from (position for position in found if position not in excluded)
            if len(found) < lot:
                break
            highest = found[-1] - 1
            lot *= 4

    def _checks(self, leader: Literal | None, position: str) -> Sql:
        """All other filters, the cheapest first: of a CASE no more is tried than is needed."""
        parts = [self._filters.check(literal, position) for literal in self._literals if literal is not leader]
        if not parts:
            return Sql("")
        asked = "".join(f"CASE WHEN {part.text} THEN " for part in parts) + "1" + " END" * len(parts)
        return Sql(f" AND {asked}", tuple(value for part in parts for value in part.values))


def _price(literal: Literal) -> int:
    """Cheaper filters are tried first."""
    condition = literal.condition
    order: Sequence[type] = (InDays, Named, Marked, MoodIs, TrustIs)
    return next((price for price, kind in enumerate(order) if isinstance(condition, kind)), len(order))


def _overlap(first: _Range, second: _Range) -> _Range:
    return max(first[0], second[0]), min(first[1], second[1])


def _stretches_of(days: Iterable[str], whole: _Range) -> Iterator[_Range]:
    """The positions of days, newest first, days that follow one another as one stretch."""
    current: _Range | None = None
    for day in sorted(days, reverse=True):
        low, high = _overlap(range_of_day(day), whole)
        if low > high:
            continue
        if current is not None and high + 1 == current[0]:
            current = (low, current[1])
            continue
        if current is not None:
            yield current
        current = (low, high)
    if current is not None:
        yield current
