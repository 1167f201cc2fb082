"""Where things lie: lanes do not overlap, names keep their room, and right-to-left is the mirror image."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.kit.chart.made_up import METRICS, EnglishNames, a_chart
from trustjournal.ui.kit.chart.data import ChartData, MarkLane
from trustjournal.ui.kit.chart.layout import ChartFrame, ChartLayout, lay_out, least_height


def _laid_out(width: float = 800, height: float = 400, *, mirrored: bool = False, gutter: bool = True) -> ChartLayout:
    return lay_out(a_chart(), ChartFrame(width, height, mirrored, gutter), METRICS, EnglishNames())


def test_lanes_lie_under_each_other_above_the_axis() -> None:
    layout = _laid_out()
    value, marks = layout.lanes
    assert 0 < value.top < value.bottom < marks.top < marks.bottom < layout.axis_top < 400


def test_spare_height_goes_to_lanes_with_a_scale() -> None:
    low, high = _laid_out(height=300), _laid_out(height=500)
    assert high.lanes[0].bottom - high.lanes[0].top == pytest.approx(low.lanes[0].bottom - low.lanes[0].top + 200)
    assert high.lanes[1].bottom - high.lanes[1].top == pytest.approx(low.lanes[1].bottom - low.lanes[1].top)


def test_outermost_values_stay_inside_their_lane() -> None:
    box = _laid_out().lanes[0]
    assert box.scale is not None
    assert box.top < box.scale.y(10) < box.scale.y(0) < box.bottom


def test_names_and_scale_words_have_their_own_room() -> None:
    layout = _laid_out()
    widest_name = max(METRICS.title_width("Lines"), METRICS.small_width("4 ratings"))
    assert layout.title_edge + widest_name < layout.tick_edge - METRICS.small_width("10")
    assert layout.tick_edge < layout.time.left


def test_names_at_line_ends_fit_beside_the_plot() -> None:
    layout = _laid_out()
    assert layout.time.right < layout.label_edge
    assert layout.label_edge + METRICS.small_width("Other") <= 800


def test_right_to_left_is_the_mirror_image() -> None:
    plain, mirrored = _laid_out(), _laid_out(mirrored=True)
    day = date(2026, 1, 10)
    assert mirrored.time.middle_of(day) == pytest.approx(800 - plain.time.middle_of(day))
    assert mirrored.title_edge == pytest.approx(800 - plain.title_edge)
    assert mirrored.tick_edge == pytest.approx(800 - plain.tick_edge)
    assert mirrored.label_edge == pytest.approx(800 - plain.label_edge)
    assert mirrored.lanes == plain.lanes


def test_a_strip_has_its_titles_above_its_lanes() -> None:
    layout = _laid_out(gutter=False)
    assert layout.lanes[0].top >= METRICS.title_height
    assert layout.time.left < _laid_out().time.left


def test_the_least_height_holds_every_word() -> None:
    needed = least_height(a_chart(), METRICS, has_gutter=True)
    layout = _laid_out(height=needed)
    for box in layout.lanes:
        assert box.bottom - box.top >= METRICS.title_height + len(box.lane.notes) * METRICS.small_height - 0.01


def test_long_names_never_push_the_plot_off_the_page() -> None:
    data = ChartData(date(2026, 1, 1), date(2026, 1, 31), (MarkLane("A very long name " * 9, ()),))
    layout = lay_out(data, ChartFrame(400, 100), METRICS, EnglishNames())
    assert layout.time.left < 200
