"""The list of a box with a choice: with an edge all around, and of whole rows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.theme import Theme


@pytest.mark.parametrize("count", [5, 40])
def test_the_list_has_an_edge_on_every_side_and_cuts_no_row(count: int, theme: Theme, qtbot: QtBot) -> None:
    box = QComboBox()
    box.addItems([f"Country {number}" for number in range(count)])
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    QApplication.processEvents()
    picture = view.window().grab().toImage()
    edge, middle = theme.colour("border").rgb(), picture.height() // 2
    right, bottom = picture.width() - 1, picture.height() - 1
    for x, y in ((0, middle), (right, middle), (right // 2, 0), (right // 2, bottom)):
        assert picture.pixelColor(x, y).rgb() == edge
    assert view.viewport().height() % view.sizeHintForRow(0) == 0
    box.hidePopup()
