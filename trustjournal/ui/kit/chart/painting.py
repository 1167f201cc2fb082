"""Puts a chart's layout on the screen.

Measured in Qt's raster engine, for a joined run of 520 dots: an opaque antialiased line of one pixel takes 0.3 ms, the
same line half transparent 8 ms, because overlaps must not be painted twice. So joins are opaque, in a colour already
mixed with the ground; and dots are small pictures, drawn once and copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintDevice, QPainter, QPen, QPixmap, QPolygonF

from trustjournal.ui.kit.chart.data import DotShape, LineStyle, MarkLane, Point, Series, ValueLane
from trustjournal.ui.kit.chart.days import DayIndex
from trustjournal.ui.kit.chart.end_labels import spread
from trustjournal.ui.kit.chart.layout import ChartLayout, LaneBox, TextMetrics, named_series
from trustjournal.ui.kit.chart.thinning import Spot, distinct, joined, strokes
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import Type

_PENS = {
    LineStyle.SOLID: Qt.PenStyle.SolidLine,
    LineStyle.DASHED: Qt.PenStyle.DashLine,
    LineStyle.DOTTED: Qt.PenStyle.DotLine,
    LineStyle.DASH_DOTTED: Qt.PenStyle.DashDotLine,
}
_LONGEST_HAIR = 36
"""Pixels from a line's end to its name."""
_CROWDED = 2.5
"""Pixels between neighbouring days under which dots get smaller, so that they stay dots."""


def text_metrics(theme: Theme) -> TextMetrics:
    """The sizes of a chart's words in `theme`."""
    title, small = QFontMetricsF(title_font(theme)), QFontMetricsF(small_font(theme))
    return TextMetrics(
        title_height=title.height() + theme.sp(1),
        small_height=small.height(),
        title_width=title.horizontalAdvance,
        small_width=small.horizontalAdvance,
        scale=theme.text_percent / 100,
    )


def title_font(theme: Theme) -> QFont:
    """Names of lanes."""
    return theme.ui_font(Type.SECTION, Type.STRONG)


def small_font(theme: Theme) -> QFont:
    """Notes, scales, dates and names at line ends."""
    return theme.figures_font(Type.SMALL)


def dot_radius(layout: ChartLayout, theme: Theme) -> float:
    """Smaller where days crowd."""
    room = min(1.0, max(0.5, layout.time.day_width / _CROWDED))
    return max(1.5, 3.2 * room) * _growth(theme)


