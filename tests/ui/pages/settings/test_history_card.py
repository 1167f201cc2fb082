"""Settings says what is kept of earlier words, in the numbers the rule goes by."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from trustjournal.domain.version import MOST_BYTES, MOST_VERSIONS
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.settings.history_card import HistoryCard


def test_the_card_names_the_numbers_of_the_rule(qtbot: QtBot, theme: Theme) -> None:
    card = HistoryCard(theme)
    qtbot.addWidget(card)
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "every 10 minutes" in words
    assert f"at most {MOST_VERSIONS} of them" in words
    assert f"at most {MOST_BYTES // 1_000_000} MB" in words
    assert "until you delete them for good" in words
