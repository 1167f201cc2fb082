"""Looks for words in entries themselves: where filters leave few of them, reading those is the shortest way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from trustjournal.domain.query import Node
from trustjournal.storage.database import Database
from trustjournal.storage.search_query import TextQuery, both, either
from trustjournal.storage.shadow_text import Shadows

_LONG_TEXT: Final = 64 * 1024
"""Bytes: the full-text index is asked about an entry whose text is longer."""
_LOT: Final = 64


class WordReader:
    """Reads for one query."""

    def __init__(self, db: Database, text: TextQuery, shadows: Shadows) -> None:
        self._db = db
        self._text = text
        self._shadows = shadows

    def passing(self, positions: Sequence[int], wanted: Sequence[Node], unwanted: Sequence[Node]) -> Iterator[int]:
        """Those of `positions`, in their order, whose entries have all of `wanted` and none of `unwanted`."""
        for start in range(0, len(positions), _LOT):
            lot = positions[start : start + _LOT]
            passes = set(self._passing(lot, wanted, unwanted))
            yield from (position for position in lot if position in passes)

    def _passing(self, lot: Sequence[int], wanted: Sequence[Node], unwanted: Sequence[Node]) -> Iterator[int]:
        rows = self._db.rows(
            "SELECT position, title, CASE WHEN octet_length(text) <= ? THEN text END FROM entry WHERE position IN"  # noqa: S608
            f" ({', '.join('?' * len(lot))})",
            (_LONG_TEXT, *lot),
        )
        for position, title, text in rows:
            if text is None:
                passes = self._is_hit(position, wanted, is_hit=True) and self._is_hit(position, unwanted, is_hit=False)
            else:
                words = self._shadow(title), self._shadow(text)
                passes = all(self._text.stands_in(node, words) for node in wanted) and not any(
                    self._text.stands_in(node, words) for node in unwanted
                )
            if passes:
                yield position

    def _shadow(self, text: str) -> str:
        return f" {self._shadows.of(text)} "

    def _is_hit(self, position: int, nodes: Sequence[Node], *, is_hit: bool) -> bool:
        expressions = [found for node in nodes if (found := self._text.expression(node)) is not None]
        if not expressions:
            return True
        expression = both(expressions, ()) if is_hit else either(expressions)
        row = self._db.row("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?", (expression, position))
        return (row is not None) is is_hit
