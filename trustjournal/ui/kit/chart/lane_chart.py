"""The large chart: lanes on one time axis, a cursor for mouse and keyboard, and a card that says what is there.

In right-to-left layouts time runs from right to left, as months on a calendar do there; the arrow keys move where they
point.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trustjournal.ui.kit.chart.cursor_card import CursorCard
from trustjournal.ui.kit.chart.data import CardText, ChartData, Mark, MarkLane
from trustjournal.ui.kit.chart.days import DayIndex
from trustjournal.ui.kit.chart.still_chart import StillChart
from trustjournal.ui.kit.theme import Theme

_REACH = 14
"""Pixels from the mouse within which a day with data is found."""


class LaneChart(StillChart):
    """A chart to look around in.

    Keys: Left and Right to the next day with data, Home and End to the first and last, Up and Down between several
    marks of a day, Enter to open the mark, Escape to put the cursor away.
    """

    activated = Signal(str)
    """The key of the mark a person chose."""

    def __init__(
        self,
        theme: Theme,
        card_for: Callable[[date], CardText],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, parent=parent)
        self._card_for = card_for
        self._card = CursorCard(theme, self)
        self._index = DayIndex(self._data)
        self._day: date | None = None
        self._hovered: date | None = None
        self._mark = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @override
    def set_data(self, data: ChartData, summary: str) -> None:
        self._index = DayIndex(data)
        if self._day is not None and self._day not in self._index:
            self._day = None
        self._hovered = None
        self._mark = 0
        super().set_data(data, summary)
        self._show_card()

    # -- cursor --------------------------------------------------------------------------------------------------

    @property
    def cursor_day(self) -> date | None:
        """The day the keyboard's cursor is on."""
        return self._day

    def set_cursor_day(self, day: date | None) -> None:
        """Put the cursor on the day with data that is nearest to `day`, or away."""
        self._day = None if day is None else self._index.nearest(day)
        self._hovered = None
        self._mark = 0
        self.update()
        self._show_card()
        self.say_value()

    def marks_here(self) -> tuple[Mark, ...]:
        """The marks of the cursor's day."""
        return () if self._shown_day is None else tuple(mark for _, mark in self._index.marks(self._shown_day))

    @property
    def _shown_day(self) -> date | None:
        return self._hovered or self._day

    @override
    def value_text(self) -> str:
        return self._summary if self._day is None else self._card_for(self._day).spoken

    def _show_card(self) -> None:
        day = self._shown_day
        if day is None:
            self._card.hide()
            return
        chosen = self._mark if len(self.marks_here()) > 1 else None
        self._card.show_text(self._card_for(day), self.chart_layout().time.middle_of(day), chosen=chosen)

    def _step(self, steps: int) -> None:
        """Later for 1, earlier for −1; from nowhere, to the newest day."""
        if self._day is None:
            self.set_cursor_day(self._index.last())
            return
        day = self._index.after(self._day) if steps > 0 else self._index.before(self._day)
        if day is not None:
            self.set_cursor_day(day)

    def _open_mark(self) -> None:
        marks = self.marks_here()
        if marks:
            self.activated.emit(marks[min(self._mark, len(marks) - 1)].key)

    # -- events --------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        later = -1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(later if key is Qt.Key.Key_Right else -later)
        elif key is Qt.Key.Key_Home:
            self.set_cursor_day(self._index.first())
        elif key is Qt.Key.Key_End:
            self.set_cursor_day(self._index.last())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and len(self.marks_here()) > 1:
            self._mark = (self._mark + (1 if key is Qt.Key.Key_Down else -1)) % len(self.marks_here())
            self.update()
            self._show_card()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._day is not None:
            self._open_mark()
        elif key is Qt.Key.Key_Escape and self._day is not None:
            self.set_cursor_day(None)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._day_near(event.position().x(), event.position().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        day = self._day_near(event.position().x(), event.position().y())
        self.set_cursor_day(day)
        if day is not None and self._is_in_mark_lane(event.position().y()):
            self._open_mark()

    def _hover(self, day: date | None) -> None:
        if day == self._hovered:
            return
        self._hovered = day
        self._mark = 0
        is_link = day is not None and bool(self._index.marks(day))
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.update()
        self._show_card()

    def _day_near(self, x: float, y: float) -> date | None:
        layout = self.chart_layout()
        time = layout.time
        if not (time.left - _REACH <= x <= time.right + _REACH and layout.plot_top <= y <= self.height()):
            return None
        day = self._index.nearest(time.day_at(x))
        if day is None or abs(time.middle_of(day) - x) > max(_REACH, time.day_width):
            return None
        return day

    def _is_in_mark_lane(self, y: float) -> bool:
        boxes = self.chart_layout().lanes
        return any(isinstance(box.lane, MarkLane) and box.top - 4 <= y <= box.bottom + 4 for box in boxes)

    # -- paint ---------------------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._shown_day is not None:
            self.chart_painter().paint_cursor(painter, self._index, self._shown_day, self._mark)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("trust"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
