"""Windows open no larger than their screen, and in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.on_screen import FRAME, open_on_screen, within

SCREEN = QRect(0, 0, 1024, 768)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (QRect(100, 50, 800, 600), QRect(100, 50, 800, 600)),
        (QRect(0, 0, 1280, 820), QRect(0, 0, 1008, 720)),
        (QRect(900, 700, 800, 600), QRect(208, 120, 800, 600)),
        (QRect(-300, -200, 800, 600), QRect(0, 0, 800, 600)),
    ],
)
def test_a_window_lies_on_its_screen_with_its_frame(wanted: QRect, given: QRect) -> None:
    assert within(wanted, SCREEN) == given


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_the_first_size_is_the_one_asked_for_where_there_is_room(window: QWidget) -> None:
    open_on_screen(window, QSize(200, 100), QSize(400, 300), None)
    assert window.size() == QSize(400, 300)
    assert window.minimumSize() == QSize(200, 100)


def test_neither_the_first_nor_the_smallest_size_is_larger_than_the_screen(window: QWidget) -> None:
    room = window.screen().availableGeometry().size() - FRAME
    open_on_screen(window, QSize(9000, 100), QSize(9000, 9000), None)
    assert window.size() == room
    assert window.minimumSize() == QSize(room.width(), 100)


def test_a_size_kept_on_a_larger_screen_is_made_to_fit(window: QWidget, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    room = window.screen().availableGeometry()
    other.setGeometry(QRect(0, 0, room.width() - 2, room.height() - 2))
    open_on_screen(window, QSize(200, 100), QSize(400, 300), bytes(other.saveGeometry().data()))
    assert room.contains(window.geometry())
    assert window.size() == room.size() - FRAME


def test_a_window_is_where_it_was_left(window: QWidget, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.setGeometry(QRect(70, 60, 333, 222))
    open_on_screen(window, QSize(200, 100), QSize(400, 300), bytes(other.saveGeometry().data()))
    assert window.geometry() == QRect(70, 60, 333, 222)
