"""Facts, ticks and paths: said in words, with room for long ones, and left alone while nothing is new."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.test_widgets import shown
from trustjournal.ui.kit.marked_row import Mark, MarkedRow, MarkKind
from trustjournal.ui.kit.path_label import PathLabel
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.wrapped_check import WrappedCheck

LONG = "/home/somebody" + "/a-rather-long-folder" * 12


def test_a_fact_says_its_name_how_it_stands_and_what_that_means(qtbot: QtBot, theme: Theme) -> None:
    row = MarkedRow("Private files", theme)
    shown(qtbot, row)
    row.say("on", "Others cannot read them.", "good")
    assert row._head.text() == "Private files: on"
    assert (row.name, row.standing, row.sentence) == ("Private files", "on", "Others cannot read them.")
    row.say("off", "", "bad")
    assert row._head.text() == "Private files: off"
    assert row._sentence.isHidden()


def test_each_mark_has_a_shape_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    mark = Mark(theme)
    shown(qtbot, mark)
    kinds: tuple[MarkKind, ...] = ("good", "bad", "open", "none")
    pictures = set()
    for kind in kinds:
        mark.set_kind(kind)
        image = mark.grab().toImage().convertToFormat(mark.grab().toImage().Format.Format_Mono)
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(kinds), "told apart by colour alone"


def test_a_tick_with_many_words_fits_a_narrow_page_and_is_ticked_by_any_of_them(qtbot: QtBot, theme: Theme) -> None:
    check = WrappedCheck("Also when the window has been behind another one for ten seconds or more")
    heard: list[bool] = []
    check.clicked.connect(heard.append)
    page = shown(qtbot, check, width=220)
    assert check.width() <= page.width()
    assert check.minimumSizeHint().width() < 220
    QTest.mouseClick(check, Qt.MouseButton.LeftButton)
    assert check.is_checked()
    QTest.mouseClick(check._label, Qt.MouseButton.LeftButton)
    assert not check.is_checked()
    QTest.keyClick(check.box, Qt.Key.Key_Space)
    assert heard == [True, False, True]


def test_a_tick_that_the_program_sets_is_no_wish(qtbot: QtBot, theme: Theme) -> None:
    check = WrappedCheck("Lock")
    shown(qtbot, check)
    heard: list[bool] = []
    check.clicked.connect(heard.append)
    check.set_checked(True)
    assert check.is_checked()
    assert heard == []


def test_a_tick_that_cannot_be_changed_looks_so_and_is_left_alone(qtbot: QtBot, theme: Theme) -> None:
    check = WrappedCheck("Lock")
    shown(qtbot, check)
    check.setEnabled(False)
    assert not check._label.isEnabled()
    QTest.mouseClick(check, Qt.MouseButton.LeftButton)
    assert not check.is_checked()


def test_a_long_path_takes_more_lines_and_no_more_width(qtbot: QtBot, theme: Theme) -> None:
    label = PathLabel(LONG)
    page = shown(qtbot, label, width=300)
    assert label.width() <= page.width()
    assert label.height() > 3 * label.fontMetrics().height()


@pytest.mark.parametrize(
    ("direction", "side"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
    ],
)
def test_a_path_reads_from_left_to_right_and_leans_to_the_side_of_its_page(
    qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection, side: Qt.AlignmentFlag
) -> None:
    page = QWidget()
    page.setLayoutDirection(direction)
    label = PathLabel("/home/somebody")
    QVBoxLayout(page).addWidget(label)
    qtbot.addWidget(page)
    page.show()
    assert label.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert label.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask == side
