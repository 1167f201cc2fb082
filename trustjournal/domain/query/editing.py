"""Changes the text of a query: the text is the one truth, whatever a chip or a menu adds or takes away."""

from __future__ import annotations

from dataclasses import dataclass, field

from trustjournal.domain.query.pieces import QUOTES, pieces_of
from trustjournal.domain.query.terms import (
    All,
    Any,
    Condition,
    InDays,
    Marked,
    MoodIs,
    Named,
    Node,
    Not,
    Operator,
    PieceKind,
    Query,
    Term,
    TrustIs,
    Words,
)

_SIGNS = frozenset("<>=≤≥()")


def quoted(name: str) -> str:
    """A name as it stands behind a colon, in quotation marks where it needs them."""
    name = " ".join("".join(" " if character in QUOTES else character for character in name).split())
    return f'"{name}"' if " " in name or not name or _SIGNS & set(name) else name


def printed(query: Query) -> str:
    """The query in its plainest form; reading that gives the same query."""
    return "" if query.tree is None else _print(query.tree, inside=None)


def term_text(condition: Condition) -> str:
    """A condition as it is typed."""
    match condition:
        case Words():
            return f'"{condition.text}"' if condition.is_phrase else condition.text
        case Named():
            return f"{condition.operator}:{quoted(condition.name)}"
        case InDays():
            return f"{condition.operator}:{quoted(condition.typed)}"
        case Marked():
            return condition.mark.value
        case MoodIs():
            return f"{Operator.MOOD}:{_comparison(condition)}"
        case TrustIs():
            name = "" if condition.name is None else quoted(condition.name)
            if name.isdigit():
                name = f'"{name}"'
            return f"{Operator.TRUST}:{name}{_comparison(condition)}"


def with_term(text: str, term: str) -> str:
    """`text` with another term behind it; one that is there already is not written twice."""
    pieces = pieces_of(text)
    if term in {text[piece.start : piece.end] for piece in pieces}:
        return text
    before = text.rstrip()
    if pieces and not pieces[-1].is_closed:
        before += '"'
    return f"{before} {term}".lstrip()


def without(query: Query, term: Term) -> str:
    """The text of `query` without one of its terms, and without an OR that has lost a side."""
    pieces = [piece for piece in query.pieces if piece.kind is not PieceKind.SPACE]
    inside = [piece for piece in pieces if term.start <= piece.start < term.end]
    first, last = pieces.index(inside[0]), pieces.index(inside[-1])
    start, end = term.start, term.end
    if first > 0 and pieces[first - 1].kind is PieceKind.OR:
        start = pieces[first - 1].start
    elif last + 1 < len(pieces) and pieces[last + 1].kind is PieceKind.OR:
        end = pieces[last + 1].end
    before, after = query.text[:start].rstrip(), query.text[end:].lstrip()
    gap = "" if not before or not after or before.endswith(("(", "-(")) or after.startswith(")") else " "
    return before + gap + after


@dataclass(frozen=True, slots=True)
class Completion:
    """A value that is being typed behind an operator: what is typed of it, and where it stands."""

    operator: Operator
    typed: str = field(repr=False)
    start: int
    end: int

    def completed(self, text: str, value: str) -> tuple[str, int]:
        """`text` with a whole value in place of what was typed of it, and where the caret is then."""
        rest = text[self.end :]
        done = text[: self.start] + value + ("" if rest[:1].isspace() else " ")
        return done + rest, len(done) + (1 if rest[:1].isspace() else 0)


def completion_at(text: str, caret: int) -> Completion | None:
    """What is being typed at `caret`, where that is behind the colon of an operator."""
    for piece in pieces_of(text):
        if piece.operator is not None and piece.value_start <= caret <= piece.end:
            typed = text[piece.value_start : caret].lstrip(QUOTES)
            return Completion(piece.operator, typed, piece.value_start, piece.end)
    return None


def _comparison(condition: MoodIs | TrustIs) -> str:
    return "" if condition.comparison is None else f"{condition.comparison}{condition.value}"


def _print(node: Node, inside: type[All | Any | Not] | None) -> str:
    match node:
        case Not():
            words = f"-{_print(node.node, Not)}"
            return f"({words})" if inside is Not else words
        case Any():
            words = " OR ".join(_print(part, Any) for part in node.nodes)
            return f"({words})" if inside is Not else words
        case All():
            words = " ".join(_print(part, All) for part in node.nodes)
            return f"({words})" if inside is not None else words
        case _:
            return term_text(node)
