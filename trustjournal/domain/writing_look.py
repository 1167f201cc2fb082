"""How the sheet one writes on looks: how large, in which letters, how wide, and whether the caret's line stays put."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum

ZOOMS = (50, 60, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Percent of the reading size, on top of the text size of the whole program."""


class Face(StrEnum):
    """Letters that are there on every computer. Any other name is one of a font family."""

    SERIF = "serif"
    SYSTEM = "system"
    MONO = "mono"


class ColumnWidth(StrEnum):
    """How wide the column of text is."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"

    @property
    def characters(self) -> int:
        """So many characters a line holds, about."""
        return {ColumnWidth.NARROW: 52, ColumnWidth.NORMAL: 68, ColumnWidth.WIDE: 90}[self]


@dataclass(frozen=True, slots=True)
class WritingLook:
    """What a person has chosen for the sheet."""

    zoom_percent: int = 100
    face: str = Face.SERIF.value
    """The value of a `Face`, or a font family."""
    width: ColumnWidth = ColumnWidth.NORMAL
    typewriter: bool = False
    """The line of the caret stays in the middle of the sheet."""

    def zoomed(self, steps: int) -> WritingLook:
        """Larger by so many steps, smaller where they are negative."""
        if steps > 0:
            index = bisect_right(ZOOMS, self.zoom_percent) + steps - 1
        else:
            index = bisect_left(ZOOMS, self.zoom_percent) + steps
        return replace(self, zoom_percent=ZOOMS[max(0, min(index, len(ZOOMS) - 1))])

    def as_kept(self) -> dict[str, str | int | bool]:
        """The choices as they are kept."""
        return {
            "zoom_percent": self.zoom_percent,
            "face": self.face,
            "width": self.width.value,
            "typewriter": self.typewriter,
        }


def writing_look_from(kept: object) -> WritingLook:
    """The choices that were kept; what is missing or not understood is as by default."""
    default = WritingLook()
    if not isinstance(kept, dict):
        return default
    zoom, face = kept.get("zoom_percent"), kept.get("face")
    widths = {width.value: width for width in ColumnWidth}
    return WritingLook(
        zoom if isinstance(zoom, int) and not isinstance(zoom, bool) and ZOOMS[0] <= zoom <= ZOOMS[-1] else 100,
        face if isinstance(face, str) and face else default.face,
        widths.get(str(kept.get("width")), default.width),
        kept.get("typewriter") is True,
    )
