"""Feeling words: a few chips, more on request, three at most, and a word of one's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from trustjournal.domain.mood import FEELING_WORDS, Mood, words_for
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts import feeling_words
from trustjournal.ui.parts.feeling_words import SHOWN_AT_FIRST, FeelingWords

OFFERED = words_for(Mood(1, 1))


@pytest.fixture
def words(theme: Theme, qtbot: QtBot) -> FeelingWords:
    words = FeelingWords(3)
    qtbot.addWidget(words)
    words.resize(400, 300)
    words.show()
    words.activateWindow()
    qtbot.waitUntil(words.isActiveWindow)
    words.set_words(OFFERED, (), ())
    return words


def _button(words: FeelingWords, text: str) -> QAbstractButton:
    return next(button for button in words.findChildren(QAbstractButton) if button.text() == text)


def test_the_first_few_are_shown_and_the_rest_on_request(words: FeelingWords) -> None:
    assert list(words.chips()) == list(OFFERED[:SHOWN_AT_FIRST])

    _button(words, "More words").click()

    assert list(words.chips()) == list(OFFERED)


def test_a_chosen_word_of_another_corner_stays_in_sight(words: FeelingWords) -> None:
    words.set_words(OFFERED, (), ("calm",))

    assert next(iter(words.chips())) == "calm"
    assert words.chips()["calm"].is_checked()


def test_past_the_third_the_others_rest_and_a_sentence_says_why(words: FeelingWords) -> None:
    words.set_words(OFFERED, (), OFFERED[:3])

    assert words.chips()[OFFERED[0]].isEnabled()
    assert not words.chips()[OFFERED[3]].isEnabled()
    assert words._enough.isVisible()


def test_a_word_can_be_chosen_with_the_space_key(words: FeelingWords) -> None:
    toggled: list[str] = []
    words.word_toggled.connect(toggled.append)
    face = words.chips()[OFFERED[1]].focusProxy()
    assert face is not None

    QTest.keyClick(face, Qt.Key.Key_Space)

    assert toggled == [OFFERED[1]]


def test_a_word_of_ones_own_is_typed_and_taken_with_enter(words: FeelingWords) -> None:
    typed: list[str] = []
    words.word_typed.connect(typed.append)

    _button(words, "+ word").click()
    edit = words.findChildren(QLineEdit)[0]
    assert edit.hasFocus()
    QTest.keyClicks(edit, "scattered")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert typed == ["scattered"]
    assert not edit.isVisible()
    assert QApplication.focusWidget() is _button(words, "+ word")


def test_escape_leaves_the_field_and_takes_nothing(words: FeelingWords) -> None:
    typed: list[str] = []
    words.word_typed.connect(typed.append)
    _button(words, "+ word").click()
    edit = words.findChildren(QLineEdit)[0]

    QTest.keyClicks(edit, "scattered")
    QTest.keyClick(edit, Qt.Key.Key_Escape)

    assert typed == []
    assert not edit.isVisible()
    assert edit.text() == ""


def test_choosing_keeps_the_focus_where_it_was(words: FeelingWords) -> None:
    chip = words.chips()[OFFERED[2]]
    chip.setFocus()

    words.set_words(OFFERED, ("own",), (OFFERED[2],))

    face = words.chips()[OFFERED[2]].focusProxy()
    assert QApplication.focusWidget() is face


def test_every_shipped_word_is_marked_for_translators() -> None:
    every = {word for corner in FEELING_WORDS.values() for word in corner}

    assert set(feeling_words._SHIPPED) == every
