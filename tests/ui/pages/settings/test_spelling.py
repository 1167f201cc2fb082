"""The card about spelling: on or off, the languages of this computer, and the person's own words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.pages.settings.conftest import BuildScene, Scene
from trustjournal.domain.change import Changed
from trustjournal.domain.spelling import NoDictionaries
from trustjournal.errors import StorageReadOnlyError
from trustjournal.services.journal import Journal
from trustjournal.ui.kit.chip import Chip
from trustjournal.ui.pages.settings.spelling_card import language_name


def used(scene: Scene) -> list[str]:
    """The languages that are switched on."""
    return [language for language, chip in scene.page.spelling.languages.items() if chip.is_checked()]


def face(chip: Chip) -> QPushButton:
    """What of a chip gets the keyboard."""
    button = chip.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


def click_language(scene: Scene, language: str) -> None:
    """Click on a language."""
    QTest.mouseClick(face(scene.page.spelling.languages[language]), Qt.MouseButton.LeftButton)


def test_it_is_on_with_a_language_of_this_computer_until_something_else_is_chosen(scene: Scene) -> None:
    assert scene.page.spelling.switch.isChecked()
    assert list(scene.page.spelling.languages) == ["de_DE", "en_US"]
    assert used(scene) == ["en_US"]
    assert scene.page.spelling.note.isHidden()


def test_it_can_be_switched_off(scene: Scene) -> None:
    scene.page.spelling.switch.click()
    assert not scene.choices.settings().spell_check


def test_several_languages_can_be_chosen(scene: Scene) -> None:
    click_language(scene, "de_DE")
    assert scene.choices.settings().spell_languages == ("de_DE", "en_US")
    click_language(scene, "en_US")
    assert scene.choices.settings().spell_languages == ("de_DE",)
    click_language(scene, "de_DE")
    assert used(scene) == ["en_US"]


def test_without_a_dictionary_it_says_where_to_get_one(build_scene: BuildScene) -> None:
    card = build_scene(dictionaries=NoDictionaries()).page.spelling
    assert card.note.isVisible()
    assert "dictionary" in card.note.text()
    assert not card.languages


def test_own_words_are_shown_and_can_be_taken_out(scene: Scene, journal: Journal) -> None:
    card = scene.page.spelling
    assert card.no_words.isVisible()
    for word in ("zine", "Ålborg"):
        journal.spelling.add(word)
    scene.page.refresh(Changed.WORDS)
    assert list(card.words) == ["zine", "Ålborg"]
    assert card.no_words.isHidden()
    chip = card.words["zine"]
    assert face(chip).accessibleName() == "Remove zine"
    chip.setFocus()
    QTest.keyClick(face(chip), Qt.Key.Key_Delete)
    assert journal.spelling.words() == ("Ålborg",)
    assert list(card.words) == ["Ålborg"]


def test_a_word_that_cannot_be_taken_out_comes_back_with_the_reason(
    scene: Scene, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(word: str) -> None:
        raise StorageReadOnlyError

    journal.spelling.add("zine")
    scene.page.refresh(Changed.WORDS)
    monkeypatch.setattr(journal.spelling, "remove", fail)
    scene.page.spelling.words["zine"].removed.emit()
    assert list(scene.page.spelling.words) == ["zine"]
    assert scene.page.spelling.no_words.isVisible()


@pytest.mark.parametrize(
    ("language", "among", "expected"),
    [
        ("de_DE", ("de_DE", "en_US"), "Deutsch"),
        ("de_AT", ("de_AT", "de_DE"), "Österreichisches Deutsch (Österreich)"),
        ("fr", ("fr", "fr_CA"), "Français"),
        ("xx_YY", ("xx_YY",), "xx_YY"),
    ],
)
def test_a_language_is_called_as_its_speakers_call_it(language: str, among: tuple[str, ...], expected: str) -> None:
    assert language_name(language, among) == expected
