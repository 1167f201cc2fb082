"""Cuts a query into pieces. Whatever the text is, the pieces follow one another and make it up again."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from trustjournal.domain.query.terms import Operator, Piece, PieceKind

QUOTES: Final = '"“”„'
"""Any of them opens and closes: keyboards put the curly ones in by themselves."""
_DEEPEST: Final = 16
"""Brackets in brackets; those deeper in are left alone."""
_KEY: Final = re.compile(r"([A-Za-z]{2,12}):")
_CLOSE_ENOUGH: Final = 0.75
_OTHER_NAMES: Final = {
    "people": Operator.PERSON, "who": Operator.PERSON, "with": Operator.PERSON, "name": Operator.PERSON,
    "label": Operator.TAG, "topic": Operator.TAG, "unit": Operator.PART, "guide": Operator.PART,
    "felt": Operator.FEELING, "emotion": Operator.FEELING, "feel": Operator.FEELING,
    "since": Operator.AFTER, "from": Operator.AFTER, "until": Operator.BEFORE, "till": Operator.BEFORE,
    "date": Operator.ON, "day": Operator.ON, "during": Operator.ON, "rating": Operator.TRUST,
}  # fmt: skip


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of `text`, in order."""
    return tuple(_Cutter(text).pieces())


class _Cutter:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    def pieces(self) -> list[Piece]:
        found: list[Piece] = []
        while self._at < len(self._text):
            piece = self._next()
            found.append(piece)
            self._at = piece.end
        return found

    def _next(self) -> Piece:
        text, at = self._text, self._at
        character = text[at]
        if character.isspace():
            end = at + 1
            while end < len(text) and text[end].isspace():
                end += 1
            return Piece(PieceKind.SPACE, at, end)
        if character == ")" and self._depth:
            self._depth -= 1
            return Piece(PieceKind.CLOSE, at, at + 1)
        if character == "(":
            if self._depth == _DEEPEST:
                return Piece(PieceKind.SPACE, at, at + 1)
            self._depth += 1
            return Piece(PieceKind.OPEN, at, at + 1)
        if character == "-" and self._begins_something(at + 1):
            return Piece(PieceKind.NOT, at, at + 1)
        if character in QUOTES:
            end, is_closed = self._end_of_quotation(at)
            return Piece(PieceKind.PHRASE, at, end, is_closed=is_closed)
        return self._operator(at) or self._word(at)

    def _begins_something(self, at: int) -> bool:
        return at < len(self._text) and not self._text[at].isspace() and self._text[at] not in "-)"

    def _word(self, at: int) -> Piece:
        end = at + 1
        while end < len(self._text) and not self._ends(end):
            end += 1
        kind = {"OR": PieceKind.OR, "AND": PieceKind.AND}.get(self._text[at:end], PieceKind.WORD)
        return Piece(kind, at, end)

    def _operator(self, at: int) -> Piece | None:
        match = _KEY.match(self._text, at)
        if match is None:
            return None
        operator, suggestion = _operator_named(match[1].lower())
        end = match.end()
        is_closed = True
        while end < len(self._text) and not self._ends(end):
            if self._text[end] in QUOTES:
                end, is_closed = self._end_of_quotation(end)
            else:
                end += 1
        if operator is None and (suggestion is None or end == match.end()):
            return None  # an address, a time, a heading: words like any others
        return Piece(PieceKind.OPERATOR, at, end, operator, match.end(), suggestion, is_closed)

    def _ends(self, at: int) -> bool:
        return self._text[at].isspace() or (self._text[at] == ")" and self._depth > 0)

    def _end_of_quotation(self, at: int) -> tuple[int, bool]:
        for end in range(at + 1, len(self._text)):
            if self._text[end] in QUOTES:
                return end + 1, True
        return len(self._text), False


def _operator_named(key: str) -> tuple[Operator | None, Operator | None]:
    """The operator of that name; or the one that was probably meant."""
    names = [operator.value for operator in Operator]
    if key in names:
        return Operator(key), None
    if key in _OTHER_NAMES:
        return None, _OTHER_NAMES[key]
    turned = [name for name in names if sorted(name) == sorted(key)]  # two letters of a short name the wrong way round
    close = turned or get_close_matches(key, names, n=1, cutoff=_CLOSE_ENOUGH)
    return None, Operator(close[0]) if close else None
