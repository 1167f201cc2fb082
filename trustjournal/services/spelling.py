"""The words of a journal that are right though no dictionary has them."""

from __future__ import annotations

from trustjournal.domain.change import Announce, Changed
from trustjournal.domain.spelling import keys_of, plain_word, word_key
from trustjournal.storage.entry_store import EntryStore
from trustjournal.storage.person_store import PersonStore
from trustjournal.storage.word_store import WordStore


class SpellingService:
    """Keeps a person's own words inside the journal, and knows the names in it."""

    def __init__(self, words: WordStore, people: PersonStore, entries: EntryStore, *, announce: Announce) -> None:
        self._words = words
        self._people = people
        self._entries = entries
        self._announce = announce

    def words(self) -> tuple[str, ...]:
        """The person's own words, in alphabetical order."""
        return tuple(sorted(self._words.all(), key=str.casefold))

    def add(self, word: str) -> None:
        """Take a word as right from now on."""
        word = plain_word(word).strip()
        if word and self._words.add(word):
            self._announce(Changed.WORDS)

    def remove(self, word: str) -> None:
        """No longer take a word as right."""
        if self._words.remove(word):
            self._announce(Changed.WORDS)

    def known_keys(self) -> frozenset[str]:
        """The keys (see `word_key`) of the person's own words, and of every word in the names of people and tags."""
        names = (*(person.name for person in self._people.all(archived=True)), *self._entries.tags())
        return frozenset(map(word_key, self._words.all())).union(*map(keys_of, names))
