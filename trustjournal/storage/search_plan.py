"""A query as clauses of which one must be true: each can then be looked for in its own best way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from trustjournal.domain.query import All, Any, InDays, Marked, MoodIs, Named, Node, Not, TrustIs, Words
from trustjournal.storage.search_query import TextQuery

_MOST_CLAUSES: Final = 32
"""A query that would have more is one clause that is tried on every entry."""


@dataclass(frozen=True, slots=True)
class Text:
    """What the full-text index is asked."""

    expression: str = field(repr=False)
    node: Node = field(repr=False)


Filter = Named | InDays | Marked | MoodIs | TrustIs


@dataclass(frozen=True, slots=True)
class Literal:
    """One thing that must be so, or not so. A `Node` in it is a whole query that could not be taken apart."""

    condition: Text | Filter | All | Any
    is_negated: bool


Clause = tuple[Literal, ...]
"""What must all be so."""


class _TooManyError(Exception):
    """Taken apart, the query would be too long."""


def clauses_of(tree: Node, text: TextQuery) -> tuple[Clause, ...]:
    """The clauses of `tree`; none where it says nothing."""
    try:
        found = _clauses(tree, text, is_negated=False)
    except _TooManyError:
        assert isinstance(tree, All | Any | Not)
        whole = tree.node if isinstance(tree, Not) else tree
        assert isinstance(whole, All | Any)
        return ((Literal(whole, isinstance(tree, Not)),),)
    return tuple(found or ())


def _clauses(node: Node, text: TextQuery, *, is_negated: bool) -> list[Clause] | None:
    """None for what says nothing."""
    expression = text.expression(node)
    if expression is not None:
        return [(Literal(Text(expression, node), is_negated),)]
    match node:
        case Words():
            return None
        case Not():
            return _clauses(node.node, text, is_negated=not is_negated)
        case All() | Any():
            parts = [found for part in node.nodes if (found := _clauses(part, text, is_negated=is_negated)) is not None]
            if not parts:
                return None
            return _every_way(parts) if isinstance(node, All) != is_negated else _limited([*chain.from_iterable(parts)])
        case _:
            return [(Literal(node, is_negated),)]


def _every_way(parts: Sequence[list[Clause]]) -> list[Clause]:
    """All of the parts at once: every clause of one with every clause of the others."""
    found: list[Clause] = [()]
    for part in parts:
        if len(found) * len(part) > _MOST_CLAUSES:
            raise _TooManyError
        found = [(*clause, *more) for clause in found for more in part]
    return found


def _limited(clauses: list[Clause]) -> list[Clause]:
    if len(clauses) > _MOST_CLAUSES:
        raise _TooManyError
    return clauses
