"""The journal's own pictures, shown where a line names one."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage


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
