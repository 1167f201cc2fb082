"""The words of a query as the full-text index wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from trustjournal.domain.query import All, Any, Node, Not, Words
from trustjournal.storage.shadow_text import Shadows

MOST_CHARACTERS: Final = 1000
MOST_WORDS: Final = 32
"""Of a query; those after them are not looked for."""
_MOST_TOKENS: Final = 32
"""Of one phrase."""

EndingsOf = Callable[[str], Sequence[str] | None]
"""Gives the indexed tokens that begin with a prefix, or None where FTS5 shall find them itself."""


@dataclass(frozen=True, slots=True)
class SearchWord:
    """Tokens that must follow one another; where `is_prefix`, the last one may be the beginning of a longer one."""

    tokens: tuple[str, ...] = field(repr=False)
    is_prefix: bool


class TextQuery:
    """Turns words into expressions of FTS5, for one query."""

    def __init__(self, tree: Node, shadows: Shadows, endings_of: EndingsOf) -> None:
        self._endings_of = endings_of
        self._words: dict[Words, SearchWord] = {}
        self._wanted: dict[SearchWord, None] = {}
        for words, is_negated in _words_in(tree, is_negated=False):
            tokens = tuple(shadows.tokens(words.text)[:_MOST_TOKENS])
            if tokens and (words in self._words or len(self._words) < MOST_WORDS):
                self._words[words] = word = SearchWord(tokens, words.is_open)
                if not is_negated:
                    self._wanted[word] = None

    @property
    def wanted(self) -> tuple[SearchWord, ...]:
        """The words an entry is found by, each once."""
        return tuple(self._wanted)

    def says_nothing(self, words: Words) -> bool:
        """Whether there is no letter, digit or emoji in them, or too much before them."""
        return words not in self._words

    def expression(self, node: Node) -> str | None:
        """The FTS5 expression of a node of words alone; None where it needs more than FTS5, or says nothing."""
        match node:
            case Words():
                word = self._words.get(node)
                return None if word is None else self._of_word(word)
            case Any():
                parts = [self.expression(part) for part in node.nodes if not self._is_silent(part)]
                whole = [part for part in parts if part is not None]
                return either(whole) if whole and len(whole) == len(parts) else None
            case All():
                return self._all(node)
            case _:
                return None

    def stands_in(self, node: Node, shadows: tuple[str, ...]) -> bool:
        """Whether a node that has an expression is true of texts, given as shadows with a space before and behind."""
        match node:
            case Words():
                word = self._words[node]
                looked_for = " " + " ".join(word.tokens) + ("" if word.is_prefix else " ")
                return any(looked_for in shadow for shadow in shadows)
            case Not():
                return not self.stands_in(node.node, shadows)
            case Any():
                return any(self.stands_in(part, shadows) for part in node.nodes if not self._is_silent(part))
            case All():
                return all(self.stands_in(part, shadows) for part in node.nodes if not self._is_silent(part))
            case _:
                raise TypeError("not a node of words")

    def _all(self, node: All) -> str | None:
        """FTS5 knows *this and not that*, but no *not that* by itself."""
        wanted: list[str] = []
        unwanted: list[str] = []
        for part in node.nodes:
            if self._is_silent(part):
                continue
            found = self.expression(part.node if isinstance(part, Not) else part)
            if found is None:
                return None
            (unwanted if isinstance(part, Not) else wanted).append(found)
        return both(wanted, unwanted) if wanted else None

    def _is_silent(self, node: Node) -> bool:
        return isinstance(node, Words) and self.says_nothing(node)

    def _of_word(self, word: SearchWord) -> str:
        phrase = _quoted(" ".join(word.tokens))
        if not word.is_prefix:
            return phrase
        endings = self._endings_of(word.tokens[-1]) if len(word.tokens) == 1 else None
        if endings is None:
            return f"{phrase} *"
        return " OR ".join(_quoted(ending) for ending in endings) or phrase


def plain_words(text: str) -> Node | None:
    """All words of a text, each as it stands, the last of which may go on; None where there is none."""
    parts = text[:MOST_CHARACTERS].split()
    words = tuple(Words(part, is_open=number == len(parts)) for number, part in enumerate(parts, 1))
    return All(words) if len(words) > 1 else words[0] if words else None


def both(wanted: Sequence[str], unwanted: Sequence[str]) -> str:
    """The FTS5 expression for all of `wanted` and none of `unwanted`."""
    found = " AND ".join(f"({part})" for part in wanted)
    return f"({found}) NOT ({either(unwanted)})" if unwanted else found


def either(wanted: Sequence[str]) -> str:
    """The FTS5 expression for one of `wanted` at least."""
    return " OR ".join(f"({part})" for part in wanted)


def _words_in(node: Node, *, is_negated: bool) -> Iterator[tuple[Words, bool]]:
    match node:
        case Words():
            yield node, is_negated
        case Not():
            yield from _words_in(node.node, is_negated=not is_negated)
        case All() | Any():
            for part in node.nodes:
                yield from _words_in(part, is_negated=is_negated)
        case _:
            pass


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
