"""A row of the list says by sight and by sound how an entry is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from trustjournal.domain.entry import EntrySummary
from trustjournal.domain.ids import EntryId
from trustjournal.domain.moment import Moment
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.entry_line import EntryLine, plain_run
from trustjournal.ui.parts.entry_row import ROW_ROLE, EntryRowDelegate, spoken_line

WIDTH = 300
PLAIN = EntrySummary(
    EntryId(UUID(int=1)),
    1,
    Moment.on_the_wall(date(2026, 11, 22), time(9, 30), "Europe/Rome"),
    "The Sunday question",
    "Asked Sam.",
    (),
    (),
    None,
)


def line(summary: EntrySummary) -> EntryLine:
    return EntryLine(summary, plain_run(summary.title), plain_run(summary.excerpt))


@pytest.fixture
def delegate(theme: Theme, icons: Icons) -> EntryRowDelegate:
    return EntryRowDelegate(theme, icons)


def painted(delegate: EntryRowDelegate, row: EntryLine, direction: Qt.LayoutDirection) -> QPixmap:
    """The row as it is painted on white."""
    picture = QPixmap(WIDTH, delegate.height(row, WIDTH))
    picture.fill(QColor("white"))
    model = QStandardItemModel()
    item = QStandardItem()
    item.setData(row, ROW_ROLE)
    model.appendRow(item)
    option = QStyleOptionViewItem()
    for name, value in (("rect", QRect(0, 0, WIDTH, picture.height())), ("direction", direction)):
        setattr(option, name, value)
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return picture


def colours(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_feeling_has_the_colour_of_moods_and_nothing_else_has(
    delegate: EntryRowDelegate, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    wash = QColor(theme.palette.mood_wash).name()
    assert wash in colours(painted(delegate, line(replace(PLAIN, feelings=("relieved",))), direction))
    assert wash not in colours(painted(delegate, line(replace(PLAIN, tags=("work",), is_starred=True)), direction))


@pytest.mark.parametrize("marked", [replace(PLAIN, is_starred=True), replace(PLAIN, photos=2)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_star_and_a_photo_are_drawn_beside_the_day(
    delegate: EntryRowDelegate, marked: EntrySummary, direction: Qt.LayoutDirection
) -> None:
    plain, with_mark = (painted(delegate, line(one), direction).toImage() for one in (PLAIN, marked))
    assert plain.size() == with_mark.size()
    half = QRect(WIDTH // 2, 0, WIDTH // 2, 40)
    if direction is Qt.LayoutDirection.RightToLeft:
        half.moveLeft(0)
    assert plain.copy(half) != with_mark.copy(half)


def test_a_row_is_higher_only_where_there_are_chips(delegate: EntryRowDelegate) -> None:
    plain = delegate.height(line(PLAIN), WIDTH)
    assert delegate.height(line(replace(PLAIN, is_starred=True)), WIDTH) == plain
    assert delegate.height(line(replace(PLAIN, feelings=("calm",))), WIDTH) > plain
    assert delegate.height(line(replace(PLAIN, is_draft=True)), WIDTH) > plain


def test_a_screen_reader_hears_every_mark() -> None:
    marked = replace(PLAIN, feelings=("relieved", "my word"), is_starred=True, is_draft=True, photos=1)
    said = spoken_line(line(marked))
    for words in ("relieved", "my word", "starred", "not finished yet", "with photos"):
        assert words in said
        assert words not in spoken_line(line(PLAIN))
