"""What a chart shows, as plain numbers and words; a page makes it, and the chart knows nothing of where it is from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

_NOON = time(12)


class DotShape(StrEnum):
    """One for each line of a chart, so that no line is known by its colour alone."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


class LineStyle(StrEnum):
    """How the dots of a run are joined."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOTTED = "dash-dotted"


def moment_at(day: date, wall_time: time | None = None) -> float:
    """A place on the time axis in days; a day without a time stands at its noon."""
    clock = wall_time or _NOON
    return day.toordinal() + (clock.hour * 60 + clock.minute) / 1440


def day_at(at: float) -> date:
    """The day a place on the time axis lies in."""
    return date.fromordinal(int(at))


@dataclass(frozen=True, slots=True)
class Point:
    """One value; `is_hollow` draws a ring instead of a full dot, for a second, two-way fact."""

    at: float
    value: float
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Values that belong together, cut into runs: inside a run neighbours are joined, between runs nothing is drawn."""

    label: str = field(repr=False)
    runs: tuple[tuple[Point, ...], ...]
    colour: str
    """Name of a colour token."""
    shape: DotShape = DotShape.CIRCLE
    line: LineStyle = LineStyle.SOLID


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A grid line of a value lane and the words beside it (may be empty)."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class ValueLane:
    """A strip with a fixed scale from `low` to `high`."""

    title: str = field(repr=False)
    low: float
    high: float
    ticks: tuple[AxisTick, ...]
    series: tuple[Series, ...]
    notes: tuple[str, ...] = field(default=(), repr=False)
    colour: str = "ink"
    """Token of the title."""
    weight: float = 1.0
    """How much of the spare height this lane gets, beside the other lanes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened once; `size` from 0 to 1 is the length of its stroke, `key` what a click answers."""

    at: float
    key: str
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class MarkLane:
    """A strip of strokes without a scale."""

    title: str = field(repr=False)
    marks: tuple[Mark, ...]
    notes: tuple[str, ...] = field(default=(), repr=False)
    colour: str = "ink_soft"


Lane = ValueLane | MarkLane


@dataclass(frozen=True, slots=True)
class ChartData:
    """Lanes under each other between two days, both included."""

    first_day: date
    last_day: date
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class CardText:
    """What the card beside the cursor says."""

    title: str
    lines: tuple[str, ...] = field(default=(), repr=False)
    mark_lines: tuple[str, ...] = field(default=(), repr=False)
    """One for each mark of the day, oldest first."""
    action: str = ""
    """What Enter does, if it does something."""

    @property
    def spoken(self) -> str:
        """All of it in one breath."""
        return ". ".join(part for part in (self.title, *self.lines, *self.mark_lines, self.action) if part)
