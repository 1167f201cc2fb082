"""Days and times in the words of the person's language."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QLocale, QTime

from trustjournal.domain.moment import Moment
from trustjournal.ui.kit.as_qdate import as_qdate


def day_words(day: date) -> str:
    """A day, such as “3 May 2026”."""
    return QLocale().toString(as_qdate(day), QLocale.FormatType.LongFormat)


def short_day_words(day: date) -> str:
    """The same in little room, such as “3 May 2026” without its weekday and with a short month."""
    return QLocale().toString(as_qdate(day), day_format().replace("MMMM", "MMM"))


def day_format() -> str:
    """How a day is written without its weekday, as Qt's fields for a day are told it."""
    return re.sub(r"[\s,.،]*dddd[\s,.،]*", "", QLocale().dateFormat(QLocale.FormatType.LongFormat))


def time_words(moment: Moment) -> str:
    """The time on its wall."""
    time = QTime(moment.wall_time.hour, moment.wall_time.minute)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def moment_words(moment: Moment) -> str:
    """A day and the time on its wall."""
    return f"{day_words(moment.day)}, {time_words(moment)}"
