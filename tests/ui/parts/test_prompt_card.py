"""Today's prompt: what can be pressed stays where it is when another prompt comes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.domain.prompt import Intensity
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.prompt_card import PromptCard, PromptFace

SHORT = PromptFace("Part 1", Intensity.LIGHT, "What was easy today?", minutes=4)
LONG = replace(SHORT, wording="Which promise did somebody keep this week, and what was it that you noticed first?")


def _where(card: PromptCard, name: str) -> QPoint:
    for _ in range(5):
        QApplication.processEvents()
    (button,) = (one for one in card.findChildren(QAbstractButton) if one.text() == name)
    return button.mapTo(card, QPoint(0, 0))


@pytest.mark.parametrize(
    "face",
    [LONG, replace(SHORT, swaps_used=True), replace(SHORT, no_other=True)],
    ids=["two lines", "looked at often enough", "none left"],
)
def test_a_click_on_another_does_not_move_it_away(face: PromptFace, theme: Theme, qtbot: QtBot) -> None:
    page, card = QWidget(), PromptCard()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(card)
    column.addStretch(1)
    page.resize(900, 600)
    card.show_prompt(SHORT)
    page.show()
    before = _where(card, "Another")

    card.show_prompt(face)

    assert _where(card, "Another") == before
