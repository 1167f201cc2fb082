"""What the calendar says of days and months."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from trustjournal.ui.kit.as_qdate import as_qdate


class CalendarCounts(QObject):
    """What is counted: lupdate finds plural forms only where `tr` asks for them."""

    def entries(self, count: int) -> str:
        """So many entries."""
        return self.tr("%n entry(s)", "", count)


def entries_words(count: int) -> str:
    """“2 entries”."""
    words = CalendarCounts().entries(count)
    return words.replace(str(count), QLocale().toString(count))


def day_heading(day: date) -> str:
    """“Sunday, November 22, 2026”, as it is written where the person lives."""
    return QLocale().toString(as_qdate(day), QLocale.FormatType.LongFormat)


def month_heading(day: date) -> str:
    """“November 2026”."""
    pattern = QCoreApplication.translate("Calendar", "{month} {year}")
    return pattern.format(month=QLocale().standaloneMonthName(day.month), year=day.year)


def spoken_day(day: date, count: int, *, is_today: bool, is_open: bool) -> str:
    """All there is to say about a day."""
    said = [day_heading(day)]
    if is_today:
        said.append(QCoreApplication.translate("Calendar", "today"))
    said.append(entries_words(count) if count else QCoreApplication.translate("Calendar", "nothing written"))
    if is_open:
        said.append(QCoreApplication.translate("Calendar", "open now"))
    return ", ".join(said)


def spoken_month(day: date, count: int) -> str:
    """All there is to say about a month."""
    nothing = QCoreApplication.translate("Calendar", "nothing written")
    return f"{month_heading(day)}, {entries_words(count) if count else nothing}"
