"""Short exercises of the guide: a few calm steps, done one at a time, of which nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SETTLING: Final = "two-minute-settling"
"""The id of the exercise that brings somebody back to the room they are in."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise as its file tells it: why one might do it, its steps in order, and a last line."""

    id: str
    title: str
    minutes: int
    why: str
    steps: tuple[str, ...]
    closing: str
    units: tuple[str, ...] = ()
    """Ids of the guide units it belongs to, for the guide page."""
    has_gate: bool = False
    """It leads to confronting, sharing or repairing: whether one can disagree safely is asked first."""

    def is_for(self, unit_ids: frozenset[str]) -> bool:
        """Whether it belongs to one of these units."""
        return not unit_ids.isdisjoint(self.units)
