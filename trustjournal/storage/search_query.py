"""What somebody typed into the search field, as words to look for. Any text is a valid query."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from trustjournal.storage.shadow_text import Shadows

_MOST_CHARACTERS: Final = 1000
_MOST_WORDS: Final = 32


@dataclass(frozen=True, slots=True)
class SearchWord:
    """Tokens that must follow one another; where `is_prefix`, the last one may be the beginning of a longer one."""

    tokens: tuple[str, ...] = field(repr=False)
    is_prefix: bool


def words_of(query: str, shadows: Shadows) -> tuple[SearchWord, ...]:
    """The words of a query, each once; all must be found, and the last one may still be being typed."""
    parts = [tuple(shadows.tokens(part)[:_MOST_WORDS]) for part in query[:_MOST_CHARACTERS].split()]
    parts = [part for part in parts if part][:_MOST_WORDS]
    if not parts:
        return ()
    finished = dict.fromkeys(parts[:-1])
    return (*(SearchWord(part, is_prefix=False) for part in finished), SearchWord(parts[-1], is_prefix=True))


def match_expression(words: Sequence[SearchWord], endings_of: Callable[[str], Sequence[str] | None]) -> str:
    """The FTS5 expression for `words`.

    `endings_of` gives the indexed tokens that begin with a prefix, or None where FTS5 shall find them itself.
    """
    return " AND ".join(f"({_expression(word, endings_of)})" for word in words)


def _expression(word: SearchWord, endings_of: Callable[[str], Sequence[str] | None]) -> str:
    phrase = _quoted(" ".join(word.tokens))
    if not word.is_prefix:
        return phrase
    endings = endings_of(word.tokens[-1]) if len(word.tokens) == 1 else None
    if endings is None:
        return f"{phrase} *"
    return " OR ".join(_quoted(ending) for ending in endings) or phrase


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
