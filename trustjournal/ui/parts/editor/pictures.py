"""The journal's own pictures, shown in place of the lines that name them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

HIGHEST = 420
"""Pixels, at 100 % text: a portrait should not fill more than the window."""
ROOM_AROUND = 8
_STEP = 4
"""Heights are in steps of so many pixels, so that pictures of about one height share a font."""


class PictureSource(Protocol):
    """Where pictures come from: the journal, and nowhere else.

    Both answer at once, with `None` for what is not there or not read yet; `Editor.refresh_pictures` asks again.
    """

    def size_of(self, picture_id: str) -> QSize | None:
        """How large a picture is, in its own pixels."""
        ...

    def picture(self, picture_id: str, width: int) -> QImage | None:
        """The picture, about `width` device pixels wide."""
        ...


class Pictures:
    """Says how large pictures are shown in a column of some width."""

    def __init__(self) -> None:
        self.source: PictureSource | None = None
        self.column = 0
        """How wide the lines are, in pixels."""
        self.highest = HIGHEST

    def shown_size(self, picture_id: str) -> QSize | None:
        """How large a picture is painted; never larger than it is."""
        size = self.source.size_of(picture_id) if self.source is not None else None
        if size is None or size.isEmpty() or self.column <= 0:
            return None
        return size.boundedTo(size.scaled(self.column, self.highest, Qt.AspectRatioMode.KeepAspectRatio))

    def height(self, picture_id: str) -> int:
        """How much room a picture takes; 0 while nobody knows it."""
        size = self.shown_size(picture_id)
        return 0 if size is None else -(-(size.height() + 2 * ROOM_AROUND) // _STEP) * _STEP

    def image(self, picture_id: str, width: int) -> QImage | None:
        """A picture, at least `width` device pixels wide where it is large enough."""
        return self.source.picture(picture_id, width) if self.source is not None else None
