"""A slider for whole numbers that starts empty: no thumb, no number, until somebody sets one.

In right-to-left layouts it fills from the right, as the platform's sliders do.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.spoken import SpokenNumber, SpokenWidget
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import HIT_TARGET

TOP = 10
_THUMB = 8
_TRACK = 4.0
_EMPTY_TRACK = 3.0
_RING = 3.0
_TWO_DIGITS_MS = 1000
"""Within this time a 0 after a 1 is read as ten."""


class RatingSlider(SpokenWidget):
    """A whole number from 0 to ten, or None.

    Keys: arrows one step (from empty: the middle), digits, Page Up and Page Down two steps, Home and End the ends,
    Delete or Backspace empty again. The wheel does nothing: scrolling a page must not change an answer.
    """

    value_changed = Signal(object)
    """The new number, or None."""

    spoken_role = QAccessible.Role.Slider

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value: int | None = None
        self._since_one = QElapsedTimer()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._on_theme_changed)
        self.say_value()

    # -- value ---------------------------------------------------------------------------------------------------

    def value(self) -> int | None:
        """The number, or None while nothing is set."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value`; beyond an end is brought to that end."""
        kept = None if value is None else max(0, min(TOP, value))
        if kept == self._value:
            return
        self._value = kept
        self.update()
        self.say_value()
        self.value_changed.emit(kept)

    def clear(self) -> None:
        """Empty again."""
        self.set_value(None)

    @override
    def value_text(self) -> str:
        if self._value is None:
            return self.tr("not rated")
        return self.tr("{value} of {top}").format(value=self._value, top=TOP)

    @override
    def spoken_number(self) -> SpokenNumber:
        return SpokenNumber(0, TOP, self._value)

    @override
    def set_spoken_number(self, number: int) -> None:
        self.set_value(number)

    # -- places --------------------------------------------------------------------------------------------------

    def _track(self) -> tuple[float, float]:
        """Left and right end of the track, between the middles of the outermost thumbs."""
        return float(self._thumb), float(self.width() - self._thumb)

    def _bar(self) -> QRectF:
        """The line that is painted; it reaches as far as a thumb at either end does."""
        left, right = self._track()
        middle = self.height() / 2
        return QRectF(left - self._thumb, middle - _TRACK / 2, right - left + 2 * self._thumb, _TRACK)

    @property
    def _thumb(self) -> float:
        return self._theme.sp(_THUMB)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def place_of(self, value: int) -> float:
        """The x where `value` is drawn."""
        left, right = self._track()
        share = value / TOP
        return right - share * (right - left) if self._mirrored else left + share * (right - left)

    def value_at(self, x: float) -> int:
        """The number nearest to `x`."""
        left, right = self._track()
        share = (x - left) / max(1.0, right - left)
        return max(0, min(TOP, round((1 - share if self._mirrored else share) * TOP)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.sp(HIT_TARGET))

    # -- events --------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        forward = -1 if self._mirrored else 1
        steps = {
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -2,
            Qt.Key.Key_PageUp: 2,
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self.set_value(TOP // 2 if self._value is None else self._value + steps[key])
        elif key is Qt.Key.Key_Home:
            self.set_value(0)
        elif key is Qt.Key.Key_End:
            self.set_value(TOP)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type_digit(int(key) - int(Qt.Key.Key_0))
        else:
            super().keyPressEvent(event)

    def _type_digit(self, digit: int) -> None:
        follows_one = self._since_one.isValid() and not self._since_one.hasExpired(_TWO_DIGITS_MS)
        self._since_one.invalidate()
        if digit == 0 and follows_one and self._value == 1:
            self.set_value(TOP)
            return
        if digit == 1:
            self._since_one.start()
        self.set_value(digit)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.set_value(self.value_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.set_value(self.value_at(event.position().x()))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.EnabledChange, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    # -- paint ---------------------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        bar = self._bar()
        painter.setPen(Qt.PenStyle.NoPen)
        if self._value is None:
            # All there is to see of the empty slider: dark enough to find (3:1), and too thin for an answer.
            painter.setBrush(self._theme.colour("border"))
            thin = (_TRACK - _EMPTY_TRACK) / 2
            painter.drawRoundedRect(bar.adjusted(0, thin, 0, -thin), _EMPTY_TRACK / 2, _EMPTY_TRACK / 2)
        else:
            painter.setBrush(self._theme.colour("line"))
            painter.drawRoundedRect(bar, _TRACK / 2, _TRACK / 2)
        if self._value is not None:
            self._paint_value(painter, self._value, bar)
        elif self.hasFocus():
            painter.setPen(QPen(self._theme.colour("trust"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.adjusted(1, -7, -1, 7), 8, 8)

    def _paint_value(self, painter: QPainter, value: int, bar: QRectF) -> None:
        place = QPointF(self.place_of(value), bar.center().y())
        start = bar.right() if self._mirrored else bar.left()
        filled = QRectF(min(start, place.x()), bar.top(), abs(place.x() - start), bar.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("trust"))
        painter.drawRoundedRect(filled, _TRACK / 2, _TRACK / 2)
        if self.hasFocus():
            painter.setBrush(self._theme.colour("trust", 25))
            painter.drawEllipse(place, self._thumb + _RING, self._thumb + _RING)
        painter.setPen(QPen(self._theme.colour("trust"), 2))
        painter.setBrush(self._theme.colour("trust") if self.hasFocus() else self._theme.colour("surface"))
        painter.drawEllipse(place, self._thumb - 1, self._thumb - 1)
