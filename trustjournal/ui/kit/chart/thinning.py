"""Never more marks than the pixels can show: ten years of days fit on a screen a thousand pixels wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Spot = tuple[float, float]
"""x and y in pixels."""


def distinct(spots: Iterable[Spot], cell: float) -> list[Spot]:
    """One spot for each square of `cell` pixels that has any: dots nearer than that hide each other anyway."""
    seen: dict[tuple[float, float], Spot] = {}
    for x, y in spots:
        seen.setdefault((x // cell, y // cell), (x, y))
    return list(seen.values())


def joined(run: Sequence[Spot]) -> list[Spot]:
    """The line through `run` with at most four points for each column of pixels: in, lowest, highest, out.

    Such a line covers the same pixels as the whole one (the idea behind "M4", Jugel and others, VLDB 2014).
    """
    if len(run) <= 4:
        return list(run)
    kept: list[Spot] = []
    column: list[Spot] = [run[0]]
    for spot in run[1:]:
        if int(spot[0]) != int(column[0][0]):
            kept.extend(_in_low_high_out(column))
            column = []
        column.append(spot)
    kept.extend(_in_low_high_out(column))
    return kept


def _in_low_high_out(column: list[Spot]) -> list[Spot]:
    if len(column) <= 2:
        return column
    low = min(range(len(column)), key=lambda index: column[index][1])
    high = max(range(len(column)), key=lambda index: column[index][1])
    return [column[index] for index in sorted({0, low, high, len(column) - 1})]


def strokes(marks: Iterable[tuple[float, float]], spacing: float) -> list[tuple[float, float]]:
    """(x, size) of marks at least `spacing` pixels apart; of those that share a place, the longest stands for all."""
    tallest: dict[int, tuple[float, float]] = {}
    for x, size in marks:
        place = round(x / spacing)
        if place not in tallest or size > tallest[place][1]:
            tallest[place] = (x, size)
    return [tallest[place] for place in sorted(tallest)]
