"""The mood pad and its lists say the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from trustjournal.domain.mood import Mood
from trustjournal.ui.kit.axis_pad import AxisPad
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.mood_pad import MoodPad


@pytest.fixture
def pad(theme: Theme, qtbot: QtBot) -> MoodPad:
    pad = MoodPad(theme)
    qtbot.addWidget(pad)
    pad.show()
    return pad


def _step(pad: MoodPad, name: str) -> QRadioButton:
    return next(button for button in pad.findChildren(QRadioButton) if button.accessibleName() == name)


def _checked(pad: MoodPad) -> list[str]:
    return [button.text() for button in pad.findChildren(QRadioButton) if button.isChecked()]


def test_it_starts_empty(pad: MoodPad) -> None:
    assert pad.mood() is None
    assert _checked(pad) == []


def test_arrow_keys_on_the_pad_set_a_mood(pad: MoodPad) -> None:
    moods: list[Mood | None] = []
    pad.mood_changed.connect(moods.append)
    inner = pad.first_focus()
    assert isinstance(inner, AxisPad)

    QTest.keyClick(inner, Qt.Key.Key_Left)
    QTest.keyClick(inner, Qt.Key.Key_Up)

    assert moods[-1] == Mood(-1, 1)
    assert pad.mood() == Mood(-1, 1)


def test_the_lists_take_the_place_of_the_pad_and_show_its_value(pad: MoodPad) -> None:
    pad.set_mood(Mood(3, -4))

    pad.use_lists(lists=True)

    assert not pad.findChildren(AxisPad)[0].isVisible()
    assert _checked(pad) == ["very pleasant", "very low"]
    assert isinstance(pad.first_focus(), QRadioButton)


def test_one_list_alone_sets_the_other_half_to_the_middle(pad: MoodPad) -> None:
    pad.use_lists(lists=True)

    _step(pad, "How pleasant? rather unpleasant").click()

    assert pad.mood() == Mood(-2, 0)
    assert _checked(pad) == ["rather unpleasant", "middling"]


def test_choosing_in_one_list_keeps_the_others_finer_value(pad: MoodPad) -> None:
    pad.set_mood(Mood(1, 3))
    pad.use_lists(lists=True)

    _step(pad, "How pleasant? very pleasant").click()

    assert pad.mood() == Mood(4, 3)


def test_clearing_clears_the_lists_too(pad: MoodPad) -> None:
    pad.set_mood(Mood(1, 3))

    pad.set_mood(None)

    assert pad.mood() is None
    assert _checked(pad) == []


def test_the_value_is_said_in_words(pad: MoodPad) -> None:
    pad.set_mood(Mood(-4, 2))

    assert pad.findChildren(AxisPad)[0].value_text() == "very unpleasant, energy rather high"
