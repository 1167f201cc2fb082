"""How far one has been in each part of the guide, as the list of parts shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trustjournal.domain.guide import Guide, Part
from trustjournal.services.guide_progress import UnitProgress

PROMPTS_FOR_A_FULL_RING = 3


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of the list of parts."""

    part: Part
    is_read: bool
    """Every unit of it was visited."""
    is_begun: bool
    """At least one unit of it was visited."""
    written: int
    """Prompts of it that were written about."""
    share: float
    """How much of the ring is drawn, 0 … 1: a quarter for reading a unit, the rest for its first prompts."""


def lines_of(guide: Guide, progress: Mapping[str, UnitProgress]) -> tuple[PartLine, ...]:
    """A line for each part; `progress` is by the ids of units."""
    return tuple(_line(part, progress) for part in guide.parts)


def _line(part: Part, progress: Mapping[str, UnitProgress]) -> PartLine:
    found = [progress.get(unit.id) for unit in part.units]
    visited = [unit is not None and unit.visited for unit in found]
    written = [unit.written if unit is not None else 0 for unit in found]
    shares = [
        0.25 * seen + 0.75 * min(count, PROMPTS_FOR_A_FULL_RING) / PROMPTS_FOR_A_FULL_RING
        for seen, count in zip(visited, written, strict=True)
    ]
    return PartLine(
        part=part,
        is_read=all(visited),
        is_begun=any(visited),
        written=sum(written),
        share=sum(shares) / max(1, len(shares)),
    )
