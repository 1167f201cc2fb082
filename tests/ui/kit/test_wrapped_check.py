"""A tick box stands level with the first line of its words, and its ring does not touch them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.wrapped_check import WrappedCheck


@pytest.mark.parametrize(
    "words", ["A few words", "Words that go on and on until they have taken up three lines or more"]
)
@pytest.mark.parametrize("percent", [100, 200])
def test_the_box_is_level_with_the_first_line_of_its_words(
    words: str, percent: int, theme: Theme, qtbot: QtBot
) -> None:
    check = WrappedCheck(words)
    qtbot.addWidget(check)
    theme.set_text_percent(percent)
    check.setFixedWidth(theme.sp(160))
    check.show()
    QApplication.processEvents()
    (label,) = check.findChildren(QLabel)
    middle_of_box = check.box.mapTo(check, check.box.rect().center()).y()
    first_line = label.mapTo(check, QPoint(0, label.contentsMargins().top())).y() + label.fontMetrics().height() // 2
    assert label.alignment() & Qt.AlignmentFlag.AlignVCenter
    assert abs(middle_of_box - first_line) <= 2
    assert label.x() - check.box.geometry().right() >= 4
