"""A photo to look at closely: fitted into the room there is, or larger, and then moved about."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.spoken import SpokenWidget
from trustjournal.ui.kit.theme import Theme

STEP = 1.25
LARGEST = 8.0
_MARGIN = 12
_WHEEL_STEP = 120
_MOVE = 0.2
"""A key moves the photo by so much of the room."""


class PhotoCanvas(SpokenWidget):
    """Wheel, + and − zoom; 0 fits; the mouse drags; the arrow keys move a photo that is larger than its room."""

    zoomed = Signal()
    other_requested = Signal(int)
    """1 for the next photo, -1 for the one before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._zoom: float | None = None
        """Points of the screen per pixel; None: as large as fits, and never larger than it is."""
        self._centre = QPointF()
        """Which place of the photo is in the middle, in its pixels."""
        self._held: QPointF | None = None
        self._was_pressed = False
        """The first click of two may have been the one that opened the photo."""
        self._turned = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Show an image as large as fits; a null one leaves the room empty."""
        self._image = image
        self._was_pressed = self._was_pressed and not image.isNull()
        self.fit()

    @property
    def zoom(self) -> float:
        """Points of the screen per pixel of the photo."""
        return self._zoom or self._fitting()

    @property
    def is_fitted(self) -> bool:
        """Whether the photo is as large as fits."""
        return self._zoom is None

    def fit(self) -> None:
        """As large as fits, and never larger than it is."""
        self._zoom = None
        self._centre = QPointF(self._image.width() / 2, self._image.height() / 2)
        self._changed()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Make it larger or smaller; the place `around`, in points, stays where it is."""
        if self._image.isNull():
            return
        around = around or QPointF(self.width() / 2, self.height() / 2)
        zoom = max(min(self._fitting(), 1.0), min(LARGEST, self.zoom * factor))
        if zoom <= self._fitting():
            self.fit()
            return
        off = around - QPointF(self.width() / 2, self.height() / 2)
        self._centre += off / self.zoom - off / zoom
        self._zoom = zoom
        self._changed()

    # Inside -----------------------------------------------------------------------------------

    def _fitting(self) -> float:
        if self._image.isNull():
            return 1.0
        room = QSize(max(1, self.width() - 2 * _MARGIN), max(1, self.height() - 2 * _MARGIN))
        return min(1.0, room.width() / self._image.width(), room.height() / self._image.height())

    def _rect(self) -> QRectF:
        """Where the photo is, in points."""
        zoom = self.zoom
        left_top = QPointF(self.width() / 2, self.height() / 2) - self._centre * zoom
        return QRectF(
            left_top, QPointF(left_top.x() + self._image.width() * zoom, left_top.y() + self._image.height() * zoom)
        )

    def _changed(self) -> None:
        self._keep_in_sight()
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._is_larger() else Qt.CursorShape.ArrowCursor)
        self.update()
        self.zoomed.emit()

    def _is_larger(self) -> bool:
        rect = self._rect()
        return rect.width() > self.width() or rect.height() > self.height()

    def _keep_in_sight(self) -> None:
        """What fits is in the middle; what does not leaves no room free at its edges."""

        def kept(centre: float, whole: int, room: int) -> float:
            half = room / 2 / self.zoom
            return whole / 2 if whole <= 2 * half else max(half, min(centre, whole - half))

        self._centre = QPointF(
            kept(self._centre.x(), self._image.width(), self.width()),
            kept(self._centre.y(), self._image.height(), self.height()),
        )

    def _move(self, x: float, y: float) -> None:
        self._centre += QPointF(x * self.width(), y * self.height()) / self.zoom
        self._changed()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom < 3)
            painter.drawImage(self._rect(), self._image)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("trust"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _WHEEL_STEP * 4) / 4
        self._turned -= round(steps * _WHEEL_STEP)
        if steps:
            self.zoom_by(STEP**steps, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._was_pressed = True
        if event.button() is Qt.MouseButton.LeftButton and self._is_larger():
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._centre -= (event.position() - self._held) / self.zoom
            self._held = event.position()
            self._keep_in_sight()
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self._changed()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._was_pressed:
            return
        if self.is_fitted:
            self.zoom_by(max(STEP, 1 / self.zoom), event.position())
        else:
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        forwards = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        moves = {
            Qt.Key.Key_Left: (-_MOVE, 0.0),
            Qt.Key.Key_Right: (_MOVE, 0.0),
            Qt.Key.Key_Up: (0.0, -_MOVE),
            Qt.Key.Key_Down: (0.0, _MOVE),
        }
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in moves and self._is_larger():
            self._move(*moves[Qt.Key(key)])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.other_requested.emit(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self.other_requested.emit(-1)
        elif key == Qt.Key.Key_Right:
            self.other_requested.emit(forwards)
        elif key == Qt.Key.Key_Left:
            self.other_requested.emit(-forwards)
        else:
            super().keyPressEvent(event)
