"""A line that fills says how far it is, by eye and by ear."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.progress_line import ProgressLine
from trustjournal.ui.kit.spoken import SpokenNumber
from trustjournal.ui.kit.theme import Theme


def filled(line: ProgressLine, theme: Theme) -> float:
    """The part of the line that has the accent's colour."""
    image = line.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    return sum(colour == theme.colour("trust") for colour in row) / len(row)


def test_the_line_fills_as_far_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, "How far")
    qtbot.addWidget(line)
    line.resize(QSize(400, 8))
    assert filled(line, theme) == 0
    line.set_percent(50)
    assert abs(filled(line, theme) - 0.5) < 0.02
    line.set_percent(100)
    assert filled(line, theme) > 0.98


def test_the_line_is_heard_as_a_number(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, "How far")
    qtbot.addWidget(line)
    line.set_percent(42)
    assert line.spoken_number() == SpokenNumber(0, 100, 42)
    assert QAccessible.queryAccessibleInterface(line).role() == QAccessible.Role.ProgressBar
    assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Value) == "42 %"
