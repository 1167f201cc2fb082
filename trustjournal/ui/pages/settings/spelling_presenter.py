"""Decides what the card about spelling shows beside the settings: languages there are, and the person's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from trustjournal.domain.change import Changed
from trustjournal.domain.spelling import Dictionaries, languages_to_use
from trustjournal.services.spelling import SpellingService
from trustjournal.ui.kit.tasks import Tasks


@dataclass(frozen=True, slots=True)
class SpellingState:
    """`languages` is None until this computer was asked what it has."""

    languages: tuple[str, ...] | None = None
    words: tuple[str, ...] = field(default=(), repr=False)
    trouble: Exception | None = None


class SpellingPresenter:
    """Reads what the card shows, and takes words out. `aside` are the tasks on which dictionaries are asked."""

    def __init__(
        self,
        *,
        spelling: SpellingService,
        dictionaries: Dictionaries,
        of_system: Sequence[str],
        tasks: Tasks,
        aside: Tasks,
        show: Callable[[SpellingState], None],
    ) -> None:
        self._spelling = spelling
        self._dictionaries = dictionaries
        self._of_system = of_system
        self._tasks = tasks
        self._aside = aside
        self._show = show
        self.state = SpellingState()

    def read(self) -> None:
        """Look at what there is now."""
        self._aside.run(self._dictionaries.languages, owner=self, done=self._on_languages_listed)
        self._read_words()

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if changed is Changed.WORDS:
            self._read_words()

    def in_use(self, chosen: Sequence[str]) -> tuple[str, ...]:
        """The languages that are used where these are chosen."""
        return languages_to_use(chosen, self.state.languages or (), self._of_system)

    def remove(self, word: str) -> None:
        """No longer take a word as right."""
        self._set(replace(self.state, words=tuple(one for one in self.state.words if one != word), trouble=None))
        self._tasks.run(lambda: self._spelling.remove(word), owner=self, failed=self._on_failed)

    def _read_words(self) -> None:
        self._tasks.run(self._spelling.words, owner=self, done=self._on_words_read)

    def _on_languages_listed(self, languages: tuple[str, ...]) -> None:
        self._set(replace(self.state, languages=languages))

    def _on_words_read(self, words: tuple[str, ...]) -> None:
        self._set(replace(self.state, words=words))

    def _on_failed(self, error: Exception) -> None:
        self._set(replace(self.state, trouble=error))
        self._read_words()  # show what is kept, not what was wished

    def _set(self, state: SpellingState) -> None:
        self.state = state
        self._show(state)
