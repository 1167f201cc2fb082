"""Dates on the time axis in the words and order of a locale."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from trustjournal.ui.kit.as_qdate import as_qdate


class LocaleTickNames:
    """Names of days, months and years as `locale` writes them."""

    def __init__(self, locale: QLocale) -> None:
        self._locale = locale
        self._day = day_and_month_format(locale.dateFormat(QLocale.FormatType.ShortFormat))

    @property
    def first_weekday(self) -> int:
        """Monday is 0."""
        return self._locale.firstDayOfWeek().value - 1

    def day(self, day: date) -> str:
        """A day and its month, short, in the locale's order."""
        return self._locale.toString(as_qdate(day), self._day)

    def month(self, day: date) -> str:
        """The month's name, as it stands alone."""
        return self._locale.standaloneMonthName(day.month, QLocale.FormatType.LongFormat)

    def short_month(self, day: date) -> str:
        """The month's short name, as it stands alone."""
        return self._locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)

    def month_and_year(self, day: date) -> str:
        """The month's name and the year."""
        return f"{self.month(day)} {self.year(day)}"

    def short_month_and_year(self, day: date) -> str:
        """The month's short name and the year."""
        return f"{self.short_month(day)} {self.year(day)}"

    def year(self, day: date) -> str:
        """The year."""
        return self._locale.toString(QDate(day.year, 1, 1), "yyyy")


def day_and_month_format(short_format: str) -> str:
    """``d MMM`` or ``MMM d``, in the order in which a locale's short date has the two."""
    return "MMM d" if -1 < short_format.find("M") < short_format.find("d") else "d MMM"
