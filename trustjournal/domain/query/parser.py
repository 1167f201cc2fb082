"""Reads a query. Never fails: what is not understood is left out, and told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from trustjournal.domain.query.pieces import QUOTES, pieces_of
from trustjournal.domain.query.terms import (
    All,
    Any,
    Condition,
    Node,
    Not,
    Piece,
    PieceKind,
    Problem,
    ProblemKind,
    Query,
    Term,
    Words,
)
from trustjournal.domain.query.values import NotUnderstood, read_value

MOST_CHARACTERS: Final = 1000
"""What comes after them is not read."""


def parse_query(text: str, today: date) -> Query:
    """Read `text`; `today` is the day it is where the person is, for words such as *yesterday*."""
    return _Parser(text[:MOST_CHARACTERS], today).query()


class _Parser:
    """Terms beside one another must all be so; OR joins its two neighbours; brackets make one term of several."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._pieces = pieces_of(text)
        self._at = 0
        self._is_negated = False
        self._terms: list[Term] = []
        self._problems: list[Problem] = []
        self._open = self._piece_being_typed()

    def query(self) -> Query:
        tree = self._group()
        return Query(self._text, tree, tuple(self._terms), tuple(self._problems), self._pieces)

    def _piece_being_typed(self) -> int | None:
        """Where the last words begin, unless they are a phrase that is whole."""
        words = [piece for piece in self._pieces if piece.kind in (PieceKind.WORD, PieceKind.PHRASE)]
        if not words or (words[-1].kind is PieceKind.PHRASE and words[-1].is_closed):
            return None
        return words[-1].start

    def _group(self) -> Node | None:
        """Everything up to the bracket that closes, or to the end."""
        rows: list[list[Node | None]] = []
        joins = False
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            self._at += 1
            match piece.kind:
                case PieceKind.CLOSE:
                    break
                case PieceKind.OR:
                    joins = bool(rows)
                case PieceKind.SPACE | PieceKind.AND:
                    pass
                case _:
                    node = self._node(piece)
                    if joins:
                        rows[-1].append(node)
                    else:
                        rows.append([node])
                    joins = False
        return _joined([_joined(row, Any) for row in rows], All)

    def _node(self, piece: Piece) -> Node | None:
        if piece.kind is PieceKind.NOT:
            following = self._pieces[self._at]  # the sign is only one where something follows it at once
            self._at += 1
            self._is_negated = not self._is_negated
            node = self._node_after_sign(following, piece.start)
            self._is_negated = not self._is_negated
            return None if node is None else Not(node)
        return self._node_after_sign(piece, piece.start)

    def _node_after_sign(self, piece: Piece, start: int) -> Node | None:
        if piece.kind is PieceKind.OPEN:
            return self._group()
        if piece.kind is PieceKind.SPACE:  # brackets too deep
            return None
        condition = self._condition(piece)
        if condition is not None:
            self._terms.append(Term(condition, start, piece.end, self._is_negated))
        return condition

    def _condition(self, piece: Piece) -> Condition | None:
        typed = self._text[piece.start : piece.end]
        match piece.kind:
            case PieceKind.PHRASE:
                return Words(typed.strip(QUOTES), is_phrase=True, is_open=self._open == piece.start)
            case PieceKind.OPERATOR:
                return self._operator(piece, typed)
            case _:
                return Words(typed, is_open=self._open == piece.start and not self._is_negated)

    def _operator(self, piece: Piece, typed: str) -> Condition | None:
        raw = self._text[piece.value_start : piece.end]
        if piece.operator is None:
            assert piece.suggestion is not None
            self._tell(piece, ProblemKind.UNKNOWN_OPERATOR, f"{piece.suggestion}:{raw}")
            return None
        read = read_value(piece.operator, raw, self._today, is_being_typed=piece.end == len(self._text))
        if not isinstance(read, NotUnderstood):
            return read
        if read.kind is not None:
            self._tell(piece, read.kind, read.suggestion)
        return None

    def _tell(self, piece: Piece, kind: ProblemKind, suggestion: str | None) -> None:
        operator = piece.operator or piece.suggestion
        assert operator is not None
        typed = self._text[piece.start : piece.end]
        self._problems.append(Problem(kind, piece.start, piece.end, operator, typed, suggestion))


def _joined(nodes: Sequence[Node | None], how: type[All | Any]) -> Node | None:
    """One node of several; those that say nothing are left out, and those of the same kind are opened up."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, how):
            found += node.nodes
        elif node is not None:
            found.append(node)
    if len(found) < 2:
        return found[0] if found else None
    return how(tuple(found))
