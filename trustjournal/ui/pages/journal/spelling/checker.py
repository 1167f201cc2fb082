"""Decides which words are marked as unknown. Knows no widgets; dictionaries are asked away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from trustjournal.domain.change import Changed
from trustjournal.domain.settings import JournalSettings
from trustjournal.domain.spelling import Dictionaries, languages_to_use, script_of, scripts_of, word_key
from trustjournal.services.choices import ChoiceService
from trustjournal.services.spelling import SpellingService
from trustjournal.ui.kit.tasks import Tasks

MOST_REMEMBERED = 50_000
"""Words whose answer is remembered: more than anybody has."""

_CONCERNED = frozenset({Changed.SETTINGS, Changed.WORDS, Changed.PEOPLE, Changed.ENTRIES})
"""Entries because of their tags."""


class SpellChecker:
    """Remembers what the dictionaries said, and what the person said about it. `show` is called when that changed."""

    def __init__(
        self,
        *,
        spelling: SpellingService,
        choices: ChoiceService,
        dictionaries: Dictionaries,
        of_system: Sequence[str],
        tasks: Tasks,
        aside: Tasks,
        show: Callable[[], None],
        tell: Callable[[Exception], None],
    ) -> None:
        self._spelling = spelling
        self._choices = choices
        self._dictionaries = dictionaries
        self._of_system = of_system
        self._tasks = tasks
        self._aside = aside
        self._show = show
        self._tell = tell
        self._has_read = False
        self._there: tuple[str, ...] | None = None
        """The languages this computer has dictionaries for, once they were asked about."""
        self._languages: tuple[str, ...] = ()
        self._scripts: frozenset[str] = frozenset()
        self._known: frozenset[str] = frozenset()
        self._ignored: set[str] = set()
        self._is_right: dict[str, bool] = {}
        self._asked: set[str] = set()

    @property
    def is_on(self) -> bool:
        """Whether the person wants it and there is a dictionary for it."""
        return bool(self._languages)

    def begin(self) -> None:
        """Get ready, if that was not begun yet: the first question costs a moment of reading files."""
        if not self._has_read:
            self._read()

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if self._has_read and changed in _CONCERNED:
            self._read()

    # Words ------------------------------------------------------------------------------------

    def wrong(self, words: Iterable[str]) -> frozenset[str]:
        """Those that are known to be unknown. About new ones the dictionaries are asked; then `show` is called."""
        in_question = self._in_question(words)
        new = in_question - self._is_right.keys() - self._asked
        if new:
            self._ask(new, self._show)
        return frozenset(word for word in in_question if self._is_right.get(word) is False)

    def settle(self, words: Collection[str], done: Callable[[frozenset[str]], None]) -> None:
        """Call `done` with those that no dictionary knows, once that is known of all."""
        new = self._in_question(words) - self._is_right.keys()
        if new:
            self._ask(new, lambda: done(self.wrong(words)))
        else:
            done(self.wrong(words))

    def suggest(self, word: str, *, owner: object, done: Callable[[tuple[str, ...]], None]) -> None:
        """Look for what may have been meant, for as long as `owner` lives."""
        languages = self._languages
        self._aside.run(lambda: self._dictionaries.suggestions(word, languages), owner=owner, done=done)

    def add(self, word: str) -> None:
        """Take a word as right from now on, in this journal."""
        self._known |= {word_key(word)}
        self._show()
        self._tasks.run(lambda: self._spelling.add(word), owner=self, failed=self._tell)

    def ignore(self, word: str) -> None:
        """Leave a word alone until the journal is locked."""
        self._ignored.add(word)
        self._show()

    # ------------------------------------------------------------------------------------------

    def _in_question(self, words: Iterable[str]) -> set[str]:
        if not self._languages:
            return set()
        return {
            word
            for word in words
            if word not in self._ignored and script_of(word) in self._scripts and word_key(word) not in self._known
        }

    def _ask(self, words: set[str], then: Callable[[], None]) -> None:
        languages = self._languages
        self._asked |= words

        def take(unknown: frozenset[str]) -> None:
            self._asked -= words
            if languages != self._languages:
                self._show()  # so that those of now are asked
                return
            if len(self._is_right) > MOST_REMEMBERED:
                self._is_right.clear()
            self._is_right.update((word, word not in unknown) for word in words)
            then()

        self._aside.run(lambda: self._dictionaries.unknown(words, languages), owner=self, done=take)

    def _read(self) -> None:
        """Look at what is chosen, and which words and names the journal has."""
        self._has_read = True
        self._tasks.run(lambda: (self._choices.settings(), self._spelling.known_keys()), owner=self, done=self._on_read)

    def _on_read(self, got: tuple[JournalSettings, frozenset[str]]) -> None:
        settings, self._known = got
        if not settings.spell_check:
            self._use(())
        elif self._there is not None:
            self._use(languages_to_use(settings.spell_languages, self._there, self._of_system))
        else:
            self._aside.run(self._dictionaries.languages, owner=self, done=self._on_languages_listed)

    def _on_languages_listed(self, there: tuple[str, ...]) -> None:
        self._there = there
        self._read()

    def _use(self, languages: tuple[str, ...]) -> None:
        if languages != self._languages:
            self._languages, self._scripts = languages, scripts_of(languages)
            self._is_right.clear()
        self._show()
