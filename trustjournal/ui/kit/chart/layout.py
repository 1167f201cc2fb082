"""Where everything of a chart lies: a gutter of names and scales, lanes under each other, the time axis below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trustjournal.ui.kit.chart.data import ChartData, Lane, MarkLane, Series, ValueLane
from trustjournal.ui.kit.chart.scales import DayScale, ValueScale
from trustjournal.ui.kit.chart.ticks import TickNames, TimeTick, time_ticks

_WIDEST_GUTTER = 0.42
"""Of the whole width, with large letters and long names."""
_COMFORTABLE_LANE = 110
"""Height of a lane of weight 1 beyond which more height shows no more."""


@dataclass(frozen=True, slots=True)
class TextMetrics:
    """How much room words need. `scale` is 1 at 100 % text."""

    title_height: float
    small_height: float
    title_width: Callable[[str], float]
    small_width: Callable[[str], float]
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """What the place of the chart asks for. A strip has no gutter: its titles stand above the lanes."""

    width: float
    height: float
    is_mirrored: bool = False
    has_gutter: bool = True


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane between two heights; `scale` leaves room so that dots on the outermost values stay whole."""

    lane: Lane
    top: float
    bottom: float
    scale: ValueScale | None


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """The places of a chart. `title_edge` and `tick_edge` are where names begin and scale words end."""

    frame: ChartFrame
    time: DayScale
    lanes: tuple[LaneBox, ...]
    ticks: tuple[TimeTick, ...]
    axis_top: float
    title_edge: float
    title_room: float
    tick_edge: float
    label_edge: float
    """Where names at the ends of lines begin."""
    label_room: float
    title_height: float
    """Height of the title above a lane of a strip; 0 with a gutter."""

    @property
    def plot_top(self) -> float:
        """The top of the first lane."""
        return self.lanes[0].top if self.lanes else 0.0

    @property
    def sign(self) -> int:
        """1 where reading goes from left to right, −1 where it does not."""
        return -1 if self.frame.is_mirrored else 1


def least_height(data: ChartData, metrics: TextMetrics, *, has_gutter: bool) -> float:
    """The height under which words would touch."""
    lanes = sum(_least_lane(lane, metrics, has_gutter=has_gutter) for lane in data.lanes)
    return lanes + _between(data, metrics)


def comfortable_height(data: ChartData, metrics: TextMetrics, *, has_gutter: bool) -> float:
    """The height beyond which lanes would only be stretched: few lanes make a low chart, not tall lanes."""
    lanes = 0.0
    for lane in data.lanes:
        wish = _COMFORTABLE_LANE * metrics.scale * lane.weight if isinstance(lane, ValueLane) else 0.0
        lanes += max(wish, _least_lane(lane, metrics, has_gutter=has_gutter))
    return lanes + _between(data, metrics)


def _between(data: ChartData, metrics: TextMetrics) -> float:
    return _gap(metrics) * max(0, len(data.lanes) - 1) + _axis_height(metrics) + 2 * _pad(metrics)


def lay_out(data: ChartData, frame: ChartFrame, metrics: TextMetrics, names: TickNames) -> ChartLayout:
    """Work out all places."""
    pad = _pad(metrics)
    title_room, tick_room = _gutter(data, frame, metrics)
    labels = _label_room(data, frame, metrics)
    near = (title_room if frame.has_gutter else 0.0) + tick_room + pad
    far = (labels if labels else pad) + pad
    left, right = (far, frame.width - near) if frame.is_mirrored else (near, frame.width - far)
    right = max(right, left + 1)
    time = DayScale(data.first_day, data.last_day, left, right, frame.is_mirrored)
    axis_top = frame.height - _axis_height(metrics)
    sign = -1 if frame.is_mirrored else 1
    near_edge, far_edge = (right, left) if frame.is_mirrored else (left, right)
    return ChartLayout(
        frame=frame,
        time=time,
        lanes=_lanes(data, pad, axis_top - pad, metrics, frame),
        ticks=time_ticks(time, names, metrics.small_width, gap=14 * metrics.scale),
        axis_top=axis_top,
        title_edge=frame.width - pad if frame.is_mirrored else pad,
        title_room=title_room - 10 * metrics.scale,
        tick_edge=near_edge - sign * 8 * metrics.scale,
        label_room=max(0.0, labels - 6 * metrics.scale),
        label_edge=far_edge + sign * 10 * metrics.scale,
        title_height=0.0 if frame.has_gutter else metrics.title_height,
    )


