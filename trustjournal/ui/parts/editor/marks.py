"""What is marked in the text without being part of it: words not in the dictionary, and what was searched for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from trustjournal.ui.parts.editor.ranges import Ranges


class MarkLayer(Enum):
    """Kinds of marks; a later one is painted over an earlier one."""

    SPELLING = auto()
    """Words no dictionary knows."""
    FOUND = auto()
    """What is looked for in this entry."""
    HIT = auto()
    """Why the list found this entry."""
    CURRENT = auto()
    """The hit one is at."""


class Marks:
    """Ranges of each layer, which follow the text."""

    def __init__(self) -> None:
        self._layers = {layer: Ranges() for layer in MarkLayer}

    def __bool__(self) -> bool:
        return any(self._layers.values())

    def put(self, layer: MarkLayer, ranges: Sequence[tuple[int, int]]) -> None:
        """Replace the ranges of a layer: start and end in UTF-16 units."""
        self._layers[layer] = Ranges(ranges, breaks_at_edges=layer is MarkLayer.SPELLING)

    def forget(self) -> None:
        """Another text: nothing is marked."""
        self._layers = {layer: Ranges() for layer in MarkLayer}

    def follow(self, position: int, removed: int, added: int) -> bool:
        """Move along with an edit; returns whether a mark went because its words changed."""
        went = [ranges.edit(position, removed, added) for ranges in self._layers.values() if ranges]
        return any(went)

    def between(self, first: int, last: int) -> dict[MarkLayer, Sequence[tuple[int, int]]]:
        """What is marked between two positions."""
        return {layer: ranges.between(first, last) for layer, ranges in self._layers.items() if ranges}
