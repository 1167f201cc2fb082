"""Finds the positions of the newest entries a query is true for, each clause of it in the way that reads least.

Measured at 100,000 entries: one more hit of the full-text index costs 0.1 µs, trying a filter on it 0.1 to 1.5 µs,
reading an entry of 200 words 30 µs, asking the full-text index about one entry 60 to 100 µs. So the words lead, unless
filters leave few entries; without words the rarest filter leads, and without filters the journal itself. Everything
comes newest first, so that nothing is sorted.
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
    COUNTED,
    WHOLE_JOURNAL,
    Filters,
    Sql,
    Walk,
    range_of,
    range_of_day,
)
from trustjournal.storage.search_names import NameBook
from trustjournal.storage.search_plan import Clause, Literal, Text, clauses_of
from trustjournal.storage.search_query import TextQuery, both, either
from trustjournal.storage.search_reader import WordReader
from trustjournal.storage.shadow_text import Shadows

_FEW: Final = 200
"""Where filters leave no more entries than these, the entries themselves are read."""
_MANY_HITS: Final = 5_000
"""Fewer hits of the words than this are each tried on the filters in less time than reading takes."""
_FEW_DAYS: Final = 100
"""So many days are searched one after the other; more of them are found by trying."""
_FIRST_LOT: Final = 128

_Range = tuple[int, int]


class Finder:
    """Finds for one query."""

    def __init__(self, db: Database, names: NameBook, text: TextQuery, shadows: Shadows) -> None:
        self._db = db
        self._text = text
        self._reader = WordReader(db, text, shadows)
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
        wanted: list[Text] = []
        unwanted: list[Text] = []
        filters: list[Literal] = []
        for literal in clause:
            condition = literal.condition
            if isinstance(condition, Text):
                (unwanted if literal.is_negated else wanted).append(condition)
                continue
            if isinstance(condition, InDays) and not literal.is_negated:
                whole = _overlap(whole, range_of(condition))
                continue
            if isinstance(condition, Named) and not literal.is_negated:
                whole = _overlap(whole, self._filters.reach(condition) or ALWAYS)
            filters.append(literal)
        if whole[0] > whole[1]:
            return ()
        return _Search(self._db, self._filters, self._reader, wanted, unwanted, filters).newest(whole, limit)


class _Search:
    """One clause: words that are wanted, words that are not, and filters."""

    def __init__(
        self,
        db: Database,
        filters: Filters,
        reader: WordReader,
        wanted: Sequence[Text],
        unwanted: Sequence[Text],
        literals: Sequence[Literal],
    ) -> None:
        self._db = db
        self._filters = filters
        self._reader = reader
        self._words = [text.node for text in wanted], [text.node for text in unwanted]
        wishes, others = [text.expression for text in wanted], [text.expression for text in unwanted]
        self._wanted = both(wishes, others) if wishes else None
        self._unwanted = None if wishes or not others else either(others)
        self._literals = sorted(literals, key=_price)

    def newest(self, whole: _Range, limit: int) -> Iterable[int]:
        """Positions in a range, newest first."""
        literal, walk = self._fewest()
        has_words = self._wanted is not None or self._unwanted is not None
        is_short = walk.count is not None and walk.count < COUNTED
        if has_words and is_short and (self._wanted is None or self._hits(_MANY_HITS)):
            few = self._by_walk(whole, literal, walk, _FEW + 1)
            if len(few) <= _FEW:
                return islice(self._reader.passing(few, *self._words), limit)
        found: list[int] = []
        for stretch in self._stretches(whole):
            found += self._in(stretch, literal, walk, limit - len(found))
            if len(found) >= limit:
                break
        return found

    # Which way --------------------------------------------------------------------------------

    def _fewest(self) -> tuple[Literal | None, Walk]:
        """The filter that the fewest entries pass; the whole journal where none lists them."""
        walks = [
            (literal, walk)
            for literal in self._literals
            if not literal.is_negated and (walk := self._walk_of(literal)) is not None
        ]
        return min(walks, key=lambda one: one[1].count or 0, default=(None, WHOLE_JOURNAL))

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
        found = [set(days) for one in asked if (days := self._filters.days(one, _FEW_DAYS)) is not None]
        return tuple(_stretches_of(set.intersection(*found), whole)) if found else (whole,)

    # Walking ----------------------------------------------------------------------------------

    def _in(self, stretch: _Range, literal: Literal | None, walk: Walk, limit: int) -> Iterable[int]:
        if self._wanted is not None:
            return self._by_words(self._wanted, stretch, limit)
        if self._unwanted is not None:
            return islice(self._without_words(self._unwanted, stretch, literal, walk), limit)
        return self._by_walk(stretch, literal, walk, limit)

    def _by_words(self, expression: str, stretch: _Range, limit: int) -> list[int]:
        """Hits of the words, each tried on every filter."""
        checks = self._checks(None, "s.rowid")
        rows = self._db.rows(
            f"SELECT s.rowid FROM search s WHERE s.search MATCH ? AND s.rowid BETWEEN ? AND ?{checks.text}"
            " ORDER BY s.rowid DESC LIMIT ?",
            (expression, *stretch, *checks.values, limit),
        )
        return [row[0] for row in rows]

    def _by_walk(self, stretch: _Range, leader: Literal | None, walk: Walk, limit: int) -> list[int]:
        """Entries that pass one filter, each tried on the others; words are not looked at."""
        checks = self._checks(leader, "w.position")
        rows = self._db.rows(
            f"SELECT w.position FROM {walk.table} WHERE {walk.condition.text}"
            f" AND w.position BETWEEN ? AND ?{checks.text} ORDER BY w.position DESC LIMIT ?",
            (*walk.bound, *walk.condition.values, *stretch, *checks.values, limit),
        )
        return [row[0] for row in rows]

    def _without_words(self, unwanted: str, stretch: _Range, leader: Literal | None, walk: Walk) -> Iterator[int]:
        """Lot after lot, less the hits of the words that are not wanted between its ends."""
        lowest, highest = stretch
        lot = _FIRST_LOT
        while found := self._by_walk((lowest, highest), leader, walk, lot):
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
