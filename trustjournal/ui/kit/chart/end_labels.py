"""Names at the ends of lines, moved apart just as far as they must be."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Middles for labels of `height`, near the `wanted` ones, in the same order, apart, and between `top` and `bottom`.

    Where there is not room for all, they are set at equal distances and overlap evenly.
    """
    if not wanted:
        return []
    first, last = top + height / 2, bottom - height / 2
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    if (len(order) - 1) * height >= last - first:
        step = (last - first) / max(1, len(order) - 1)
        placed = [first + number * step for number in range(len(order))]
    else:
        placed = []
        for index in order:
            lowest = placed[-1] + height if placed else first
            placed.append(max(wanted[index], lowest))
        ceiling = last
        for number in reversed(range(len(placed))):
            placed[number] = min(placed[number], ceiling)
            ceiling = placed[number] - height
    answer = [0.0] * len(wanted)
    for index, middle in zip(order, placed, strict=True):
        answer[index] = middle
    return answer