class ChartPainter:
    """Paints one layout in the colours of a theme."""

    def __init__(self, layout: ChartLayout, theme: Theme) -> None:
        self._layout = layout
        self._theme = theme
        self._radius = dot_radius(layout, theme)
        self._dots: dict[tuple[str, DotShape, bool, float], QPixmap] = {}

    # -- the still picture ---------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter) -> None:
        """Everything that does not move with the cursor."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_time_axis(painter)
        for box in self._layout.lanes:
            self._paint_names(painter, box)
            if isinstance(box.lane, MarkLane):
                self._paint_marks(painter, box, box.lane)
            else:
                self._paint_scale(painter, box, box.lane)
        for box in self._layout.lanes:
            if isinstance(box.lane, ValueLane):
                for series in box.lane.series:
                    self._paint_joins(painter, box, series)
                for series in box.lane.series:
                    self._paint_dots(painter, box, series)
                self._paint_end_labels(painter, box, box.lane)

    def _paint_time_axis(self, painter: QPainter) -> None:
        layout, theme = self._layout, self._theme
        pen = QPen(theme.colour("line"), 1, Qt.PenStyle.DotLine)
        pen.setCosmetic(True)
        painter.setFont(small_font(theme))
        height = QFontMetricsF(small_font(theme)).height()
        for tick in layout.ticks:
            x = _crisp(layout.time.start_of(tick.day))
            painter.setPen(pen)
            painter.drawLine(QPointF(x, layout.plot_top), QPointF(x, layout.axis_top + height * 0.6))
            painter.setPen(theme.colour("ink_soft"))
            self._text_from(painter, x + layout.sign * theme.sp(6), layout.axis_top + theme.sp(4), tick.label)

    def _paint_names(self, painter: QPainter, box: LaneBox) -> None:
        """The lane's name and notes: in the gutter, or above the lane of a strip."""
        theme, layout = self._theme, self._layout
        has_gutter = layout.frame.has_gutter
        room = layout.title_room if has_gutter else self._room_from(self._near_edge()) - theme.sp(12)
        edge = layout.title_edge if has_gutter else self._near_edge()
        top = box.top if has_gutter else box.top - layout.title_height
        painter.setFont(title_font(theme))
        painter.setPen(theme.colour(box.lane.colour))
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(box.lane.title, Qt.TextElideMode.ElideRight, room)
        if not has_gutter and isinstance(box.lane, ValueLane) and len(box.lane.series) == 1:
            series = box.lane.series[0]
            self._copy_dot(painter, series, edge + layout.sign * self._radius, top + metrics.height() / 2)
            edge += layout.sign * (self._radius * 2 + theme.sp(5))
        self._text_from(painter, edge, top, title)
        painter.setPen(theme.colour("ink_soft"))
        if not has_gutter:
            painter.setFont(small_font(theme))
            along = edge + layout.sign * (metrics.horizontalAdvance(title) + theme.sp(8))
            rest = QFontMetricsF(painter.font())
            notes = rest.elidedText(
                " · ".join(box.lane.notes), Qt.TextElideMode.ElideRight, self._room_from(along) - theme.sp(4)
            )
            self._text_from(painter, along, top + theme.sp(1), notes)
            return
        top += metrics.height() + theme.sp(1)
        painter.setFont(small_font(theme))
        small = QFontMetricsF(painter.font())
        for note in box.lane.notes:
            self._text_from(painter, edge, top, small.elidedText(note, Qt.TextElideMode.ElideRight, room))
            top += small.height()

    def _room_from(self, x: float) -> float:
        """How far it is from `x` to the side where lines end."""
        return x if self._layout.time.is_mirrored else self._layout.frame.width - x

    def _near_edge(self) -> float:
        time = self._layout.time
        return time.right if time.is_mirrored else time.left

    def _paint_scale(self, painter: QPainter, box: LaneBox, lane: ValueLane) -> None:
        layout, theme = self._layout, self._theme
        assert box.scale is not None
        grid = QPen(theme.colour("line"), 1)
        grid.setCosmetic(True)
        painter.setFont(small_font(theme))
        metrics = QFontMetricsF(painter.font())
        for tick in lane.ticks:
            y = _crisp(box.scale.y(tick.value))
            painter.setPen(grid)
            painter.drawLine(QPointF(layout.time.left, y), QPointF(layout.time.right, y))
            painter.setPen(theme.colour("ink_soft"))
            width = metrics.horizontalAdvance(tick.label)
            x = layout.tick_edge if layout.frame.is_mirrored else layout.tick_edge - width
            painter.drawText(QPointF(x, y + metrics.capHeight() / 2), tick.label)

    def _paint_joins(self, painter: QPainter, box: LaneBox, series: Series) -> None:
        """A thin line between near neighbours: the dots are the data, the line only helps the eye along.

        Where dots stand less than a pixel apart it would only be ink over them, and it is left out.
        """
        pen = QPen(self._softened(series.colour, 38), _device_pixel(painter), _PENS[series.line])
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in series.runs:
            spacing = (run[-1].at - run[0].at) / max(1, len(run) - 1) * self._layout.time.day_width
            if len(run) > 1 and spacing >= 1:
                painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in joined(self._spots(box, run))]))

    def _paint_dots(self, painter: QPainter, box: LaneBox, series: Series) -> None:
        points = [point for run in series.runs for point in run]
        for is_hollow in (False, True):
            spots = self._spots(box, [point for point in points if point.is_hollow is is_hollow])
            picture = self._dot(painter, series.colour, series.shape, is_hollow=is_hollow)
            half = picture.deviceIndependentSize().width() / 2
            for x, y in distinct(spots, max(1.0, self._radius * 0.8)):
                painter.drawPixmap(QPointF(x - half, y - half), picture)

    def _paint_marks(self, painter: QPainter, box: LaneBox, lane: MarkLane) -> None:
        theme, time = self._theme, self._layout.time
        width = min(3.0, max(1.0 if time.day_width < 1.5 else 2.0, time.day_width * 0.4)) * _growth(theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._softened("ink_soft", 38))
        longest = box.bottom - box.top
        start, day = time.line()
        spots = ((start + day * mark.at, mark.size) for mark in lane.marks)
        for x, size in strokes(spots, width + 1):
            height = longest * (0.35 + 0.65 * size)
            bar = QRectF(_crisp(x - width / 2) - 0.5, box.bottom - height, width, height)
            painter.drawRoundedRect(bar, width / 2, width / 2)

    def _paint_end_labels(self, painter: QPainter, box: LaneBox, lane: ValueLane) -> None:
        """The name of each line at its end, moved apart; a hair leads back where one had to move."""
        assert box.scale is not None
        theme, layout = self._theme, self._layout
        named = named_series(lane, has_gutter=layout.frame.has_gutter)
        painter.setFont(small_font(theme))
        metrics = QFontMetricsF(painter.font())
        ends = [self._spot(box, series.runs[-1][-1].at, series.runs[-1][-1].value) for series in named]
        middles = spread([y for _, y in ends], metrics.height(), box.top - 4, box.bottom + 4)
        for series, end, middle in zip(named, ends, middles, strict=True):
            # Far from the edge the name stands right after the last dot: a line led to the edge would look like data.
            start = end[0] + layout.sign * (self._radius + 2)
            edge = layout.label_edge
            if layout.sign * (edge - start) > theme.sp(_LONGEST_HAIR):
                edge = start + layout.sign * theme.sp(_LONGEST_HAIR) / 2
            hair = QPen(self._softened(series.colour, 60), _device_pixel(painter))
            hair.setCosmetic(True)
            painter.setPen(hair)
            painter.drawLine(QPointF(start, end[1]), QPointF(edge - layout.sign * 3, middle))
            painter.setPen(theme.colour("ink"))
            room = layout.label_room
            label = metrics.elidedText(series.label, Qt.TextElideMode.ElideRight, room)
            self._text_from(painter, edge, middle - metrics.height() / 2, label)

    # -- what moves ----------------------------------------------------------------------------------------------

    def paint_cursor(self, painter: QPainter, index: DayIndex, day: date, chosen_mark: int) -> None:
        """The line of a day, and its dots and strokes made larger."""
        layout, theme = self._layout, self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QPen(theme.colour("border"), 1)
        line.setCosmetic(True)
        painter.setPen(line)
        x = layout.time.middle_of(day)
        painter.drawLine(QPointF(_crisp(x), layout.plot_top), QPointF(_crisp(x), layout.axis_top))
        for found in index.points(day):
            box = layout.lanes[found.lane]
            spot = self._spot(box, found.point.at, found.point.value)
            painter.setPen(QPen(theme.colour("surface"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(QPointF(*spot), self._radius + 4, self._radius + 4)
            painter.setPen(QPen(theme.colour(found.series.colour), 1.5))
            painter.drawEllipse(QPointF(*spot), self._radius + 3.5, self._radius + 3.5)
            self._copy_dot(painter, found.series, *spot, is_hollow=found.point.is_hollow)
        for number, (lane, mark) in enumerate(index.marks(day)):
            box = layout.lanes[lane]
            height = (box.bottom - box.top) * (0.35 + 0.65 * mark.size)
            width = (5 if number == chosen_mark else 3) * _growth(theme)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawRect(QRectF(layout.time.x(mark.at) - width / 2, box.bottom - height, width, height))

    # -- small things --------------------------------------------------------------------------------------------

    def _spot(self, box: LaneBox, at: float, value: float) -> Spot:
        assert box.scale is not None
        return self._layout.time.x(at), box.scale.y(value)

    def _softened(self, token: str, percent: float) -> QColor:
        """A colour nearer to the ground by so much."""
        return QColor(self._theme.palette.mixed(token, "surface", percent))

    def _spots(self, box: LaneBox, points: Sequence[Point]) -> list[Spot]:
        assert box.scale is not None
        x, day = self._layout.time.line()
        y, step = box.scale.line()
        return [(x + day * point.at, y + step * point.value) for point in points]

    def _text_from(self, painter: QPainter, edge: float, top: float, text: str) -> None:
        """Words that begin at `edge` in reading direction."""
        metrics = QFontMetricsF(painter.font())
        x = edge - metrics.horizontalAdvance(text) if self._layout.frame.is_mirrored else edge
        painter.drawText(QPointF(x, top + metrics.ascent()), text)

    def _copy_dot(self, painter: QPainter, series: Series, x: float, y: float, *, is_hollow: bool = False) -> None:
        picture = self._dot(painter, series.colour, series.shape, is_hollow=is_hollow)
        half = picture.deviceIndependentSize().width() / 2
        painter.drawPixmap(QPointF(x - half, y - half), picture)

    def _dot(self, painter: QPainter, token: str, shape: DotShape, *, is_hollow: bool) -> QPixmap:
        device: QPaintDevice = painter.device()
        ratio = device.devicePixelRatioF()
        key = (token, shape, is_hollow, ratio)
        if key not in self._dots:
            ground = self._theme.colour("surface")
            self._dots[key] = dot_picture(
                shape, self._theme.colour(token), ground, self._radius, ratio, is_hollow=is_hollow
            )
        return self._dots[key]


def dot_picture(
    shape: DotShape, colour: QColor, ground: QColor, radius: float, ratio: float, *, is_hollow: bool = False
) -> QPixmap:
    """A dot as a picture, with a pixel of room around it."""
    side = 2 * (radius + 2)
    picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = picture.deviceIndependentSize().width() / 2
    pen = max(1.0, radius * 0.42)
    painter.setPen(QPen(colour, pen) if is_hollow else Qt.PenStyle.NoPen)
    painter.setBrush(ground if is_hollow else colour)
    reach = radius - pen / 2 if is_hollow else radius
    draw_shape(painter, shape, QPointF(middle, middle), reach)
    painter.end()
    return picture


def draw_shape(painter: QPainter, shape: DotShape, middle: QPointF, radius: float) -> None:
    """One of the shapes, so large that all look alike in weight."""
    if shape is DotShape.CIRCLE:
        painter.drawEllipse(middle, radius, radius)
    elif shape is DotShape.SQUARE:
        half = radius * 0.89
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
    else:
        painter.drawPolygon(QPolygonF([middle + QPointF(x * radius, y * radius) for x, y in _CORNERS[shape]]))


_CORNERS: dict[DotShape, tuple[tuple[float, float], ...]] = {
    DotShape.DIAMOND: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    DotShape.TRIANGLE: ((0, -1.3), (1.2, 0.85), (-1.2, 0.85)),
}


def line_pen(colour: QColor, style: LineStyle, width: float) -> QPen:
    """The pen of a line sample."""
    return QPen(colour, width, _PENS[style])


def _crisp(x: float) -> float:
    """On the middle of a pixel, so that a line of one pixel is not smeared over two."""
    return int(x) + 0.5


def _device_pixel(painter: QPainter) -> int:
    device: QPaintDevice = painter.device()
    return max(1, round(device.devicePixelRatioF()))


def _growth(theme: Theme) -> float:
    return float((theme.text_percent / 100) ** 0.5)
