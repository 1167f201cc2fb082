"""From values and days to pixels, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ValueScale:
    """A fixed scale: it never zooms to the data, so that the same height always means the same number."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """The height of `value`."""
        start, step = self.line()
        return start + step * value

    def line(self) -> tuple[float, float]:
        """Height of 0, and pixels a step: for thousands of values at once."""
        step = -(self.bottom - self.top) / (self.high - self.low)
        return self.bottom - step * self.low, step


@dataclass(frozen=True, slots=True)
class DayScale:
    """Whole days side by side. Mirrored, time runs from right to left."""

    first_day: date
    last_day: date
    left: float
    right: float
    is_mirrored: bool = False

    @property
    def days(self) -> int:
        """How many days there are, both ends included."""
        return self.last_day.toordinal() - self.first_day.toordinal() + 1

    @property
    def day_width(self) -> float:
        """Pixels a day has."""
        return (self.right - self.left) / self.days

    def x(self, at: float) -> float:
        """The place of a moment (days since the calendar's beginning)."""
        start, step = self.line()
        return start + step * at

    def line(self) -> tuple[float, float]:
        """Place of the calendar's beginning, and pixels a day: for thousands of moments at once."""
        step = -self.day_width if self.is_mirrored else self.day_width
        return (self.right if self.is_mirrored else self.left) - step * self.first_day.toordinal(), step

    def start_of(self, day: date) -> float:
        """Where `day` begins."""
        return self.x(day.toordinal())

    def middle_of(self, day: date) -> float:
        """The middle of `day`."""
        return self.x(day.toordinal() + 0.5)

    def day_at(self, x: float) -> date:
        """The day under `x`; beyond the ends, the first or last one."""
        along = self.right - x if self.is_mirrored else x - self.left
        number = int(along // self.day_width)
        return date.fromordinal(self.first_day.toordinal() + max(0, min(self.days - 1, number)))
