"""How large a window may be, and where, to be seen as a whole on the screen it opens on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 48)
"""Room for the frame that the system puts around a window; nobody can ask for it before the window is there."""


def within(wanted: QRect, available: QRect) -> QRect:
    """`wanted` made no larger than `available` less a frame, and moved so that it lies wholly inside."""
    size = wanted.size().boundedTo(available.size() - FRAME)
    left = min(max(wanted.left(), available.left()), available.right() + 1 - size.width() - FRAME.width())
    top = min(max(wanted.top(), available.top()), available.bottom() + 1 - size.height() - FRAME.height())
    return QRect(QPoint(max(left, available.left()), max(top, available.top())), size)


def open_on_screen(window: QWidget, smallest: QSize, first_size: QSize, geometry: bytes | None) -> None:
    """Give a window that is not shown yet the size it had last time, or the first one, as far as the screen has room.

    Where it stands is the system's to say, unless it stood somewhere before.
    """
    was_there = geometry is not None and window.restoreGeometry(geometry)
    screen = QGuiApplication.screenAt(window.geometry().center()) if was_there else None
    available = (screen or window.screen()).availableGeometry()
    window.setMinimumSize(smallest.boundedTo(available.size() - FRAME))
    if not was_there:
        window.resize(first_size.boundedTo(available.size() - FRAME))
    elif not window.isMaximized() and not window.isFullScreen() and not _fits(window.geometry(), available):
        window.setGeometry(within(window.geometry(), available))


def _fits(geometry: QRect, available: QRect) -> bool:
    """Whether what the person chose needs no change; a window may reach over an edge they pushed it over."""
    room = available.size() - FRAME
    return geometry.width() <= room.width() and geometry.height() <= room.height() and available.intersects(geometry)
