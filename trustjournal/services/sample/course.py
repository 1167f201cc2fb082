"""The course of the sample life in numbers: how mood and trust move over the whole time, and when nothing is logged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from trustjournal.domain.person import Role

Curve = Sequence[tuple[float, float]]
"""Points of share of the time (0 … 1) and value, joined by straight lines."""

PEOPLE = {"Alex": Role.PARTNER, "Sam": Role.WORK, "Mina": Role.FRIEND, "Myself": Role.MYSELF}

TRUST: dict[str, Curve] = {
    "Alex": ((0.0, 3.0), (0.1, 3.4), (0.3, 5.0), (0.55, 6.6), (0.665, 6.8), (0.675, 3.6), (0.75, 5.2), (1.0, 7.6)),
    "Sam": ((0.0, 6.8), (0.18, 6.8), (0.2, 5.2), (0.3, 6.5), (0.6, 8.0), (1.0, 8.6)),
    "Mina": ((0.0, 8.6), (0.5, 9.0), (0.51, 5.0), (0.6, 7.0), (1.0, 8.8)),
    "Myself": ((0.0, 4.0), (0.35, 5.0), (0.66, 5.8), (0.7, 4.6), (1.0, 7.2)),
}

PLEASANTNESS: Curve = (
    (0.0, -2.8), (0.15, -1.0), (0.33, 0.4), (0.5, 1.1), (0.51, -1.2), (0.58, 0.9), (0.665, 1.0), (0.675, -2.5),
    (0.75, 0.0), (1.0, 1.8),
)  # fmt: skip
ENERGY: Curve = ((0.0, 1.6), (0.1, 0.2), (0.3, -0.4), (0.5, 0.3), (0.66, 0.0), (0.68, 1.4), (0.78, -0.6), (1.0, 0.4))

_GAPS = ((0.24, 19), (0.45, 26), (0.72, 12), (0.87, 9))
"""When nothing was logged for a while: share of the time at which it begins, and days."""


def value_at(curve: Curve, share: float) -> float:
    """The value of a curve at a share of the time."""
    for (left, low), (right, high) in pairwise(curve):
        if share <= right:
            return low + (high - low) * (share - left) / (right - left)
    return curve[-1][1]


def days_with_the_journal(first: date, last: date) -> list[date]:
    """The days between two, both included, without those on which the journal stayed shut."""
    count = (last - first).days + 1
    shut = {round(count * begins) + n for begins, length in _GAPS for n in range(min(length, count // 20))}
    return [first + timedelta(days=n) for n in range(count) if n not in shut]
