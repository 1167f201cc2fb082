"""Counts the steps of a wheel; a touchpad turns it by pieces of one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

NOTCH = 120
"""What Qt calls one step of a wheel."""


class ZoomWheel:
    """Turns of a wheel that mean larger or smaller letters."""

    def __init__(self) -> None:
        self._turned = 0

    def is_meant(self, event: QWheelEvent) -> bool:
        """Whether this turn is about the letters."""
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def steps(self, event: QWheelEvent) -> int:
        """How many whole steps are complete with this turn; away from the person is larger."""
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        return steps
