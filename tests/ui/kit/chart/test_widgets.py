"""The chart widgets: cursor by keyboard and mouse, the card, what is spoken, and the picture that is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kit.chart.made_up import a_chart
from trustjournal.ui.kit.chart.cursor_card import CursorCard
from trustjournal.ui.kit.chart.data import CardText
from trustjournal.ui.kit.chart.lane_chart import LaneChart
from trustjournal.ui.kit.chart.strip_chart import StripChart
from trustjournal.ui.kit.chart.tick_names import LocaleTickNames, day_and_month_format
from trustjournal.ui.kit.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme(Path("unused"))


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> LaneChart:
    chart = LaneChart(theme, lambda day: CardText(f"day {day.day}", ("what was",)), name="Chart")
    qtbot.addWidget(chart)
    chart.resize(700, 300)
    chart.set_data(a_chart(), "two lines and three marks")
    return chart


def _x(chart: LaneChart, day: int) -> int:
    return round(chart.chart_layout().time.middle_of(date(2026, 1, day)))


def _in_marks(chart: LaneChart) -> int:
    marks = chart.chart_layout().lanes[1]
    return round((marks.top + marks.bottom) / 2)


def test_the_first_arrow_goes_to_the_newest_day_and_the_next_to_the_one_before(chart: LaneChart) -> None:
    assert chart.cursor_day is None
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day == date(2026, 1, 21)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day == date(2026, 1, 10)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.cursor_day == date(2026, 1, 21)


def test_home_end_and_the_ends_hold(chart: LaneChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day == date(2026, 1, 3)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.cursor_day == date(2026, 1, 21)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.cursor_day is None


def test_in_right_to_left_layouts_left_is_later(chart: LaneChart) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day == date(2026, 1, 4)
    assert _x(chart, 4) < _x(chart, 3)


def test_enter_opens_the_mark_of_the_day_and_down_chooses_the_next(chart: LaneChart) -> None:
    opened: list[str] = []
    chart.activated.connect(opened.append)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened == ["b", "c"]
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened == ["b", "c"], "a day without a mark opens nothing"


def test_a_click_on_a_mark_opens_it_and_elsewhere_only_looks(chart: LaneChart) -> None:
    opened: list[str] = []
    chart.activated.connect(opened.append)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(_x(chart, 4), 30))
    assert (chart.cursor_day, opened) == (date(2026, 1, 4), [])
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(_x(chart, 4), _in_marks(chart)))
    assert opened == ["a"]


def test_hovering_shows_the_card_of_the_nearest_day_and_leaving_hides_it(qtbot: QtBot, chart: LaneChart) -> None:
    chart.show()
    card = chart.findChild(CursorCard)
    assert isinstance(card, CursorCard)
    QTest.mouseMove(chart, QPoint(_x(chart, 10), 40))
    qtbot.waitUntil(card.isVisible)
    assert chart.rect().contains(card.geometry())
    QTest.mouseMove(chart, QPoint(_x(chart, 15), 40))
    qtbot.waitUntil(lambda: not card.isVisible())


def test_a_screen_reader_hears_the_summary_and_then_the_day(chart: LaneChart) -> None:
    spoken = QAccessible.queryAccessibleInterface(chart)
    assert spoken.role() == QAccessible.Role.Chart
    assert spoken.text(QAccessible.Text.Name) == "Chart"
    assert spoken.text(QAccessible.Text.Description) == "two lines and three marks"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert spoken.text(QAccessible.Text.Description) == "day 3. what was"


def test_moving_the_cursor_paints_no_new_picture(qtbot: QtBot, chart: LaneChart) -> None:
    with qtbot.waitExposed(chart):
        chart.show()
    chart.grab()
    picture = chart._picture
    assert picture is not None
    QTest.keyClick(chart, Qt.Key.Key_Home)
    chart.grab()
    assert chart._picture is picture
    chart.resize(640, 300)
    chart.grab()
    assert chart._picture is not picture


def test_new_data_without_the_cursors_day_puts_the_cursor_away(chart: LaneChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Home)
    chart.set_data(a_chart(date(2026, 3, 1)), "")
    assert chart.cursor_day is None


def test_a_gap_stays_empty_and_a_run_is_joined(chart: LaneChart) -> None:
    picture = chart.grab().toImage()
    box = chart.chart_layout().lanes[0]
    assert box.scale is not None
    assert _is_coloured(picture, (_x(chart, 3) + _x(chart, 4)) // 2, round(box.scale.y(4.5)))
    assert not _is_coloured(picture, _x(chart, 7), round(box.scale.y(5.5)))


def _is_coloured(picture: QImage, x: int, y: int) -> bool:
    colours = [picture.pixelColor(x, y + down) for down in range(-4, 5)]
    return any(colour.saturation() > 30 for colour in colours)


def test_a_strip_is_looked_at_and_heard_but_takes_no_focus(qtbot: QtBot, theme: Theme) -> None:
    strip = StripChart(theme, name="Lately")
    qtbot.addWidget(strip)
    strip.set_data(a_chart(), "lately, in words")
    strip.resize(300, 200)
    strip.grab()
    assert strip.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert strip.accessibleDescription() == "lately, in words"


@pytest.mark.parametrize("percent", [100, 200])
def test_an_empty_chart_paints(qtbot: QtBot, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    chart = LaneChart(theme, lambda day: CardText(""), name="")
    qtbot.addWidget(chart)
    chart.resize(300, 120)
    chart.grab()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.cursor_day is None


def test_days_are_written_in_the_order_of_the_locale() -> None:
    american, italian = (LocaleTickNames(QLocale(name)) for name in ("en_US", "it_IT"))
    assert american.day(date(2026, 11, 2)) == "Nov 2"
    assert italian.day(date(2026, 11, 2)) == "2 nov"
    assert italian.month(date(2026, 11, 2)) == "novembre"
    assert (american.first_weekday, italian.first_weekday) == (6, 0)
    assert day_and_month_format("yyyy/MM/dd") == "MMM d"
