"""Dictionaries of a few words, for where the computer's own would say something else on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

ENGLISH = frozenset({
    "a", "and", "book", "dear", "friend", "is", "kind", "man", "my", "of", "one", "red", "the", "this", "two", "was",
    "with", "word", "words",
})  # fmt: skip
GERMAN = frozenset(["das", "der", "die", "freund", "ich", "ist", "kind", "mann", "mit", "rot", "und"])


class FakeDictionaries:
    """As `Dictionaries`, over words in lower case."""

    def __init__(
        self, words: Mapping[str, frozenset[str]] | None = None, hints: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.words = dict(words) if words is not None else {"de_DE": GERMAN, "en_US": ENGLISH}
        self.hints = dict(hints or {})
        self.asked: list[str] = []

    def languages(self) -> tuple[str, ...]:
        """As in `Dictionaries`."""
        return tuple(sorted(self.words))

    def unknown(self, words: Iterable[str], languages: Sequence[str]) -> frozenset[str]:
        """As in `Dictionaries`."""
        words = list(words)
        self.asked += words
        known = frozenset().union(*(self.words.get(language, frozenset()) for language in languages))
        return frozenset(word for word in words if word.lower() not in known)

    def suggestions(self, word: str, languages: Sequence[str]) -> tuple[str, ...]:
        """As in `Dictionaries`."""
        return self.hints.get(word, ())
