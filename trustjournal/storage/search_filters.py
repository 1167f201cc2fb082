"""Filters of a search as SQL: how to try one on an entry, and how to walk the entries that pass it, newest first.

Everything a person typed is a bound parameter. No statement here reads the text of an entry.
"""

# ruff: noqa: S608 - statements are put together from literals, and what was typed is bound

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from trustjournal.domain.query import (
    All,
    Any,
    Comparison,
    InDays,
    Mark,
    Marked,
    MoodIs,
    Named,
    Node,
    Not,
    TrustIs,
    Words,
)
from trustjournal.storage.database import Database
from trustjournal.storage.moments import first_position, last_position
from trustjournal.storage.search_names import NameBook
from trustjournal.storage.search_plan import Filter, Literal, Text

Value = str | int | bytes

ALWAYS: Final = (0, 2**63 - 1)
"""All positions there can be."""

COUNTED: Final = 4_000
"""Entries that pass a filter are counted up to here."""

_FLAGS: Final = {
    Mark.STARRED: ("entry_starred", "is_starred = 1"),
    Mark.DRAFT: ("entry_draft", "is_draft = 1"),
    Mark.THERAPY: ("entry_for_therapy", "is_for_therapy = 1"),
    Mark.PHOTO: ("entry_photos", "photos > 0"),
}
"""The index that has only these entries, and what it asks for."""

