"""Where characters stand on a line that Qt has laid out."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QTextLine


def x_of(line: QTextLine, position: int) -> float:
    """How far from the left edge of its block a position of a line is."""
    x, _position = cast("tuple[float, int]", line.cursorToX(position))  # the stubs do not say so
    return x
