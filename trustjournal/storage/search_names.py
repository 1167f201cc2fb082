"""From the names in a query to the marks of entries: whatever accents and case they are typed with, or half typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from trustjournal.domain.query import Named, Operator, TrustIs
from trustjournal.storage.database import Database
from trustjournal.storage.shadow_text import Shadows

_CLOSE_ENOUGH: Final = 0.6
_FEELINGS: Final = """
WITH RECURSIVE found (mark) AS (
    SELECT min(mark) FROM search_mark WHERE mark >= 'f' AND mark < 'g'
    UNION ALL
    SELECT (SELECT min(mark) FROM search_mark WHERE mark > found.mark AND mark < 'g') FROM found
        WHERE found.mark IS NOT NULL
) SELECT mark FROM found WHERE mark IS NOT NULL
"""
"""Steps from one feeling to the next, however many entries have it."""


@dataclass(frozen=True, slots=True)
class PartNames:
    """A part of the guide: what it can be called by, and its units."""

    names: tuple[str, ...]
    units: tuple[str, ...]


class NameBook:
    """Looks names up, fresh for each query: people and tags come and go."""

    def __init__(self, db: Database, shadows: Shadows, parts: Sequence[PartNames] = ()) -> None:
        self._db = db
        self._shadows = shadows
        self._parts = parts
        self._folded: dict[str, str] = {}

    def marks(self, named: Named) -> tuple[str, ...]:
        """The marks of what has that name, or a name with a word that begins like it; none where nothing has."""
        match named.operator:
            case Operator.PART:
                marks = {name: part.units for part in self._parts for name in part.names}
                found = self._matching(named.name, list(marks))
                return tuple(dict.fromkeys(f"u{unit}" for name in found for unit in marks[name]))
            case Operator.PERSON:
                return tuple(f"p{n}" for n in self._numbers("person", named.name))
            case Operator.TAG:
                return tuple(f"t{n}" for n in self._numbers("tag", named.name))
            case _:
                return tuple(f"f{word}" for word in self._matching(named.name, self.feelings()))

    def people(self, name: str) -> tuple[bytes, ...]:
        """The ids of the people a name means."""
        found = self._numbers("person", name)
        return tuple(row[0] for n in found for row in self._db.rows("SELECT id FROM person WHERE n = ?", (n,)))

    def knows(self, condition: Named | TrustIs) -> bool:
        """Whether something has the name in a condition; one without a name asks for nothing."""
        if isinstance(condition, Named):
            return bool(self.marks(condition))
        return condition.name is None or bool(self._numbers("person", condition.name))

    def nearest(self, condition: Named | TrustIs) -> str | None:
        """The name that was probably meant by one that nothing has."""
        operator = condition.operator if isinstance(condition, Named) else Operator.PERSON
        known = {self._fold(name): name for name in self._known(operator)}
        close = get_close_matches(self._fold(condition.name or ""), known, n=1, cutoff=_CLOSE_ENOUGH)
        return known[close[0]] if close else None

    def feelings(self) -> tuple[str, ...]:
        """The feeling words that entries have, by the alphabet."""
        return tuple(row[0][1:] for row in self._db.rows(_FEELINGS))

    def _known(self, operator: Operator) -> Sequence[str]:
        match operator:
            case Operator.PART:
                return [name for part in self._parts for name in part.names]
            case Operator.PERSON | Operator.TAG:
                return list(self._named(operator.value).values())
            case _:
                return self.feelings()

    def _named(self, table: str) -> Mapping[int, str]:
        rows = self._db.rows(f"SELECT n, name FROM {table} WHERE deleted_at IS NULL")  # noqa: S608 - a literal
        return dict(rows)

    def _numbers(self, table: str, name: str) -> list[int]:
        named = self._named(table)
        found = set(self._matching(name, list(named.values())))
        return [n for n, one in named.items() if one in found]

    def _matching(self, typed: str, names: Sequence[str]) -> list[str]:
        folded = self._fold(typed)
        if not folded:
            return []
        whole = [name for name in names if self._fold(name) == folded]
        return whole or [name for name in names if f" {folded}" in f" {self._fold(name)}"]

    def _fold(self, name: str) -> str:
        found = self._folded.get(name)
        if found is None:
            found = self._folded[name] = self._shadows.of(name)
        return found
