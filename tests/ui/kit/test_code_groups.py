"""A code to write down is spelt by ear, and set in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.code_groups import CodeGroups
from trustjournal.ui.kit.theme import Theme

GROUPS = ["0W40", "J2GB", "1G6G", "W3RG"]


def code_groups(theme: Theme, qtbot: QtBot) -> CodeGroups:
    groups = CodeGroups(theme, "Recovery code")
    qtbot.addWidget(groups)
    groups.set_groups(GROUPS)
    groups.show()
    return groups


def test_every_letter_is_spelt(theme: Theme, qtbot: QtBot) -> None:
    assert code_groups(theme, qtbot).value_text() == "1: 0 W 4 0, 2: J 2 G B, 3: 1 G 6 G, 4: W 3 R G"


def test_narrower_is_higher_and_wider_is_lower(theme: Theme, qtbot: QtBot) -> None:
    groups = code_groups(theme, qtbot)
    heights = []
    for width in (900, 250, 130):
        groups.resize(QSize(width, groups.height()))
        heights.append(groups.height())
    assert heights[0] < heights[1] < heights[2]


def test_larger_text_is_higher(theme: Theme, qtbot: QtBot) -> None:
    groups = code_groups(theme, qtbot)
    groups.resize(QSize(900, groups.height()))
    before = groups.height()
    theme.set_text_percent(200)
    after = groups.height()
    theme.set_text_percent(100)
    assert after > 1.5 * before
