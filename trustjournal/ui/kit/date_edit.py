"""Fields for a day, and for a time of day."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTime
from PySide6.QtGui import QGuiApplication, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QDateEdit, QTimeEdit, QWidget
from typing_extensions import override

from trustjournal.ui.kit.text_scale import scaled
from trustjournal.ui.kit.tokens import HIT_TARGET


class DateEdit(QDateEdit):
    """A day, typed or picked from a calendar, written the way the person's language writes it."""

    def __init__(self, day: QDate, parent: QWidget | None = None, *, label: str = "") -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else Qt writes the parts in the opposite order
        self.setCalendarPopup(True)
        self.setDisplayFormat(display_format(self.locale()))
        self.setAccessibleName(label)
        self.setDate(day)
        calendar = Calendar(self)
        calendar.setLayoutDirection(QGuiApplication.layoutDirection())
        self.setCalendarWidget(calendar)


def display_format(locale: QLocale) -> str:
    """How a day is written in numbers; the C locale has no signs between them, so there it is the international way."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat).replace("yyyy", "yy").replace("yy", "yyyy")
    return "yyyy-MM-dd" if re.fullmatch(r"[dMy ]+", short) else short


class Calendar(QCalendarWidget):
    """A month to pick a day from, without the red Qt gives to weekends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setGridVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.setMinimumSize(scaled(7 * 40), scaled(7 * HIT_TARGET + 44))
        super().showEvent(event)


class TimeEdit(QTimeEdit):
    """A time of day, in hours and minutes."""

    def __init__(self, time: QTime, parent: QWidget | None = None, *, label: str = "") -> None:
        super().__init__(time, parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # else Qt writes 09:30 as 30:09
        self.setDisplayFormat(self.locale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setAccessibleName(label)
        _set_inner_margins(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.LayoutDirectionChange):
            _set_inner_margins(self)


def _set_inner_margins(box: QAbstractSpinBox) -> None:
    """Keep the text off the edge: Qt's stylesheets pad a field with two small buttons on no other side."""
    field = box.lineEdit()
    if field is not None:
        field.setTextMargins(scaled(10), 0, scaled(4), 0)
