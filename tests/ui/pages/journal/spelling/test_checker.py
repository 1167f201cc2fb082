"""Whether a word is marked follows from the dictionaries, the person's own words and the names in the journal."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from tests.fakes.dictionaries import FakeDictionaries
from tests.fakes.stepped_tasks import SteppedTasks
from trustjournal.domain.change import Changed
from trustjournal.domain.person import Role
from trustjournal.errors import StorageFullError
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.pages.journal.spelling.checker import SpellChecker


@dataclass
class Scene:
    """A checker over a journal; `aside` are the tasks dictionaries are asked on."""

    journal: Journal
    checker: SpellChecker = field(init=False)
    dictionaries: FakeDictionaries = field(default_factory=FakeDictionaries)
    aside: SteppedTasks = field(default_factory=SteppedTasks)
    shown: int = 0
    told: list[Exception] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.checker = SpellChecker(
            spelling=self.journal.spelling,
            choices=self.journal.choices,
            dictionaries=self.dictionaries,
            of_system=("en-US",),
            tasks=InlineTasks(),
            aside=self.aside,
            show=self._show,
            tell=self.told.append,
        )
        self.checker.begin()
        self.aside.all()

    def _show(self) -> None:
        self.shown += 1

    def wrong(self, *words: str) -> set[str]:
        """Those marked, once the dictionaries have answered."""
        self.checker.wrong(words)
        self.aside.all()
        return set(self.checker.wrong(words))

    def choose(self, *, spell_check: bool = True, languages: tuple[str, ...] = ()) -> None:
        """Other settings."""
        settings = self.journal.choices.settings()
        self.journal.choices.change(replace(settings, spell_check=spell_check, spell_languages=languages))
        self.checker.refresh(Changed.SETTINGS)
        self.aside.all()


@pytest.fixture
def scene(journal: Journal) -> Scene:
    return Scene(journal)


def test_a_word_is_marked_only_once_the_dictionaries_have_answered(scene: Scene) -> None:
    assert scene.checker.is_on
    assert scene.checker.wrong(["wrold", "word"]) == frozenset()
    shown = scene.shown
    scene.aside.all()
    assert scene.shown > shown
    assert scene.checker.wrong(["wrold", "word"]) == {"wrold"}


def test_the_dictionaries_are_asked_about_a_word_once(scene: Scene) -> None:
    for _look in range(3):
        scene.checker.wrong(["wrold"])
    scene.aside.all()
    assert scene.wrong("wrold") == {"wrold"}
    assert scene.dictionaries.asked == ["wrold"]


def test_a_word_is_right_in_any_of_the_languages_chosen(scene: Scene) -> None:
    assert scene.wrong("word", "freund") == {"freund"}
    scene.choose(languages=("de_DE", "en_US"))
    assert scene.wrong("word", "freund", "wrold") == {"wrold"}
    scene.choose(languages=("de_DE",))
    assert scene.wrong("word", "freund") == {"word"}


def test_own_words_and_names_are_right(scene: Scene) -> None:
    scene.journal.people.add("Mira Ozols", Role.FRIEND)
    scene.journal.writing.save(replace(scene.journal.writing.blank(), text="x", tags=("nightshift",)))
    scene.checker.refresh(Changed.PEOPLE)
    assert scene.wrong("Mira's", "Ozols", "Nightshift", "zine") == {"zine"}
    scene.checker.add("zine")
    assert scene.wrong("zine", "Zine", "zine's") == set()
    assert scene.journal.spelling.words() == ("zine",)
    scene.journal.spelling.remove("zine")
    scene.checker.refresh(Changed.WORDS)
    assert scene.wrong("zine") == {"zine"}


def test_an_ignored_word_is_left_alone_and_kept_nowhere(scene: Scene) -> None:
    assert scene.wrong("zine") == {"zine"}
    scene.checker.ignore("zine")
    assert scene.wrong("zine") == set()
    assert scene.journal.spelling.words() == ()


def test_words_of_another_writing_are_not_asked_about(scene: Scene) -> None:
    assert scene.wrong("привет", "wrold") == {"wrold"}
    assert scene.dictionaries.asked == ["wrold"]


def test_switched_off_or_without_a_dictionary_nothing_is_marked(scene: Scene) -> None:
    assert scene.wrong("wrold") == {"wrold"}
    scene.choose(spell_check=False)
    assert not scene.checker.is_on
    assert scene.wrong("wrold") == set()
    scene.choose(languages=("xx_XX",))
    assert not scene.checker.is_on


def test_all_words_can_be_settled_at_once(scene: Scene) -> None:
    told: list[frozenset[str]] = []
    scene.checker.settle(["wrold", "word"], told.append)
    assert told == []
    scene.aside.all()
    scene.checker.settle(["wrold", "word"], told.append)
    assert told == [frozenset({"wrold"})] * 2


def test_an_answer_of_languages_that_are_no_longer_chosen_is_not_taken(scene: Scene) -> None:
    scene.checker.wrong(["freund"])
    settings = scene.journal.choices.settings()
    scene.journal.choices.change(replace(settings, spell_languages=("de_DE",)))
    scene.checker.refresh(Changed.SETTINGS)
    scene.aside.all()
    assert scene.wrong("freund") == set()


def test_a_word_that_could_not_be_kept_is_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(word: str) -> None:
        raise StorageFullError

    monkeypatch.setattr(scene.journal.spelling, "add", fail)
    scene.checker.add("zine")
    assert [type(error) for error in scene.told] == [StorageFullError]
