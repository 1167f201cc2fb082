"""A square pad with two axes: one click or a few arrow keys set two small whole numbers at once.

In right-to-left layouts the sideways axis is mirrored, as sliders and ratings are: it is a control, and "more" lies in
the direction one reads. The arrow keys always move the dot the way they point.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trustjournal.ui.kit.spoken import SpokenWidget
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.kit.tokens import Type

PadValue = tuple[int, int]

REACH = 4
"""Steps from the middle to either end of an axis."""

_DOT = 9
_EDGE = 16
"""From the pad's edge to the middle of the outermost cells: a dot there stays whole."""


@dataclass(frozen=True, slots=True)
class PadLabels:
    """The words on the four sides; `left` is the low end of the sideways axis, also where a layout mirrors it."""

    top: str
    bottom: str
    left: str
    right: str


class AxisPad(SpokenWidget):
    """Sets (x, y), each from −`REACH` to `REACH`; empty until somebody sets it.

    Mouse: click or drag. Keys: arrows one step, Home or 0 the middle, Delete or Backspace empty again.
    """

    value_changed = Signal(object)
    """The new (x, y), or None."""

    spoken_role = QAccessible.Role.Slider

    def __init__(self, theme: Theme, labels: PadLabels, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels = labels
        self._value: PadValue | None = None
        self._describe: Callable[[PadValue | None], str] = self._plain_words
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._on_theme_changed)
        self.say_value()

    # -- value ---------------------------------------------------------------------------------------------------

    def value(self) -> PadValue | None:
        """(x, y), or None while empty."""
        return self._value

    def set_value(self, value: PadValue | None) -> None:
        """Show `value`; out of reach is brought to the edge."""
        kept = None if value is None else (self._kept(value[0]), self._kept(value[1]))
        if kept == self._value:
            return
        self._value = kept
        self.update()
        self.say_value()
        self.value_changed.emit(kept)

    def clear(self) -> None:
        """Empty again."""
        self.set_value(None)

    def describe_with(self, describe: Callable[[PadValue | None], str]) -> None:
        """Use the caller's words for the value instead of the side labels and numbers."""
        self._describe = describe
        self.say_value()

    @override
    def value_text(self) -> str:
        return self._describe(self._value)

    def _plain_words(self, value: PadValue | None) -> str:
        if value is None:
            return self.tr("not set")
        x, y = value
        if (x, y) == (0, 0):
            return self.tr("the middle")
        parts = []
        for number, more, less in (
            (x, self._labels.right, self._labels.left),
            (y, self._labels.top, self._labels.bottom),
        ):
            if number:
                parts.append(self.tr("{side} {steps}").format(side=more if number > 0 else less, steps=abs(number)))
        return self.tr(", ").join(parts)

    def _kept(self, number: int) -> int:
        return max(-REACH, min(REACH, number))

    # -- places --------------------------------------------------------------------------------------------------

    @property
    def _sign(self) -> int:
        return -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1

    def _pad(self) -> QRectF:
        return QRectF(self.rect())

    def point_of(self, value: PadValue) -> QPointF:
        """Where `value` is drawn."""
        pad, edge = self._pad(), self._theme.sp(_EDGE)
        reach_x, reach_y = pad.width() / 2 - edge, pad.height() / 2 - edge
        x = pad.center().x() + self._sign * value[0] * reach_x / REACH
        return QPointF(x, pad.center().y() - value[1] * reach_y / REACH)

    def value_at(self, point: QPointF) -> PadValue:
        """The cell nearest to `point`."""
        pad, edge = self._pad(), self._theme.sp(_EDGE)
        step_x = max(1.0, pad.width() / 2 - edge) / REACH
        step_y = max(1.0, pad.height() / 2 - edge) / REACH
        x = round((point.x() - pad.center().x()) / step_x) * self._sign
        return self._kept(x), self._kept(round((pad.center().y() - point.y()) / step_y))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self._theme.sp(190), self._theme.sp(190)))

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.ui_font(Type.SMALL))
        labels = self._labels
        across = metrics.horizontalAdvance(labels.left) + metrics.horizontalAdvance(labels.right)
        widest = max(across, metrics.horizontalAdvance(labels.top), metrics.horizontalAdvance(labels.bottom))
        side = max(160.0, widest + 48, 8 * metrics.height())
        return QSize(round(side), round(side))

    # -- events --------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-self._sign, 0),
            Qt.Key.Key_Right: (self._sign, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps:
            x, y = self._value or (0, 0)
            self.set_value((x + steps[key][0], y + steps[key][1]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self.set_value((0, 0))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.set_value(self.value_at(event.position()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.set_value(self.value_at(event.position()))

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
        self._paint_ground(painter)
        self._paint_labels(painter)
        self._paint_dot(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        pad = self._pad()
        # As in a field, the focus ring takes the place of the edge, so that the pad stands where other things do.
        edge = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._theme.colour("trust" if self.hasFocus() else "border"), edge))
        painter.setBrush(self._theme.colour("mood_wash"))
        painter.drawRoundedRect(pad.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), 8, 8)
        faint = self._theme.colour("mood_text", 28)
        painter.setPen(QPen(faint, 1))
        painter.drawLine(self.point_of((-REACH, 0)), self.point_of((REACH, 0)))
        painter.drawLine(self.point_of((0, -REACH)), self.point_of((0, REACH)))
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faint)
            for x in range(-REACH, REACH + 1):
                for y in range(-REACH, REACH + 1):
                    painter.drawEllipse(self.point_of((x, y)), 1.3, 1.3)

    def _paint_labels(self, painter: QPainter) -> None:
        """The side words stand above the middle line, so that the line and the dots stay free."""
        font = self._theme.ui_font(Type.SMALL)
        height = QFontMetricsF(font).height()
        painter.setFont(font)
        painter.setPen(self._theme.colour("mood_text"))
        inner = self._pad().adjusted(8, 5, -8, -5)
        middle = QRectF(inner.left(), inner.center().y() - height - 3, inner.width(), height)
        near, far = (self._labels.left, self._labels.right)[:: self._sign]
        flag = Qt.AlignmentFlag
        absolute = flag.AlignAbsolute | flag.AlignVCenter
        ground = self._theme.colour("mood_wash")
        for text, box, align in (
            (self._labels.top, QRectF(inner.left(), inner.top(), inner.width(), height), flag.AlignHCenter),
            (
                self._labels.bottom,
                QRectF(inner.left(), inner.bottom() - height, inner.width(), height),
                flag.AlignHCenter,
            ),
            (near, middle, flag.AlignLeft | absolute),
            (far, middle, flag.AlignRight | absolute),
        ):
            behind = painter.boundingRect(box, int(align), text).adjusted(-3, 0, 3, 0)
            painter.fillRect(behind, ground)
            painter.drawText(box, int(align), text)

    def _paint_dot(self, painter: QPainter) -> None:
        if self._value is None:
            return
        place = self.point_of(self._value)
        painter.setPen(QPen(self._theme.colour("surface"), 3))
        painter.setBrush(self._theme.colour("mood"))
        radius = self._theme.sp(_DOT)
        painter.drawEllipse(place, radius, radius)