_FILE: Final = (
    "SELECT x.position FROM attachment a INDEXED BY attachment_file CROSS JOIN entry x ON x.id = a.entry"
    " WHERE a.kind = 'file' AND a.deleted_at IS NULL AND x.position IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of a statement and what is bound in it."""

    text: str
    values: tuple[Value, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Walk:
    """A table `w` whose column `position` gives entries in order. `count` is how many, as far as counted."""

    table: str
    condition: Sql
    bound: tuple[Value, ...] = field(default=(), repr=False)
    """What is bound in the table itself."""
    count: int | None = None


WHOLE_JOURNAL: Final = Walk("entry w INDEXED BY entry_marks", Sql("w.position IS NOT NULL"))


class Filters:
    """Filters as SQL, for one query over one journal."""

    def __init__(self, db: Database, names: NameBook, expression: Callable[[Words], str | None]) -> None:
        self._db = db
        self._names = names
        self._expression = expression
        self._marks: dict[Named, tuple[str, ...]] = {}
        self._people: dict[str, tuple[bytes, ...]] = {}
        self._counts: dict[tuple[str, ...], int] = {}

    # Trying one on an entry -------------------------------------------------------------------

    def check(self, literal: Literal, position: str) -> Sql:
        """What is true where the entry at `position` (a column) passes."""
        found = self._check(literal.condition, position)
        return Sql(f"NOT {found.text}", found.values) if literal.is_negated else found

    def _check(self, condition: Text | Filter | All | Any, position: str) -> Sql:
        match condition:
            case Text():
                return _matches(condition.expression, position)
            case All() | Any():
                return self._check_node(condition, position)
            case InDays():
                return Sql(f"({position} BETWEEN ? AND ?)", range_of(condition))
            case Named():
                marks = self._marks_of(condition)
                if not marks:
                    return Sql("(0)")
                one_of = f"FROM search_mark x WHERE x.mark IN ({_places(marks)})"
                if self._count(marks) < COUNTED:  # few enough to be listed once
                    return Sql(f"(+{position} IN (SELECT x.position {one_of}))", marks)
                return Sql(f"EXISTS (SELECT 1 {one_of} AND x.position = {position})", marks)
            case Marked():
                if condition.mark is Mark.FILE:
                    return Sql(
                        "EXISTS (SELECT 1 FROM entry x INDEXED BY entry_marks CROSS JOIN attachment a INDEXED BY"
                        f" attachment_file ON a.entry = x.id WHERE x.position = {position} AND a.kind = 'file'"
                        " AND a.deleted_at IS NULL)"
                    )
                index, flag = _FLAGS[condition.mark]
                return Sql(
                    f"EXISTS (SELECT 1 FROM entry x INDEXED BY {index} WHERE x.{flag} AND x.position = {position})"
                )
            case MoodIs():
                return Sql(
                    "EXISTS (SELECT 1 FROM entry x INDEXED BY entry_marks CROSS JOIN check_in c INDEXED BY"
                    f" check_in_mood ON c.day = x.day WHERE x.position = {position} AND c.deleted_at IS NULL"
                    f" AND c.pleasantness {condition.comparison.value} ?)",
                    (condition.value,),
                )
            case TrustIs():
                return self._check_trust(condition, position)

    def _check_trust(self, trust: TrustIs, position: str) -> Sql:
        compared = _compared("r.value", trust.comparison, trust.value)
        rating = f"r.deleted_at IS NULL AND r.value IS NOT NULL{compared.text}"
        start = "EXISTS (SELECT 1 FROM entry x INDEXED BY entry_marks CROSS JOIN"
        if trust.name is None:
            return Sql(
                f"{start} entry_person l ON l.entry = x.id CROSS JOIN trust_rating r INDEXED BY trust_rating_value"
                f" ON r.day = x.day AND r.person = l.person WHERE x.position = {position} AND {rating})",
                compared.values,
            )
        people = self._people_named(trust.name)
        if not people:
            return Sql("(0)")
        return Sql(
            f"{start} trust_rating r INDEXED BY trust_rating_value ON r.day = x.day AND r.person IN"
            f" ({_places(people)}) WHERE x.position = {position} AND {rating})",
            (*people, *compared.values),
        )

    def _check_node(self, node: Node, position: str) -> Sql:
        """A whole query, tried on one entry."""
        match node:
            case Words():
                expression = self._expression(node)
                return Sql("(1)") if expression is None else _matches(expression, position)
            case Not():
                inner = self._check_node(node.node, position)
                return Sql(f"NOT {inner.text}", inner.values)
            case All() | Any():
                parts = [self._check_node(part, position) for part in node.nodes]
                joined = (" AND " if isinstance(node, All) else " OR ").join(part.text for part in parts)
                return Sql(f"({joined})", tuple(value for part in parts for value in part.values))
            case _:
                return self._check(node, position)

    # Walking those that pass ------------------------------------------------------------------

    def walk(self, condition: Filter) -> Walk | None:
        """The entries that pass, where something lists just them in order, or they are few."""
        match condition:
            case Named():
                marks = self._marks_of(condition)
                if not marks:
                    return Walk("search_mark w", Sql("0"), count=0)
                count = self._count(marks)
                if len(marks) == 1:
                    return Walk("search_mark w", Sql("w.mark = ?", marks), count=count)
                several = f"(SELECT DISTINCT position FROM search_mark WHERE mark IN ({_places(marks)})) w"
                return Walk(several, Sql("1"), marks, count) if count < COUNTED else None
            case Marked() if condition.mark is Mark.FILE:
                return self._counted(Walk(f"(SELECT DISTINCT position FROM ({_FILE})) w", Sql("1")))
            case Marked():
                index, flag = _FLAGS[condition.mark]
                return self._counted(Walk(f"entry w INDEXED BY {index}", Sql(f"w.{flag}")))
            case _:
                return None

    def _counted(self, walk: Walk) -> Walk:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {walk.table} WHERE {walk.condition.text} LIMIT ?)"
        row = self._db.row(sql, (*walk.bound, *walk.condition.values, COUNTED))
        return replace(walk, count=0 if row is None else int(row[0]))

    def _count(self, marks: tuple[str, ...]) -> int:
        if marks not in self._counts:
            sql = f"SELECT count(*) FROM (SELECT 1 FROM search_mark WHERE mark IN ({_places(marks)}) LIMIT ?)"
            row = self._db.row(sql, (*marks, COUNTED))
            self._counts[marks] = 0 if row is None else int(row[0])
        return self._counts[marks]

    def reach(self, condition: Filter) -> tuple[int, int] | None:
        """The oldest and the newest position a name has; None for other filters, and for many names at once."""
        if not isinstance(condition, Named):
            return None
        marks = self._marks_of(condition)
        if len(marks) != 1:
            return None
        row = self._db.row(
            "SELECT (SELECT min(position) FROM search_mark WHERE mark = ?1),"
            " (SELECT max(position) FROM search_mark WHERE mark = ?1)",
            marks,
        )
        return (0, -1) if row is None or row[0] is None else (row[0], row[1])

    def days(self, condition: MoodIs | TrustIs, most: int) -> list[str] | None:
        """The days on which there is such a check-in, newest first; None where there are more than `most`."""
        if isinstance(condition, MoodIs):
            compared = _compared("pleasantness", condition.comparison, condition.value)
            sql = "check_in INDEXED BY check_in_mood WHERE deleted_at IS NULL AND pleasantness IS NOT NULL"
            values: Sequence[Value] = ()
        else:
            compared = _compared("value", condition.comparison, condition.value)
            sql = "trust_rating INDEXED BY trust_rating_value WHERE deleted_at IS NULL AND value IS NOT NULL"
            values = ()
            if condition.name is not None:
                values = self._people_named(condition.name)
                if not values:
                    return []
                sql += f" AND person IN ({_places(values)})"
        rows = self._db.rows(
            f"SELECT DISTINCT day FROM {sql}{compared.text} ORDER BY day DESC LIMIT ?",
            (*values, *compared.values, most + 1),
        )
        return [row[0] for row in rows] if len(rows) <= most else None

    def _marks_of(self, named: Named) -> tuple[str, ...]:
        if named not in self._marks:
            self._marks[named] = self._names.marks(named)
        return self._marks[named]

    def _people_named(self, name: str) -> tuple[bytes, ...]:
        if name not in self._people:
            self._people[name] = self._names.people(name)
        return self._people[name]


def range_of(days: InDays) -> tuple[int, int]:
    """The lowest and the highest position in a stretch of days."""
    low, high = ALWAYS
    return (
        low if days.first is None else first_position(days.first),
        high if days.last is None else last_position(days.last),
    )


def range_of_day(day: str) -> tuple[int, int]:
    """The lowest and the highest position of a day."""
    found = date.fromisoformat(day)
    return first_position(found), last_position(found)


def _matches(expression: str, position: str) -> Sql:
    return Sql(f"EXISTS (SELECT 1 FROM search x WHERE x.search MATCH ? AND x.rowid = {position})", (expression,))


def _compared(column: str, comparison: Comparison | None, value: int) -> Sql:
    return Sql("") if comparison is None else Sql(f" AND {column} {comparison.value} ?", (value,))


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
