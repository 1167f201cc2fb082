"""Line icons that take their colour from the palette at the moment they are painted.

An icon is made once and stays right: when the theme changes, the next paint tints it anew, at any size and
any pixel density. The drawings are `resources/icons/<name>.svg`, drawn in `currentColor` on a grid of 24.
"""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from trustjournal.ui.kit.theme import Theme

_INK = "ink"


class Icons(QObject):
    """Knows the drawings in `folder` and hands them out as icons in the colours of `theme`."""

    def __init__(self, folder: Path, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._theme = theme
        self._drawings: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._pixmaps.clear)

    def icon(self, name: str, colour_token: str = _INK, *, size: int = 20) -> QIcon:
        """Return the icon `name` in the colour of a token; `size` is its natural size in pixels at 100 % text.

        Raises FileNotFoundError when there is no such drawing.
        """
        self._drawing(name)
        return QIcon(_LineIcon(self, name, colour_token, size))

    def pixmap(self, name: str, colour_token: str = _INK, *, size: int = 20, ratio: float = 1.0) -> QPixmap:
        """Return the drawing `size` points wide and high, for a screen with `ratio` pixels a point."""
        colour = self._theme.palette.colour(colour_token)
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _render(self._drawing(name), colour, size, ratio)
        return self._pixmaps[key]

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour_token: str = _INK) -> None:
        """Paint the drawing into `rect`, for widgets and delegates that paint themselves."""
        _paint(painter, rect, self._drawing(name), self._theme.palette.colour(colour_token))

    def natural_size(self, size: int) -> QSize:
        """Return a size that grew with the text."""
        return QSize(self._theme.sp(size), self._theme.sp(size))

    def _drawing(self, name: str) -> bytes:
        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_bytes()
        return self._drawings[name]


class _LineIcon(QIconEngine):
    """What Qt asks when it wants to paint one of our icons."""

    def __init__(self, icons: Icons, name: str, colour_token: str, size: int) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._token = colour_token
        self._size = size

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * 0.5)
        self._icons.paint(painter, QRectF(rect), self._name, self._token)
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        picture = self._icons.pixmap(self._name, colour_token=self._token, size=side, ratio=scale)
        if mode != QIcon.Mode.Disabled:
            return picture
        faint = QPixmap(picture.size())
        faint.setDevicePixelRatio(scale)
        faint.fill(Qt.GlobalColor.transparent)
        painter = QPainter(faint)
        painter.setOpacity(0.5)
        painter.drawPixmap(QPoint(0, 0), picture)
        painter.end()
        return faint

    @override
    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    @override
    def availableSizes(self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> list[QSize]:
        return [self._icons.natural_size(self._size)]

    @override
    def clone(self) -> QIconEngine:
        # The engine we return belongs to Qt, but PySide would delete it with our last reference (a crash).
        # An icon takes the ownership from Python; forgetting that icon leaves the engine to Qt, for a few lost bytes.
        engine = _LineIcon(self._icons, self._name, self._token, self._size)
        shiboken6.invalidate(QIcon(engine))
        return engine


def _render(drawing: bytes, colour: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _paint(painter, QRectF(0, 0, side, side), drawing, colour)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _paint(painter: QPainter, rect: QRectF, drawing: bytes, colour: str) -> None:
    from PySide6.QtSvg import QSvgRenderer  # not needed until the first icon is painted

    renderer = QSvgRenderer(drawing.replace(b"currentColor", colour.encode("ascii")))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, rect)
