"""What a view says about the place it wants painted; the types of Qt's Python side leave these out."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


def rect_of(option: QStyleOptionViewItem) -> QRect:
    """Where to paint."""
    rect: QRect = getattr(option, "rect")  # noqa: B009
    return rect


def state_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """Selected, under the mouse, and so on."""
    state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
    return state


def direction_of(option: QStyleOptionViewItem) -> Qt.LayoutDirection:
    """Which side lines begin on."""
    direction: Qt.LayoutDirection = getattr(option, "direction")  # noqa: B009
    return direction
