"""The numbers of a country say how far they were checked, and no more than was done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.care import TODAY, made_up_numbers
from trustjournal.domain.help import HelpCountry, HelpNumbers, HelpStatus
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.help_list import HelpList

ONE, TWO = HelpStatus.SOURCE_CHECKED, HelpStatus.VERIFIED


@pytest.mark.parametrize(
    ("statuses", "called", "by_two"),
    [
        ((ONE, ONE), ["Nobody called it to try."], 0),
        ((ONE, TWO), ["Some numbers were checked by two people", "Nobody called those to try."], 1),
        ((TWO, TWO), ["Two people read each number"], 2),
    ],
    ids=["read in a saved copy", "some verified", "all verified"],
)
def test_it_says_how_far_the_numbers_were_checked(
    qtbot: QtBot, theme: Theme, statuses: tuple[HelpStatus, ...], called: list[str], by_two: int
) -> None:
    (country, _) = made_up_numbers().countries
    lines = tuple(replace(line, status=status) for line, status in zip(country.lines, statuses, strict=True))
    shown = HelpList(theme)
    qtbot.addWidget(shown)
    shown.show_numbers(HelpNumbers((HelpCountry("AA", "A", lines),)), "AA", TODAY)

    labels = [label.text() for label in shown.findChildren(QLabel)]
    (words,) = (text for text in labels if "If one fails" in text)
    for sentence in called:
        assert sentence in words
    assert words.count("Nobody") == sum("Nobody" in sentence for sentence in called)
    assert sum("Checked by two people on" in text for text in labels) == by_two