def _pad(metrics: TextMetrics) -> float:
    return 8 * metrics.scale


def _gap(metrics: TextMetrics) -> float:
    return 12 * metrics.scale


def _axis_height(metrics: TextMetrics) -> float:
    return metrics.small_height + 6 * metrics.scale


def _least_lane(lane: Lane, metrics: TextMetrics, *, has_gutter: bool) -> float:
    plain = 26 * metrics.scale if isinstance(lane, MarkLane) else 56 * metrics.scale
    if not has_gutter:
        return metrics.title_height + plain
    return max(plain, metrics.title_height + len(lane.notes) * metrics.small_height)


def _gutter(data: ChartData, frame: ChartFrame, metrics: TextMetrics) -> tuple[float, float]:
    """Room for names, and for the words of the value scales."""
    ticks = [tick.label for lane in data.lanes if isinstance(lane, ValueLane) for tick in lane.ticks]
    tick_room = max((metrics.small_width(label) for label in ticks), default=0.0) + 8 * metrics.scale
    if not frame.has_gutter:
        return 0.0, tick_room if any(ticks) else 0.0
    titles = [metrics.title_width(lane.title) for lane in data.lanes]
    notes = [metrics.small_width(note) for lane in data.lanes for note in lane.notes]
    widest = max([*titles, *notes, 0.0]) + 20 * metrics.scale
    return max(min(widest, frame.width * _WIDEST_GUTTER - tick_room), 40.0), tick_room


def named_series(lane: ValueLane, *, has_gutter: bool) -> tuple[Series, ...]:
    """The lines that get their name at their end. A line alone in its lane is named by its title, if that says it."""
    if len(lane.series) < 2 and (has_gutter or all(series.label == lane.title for series in lane.series)):
        return ()
    return tuple(series for series in lane.series if series.label and series.runs)


def _label_room(data: ChartData, frame: ChartFrame, metrics: TextMetrics) -> float:
    """Room for names at the ends of lines."""
    widths = [
        metrics.small_width(series.label)
        for lane in data.lanes
        if isinstance(lane, ValueLane)
        for series in named_series(lane, has_gutter=frame.has_gutter)
    ]
    return min(max(widths) + 18 * metrics.scale, frame.width * _WIDEST_GUTTER) if widths else 0.0


def _lanes(data: ChartData, top: float, bottom: float, metrics: TextMetrics, frame: ChartFrame) -> tuple[LaneBox, ...]:
    least = [_least_lane(lane, metrics, has_gutter=frame.has_gutter) for lane in data.lanes]
    weights = [lane.weight if isinstance(lane, ValueLane) else 0.0 for lane in data.lanes]
    spare = max(0.0, bottom - top - sum(least) - _gap(metrics) * max(0, len(least) - 1))
    share = spare / sum(weights) if sum(weights) else 0.0
    title = 0.0 if frame.has_gutter else metrics.title_height
    inset = 5 * metrics.scale
    boxes: list[LaneBox] = []
    for lane, height, weight in zip(data.lanes, least, weights, strict=True):
        end = top + height + share * weight
        scale = None
        if isinstance(lane, ValueLane):
            scale = ValueScale(lane.low, lane.high, top + title + inset, end - inset)
        boxes.append(LaneBox(lane, top + title, end, scale))
        top = end + _gap(metrics)
    return tuple(boxes)
