"""How earlier versions of an entry are told of."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from trustjournal.domain.moment import Moment
from trustjournal.ui.parts.reader import Place
from trustjournal.ui.parts.when import short_day_words

_SPOKEN = 300
"""Characters of a change that are read out; the rest can be read in the text itself."""


def when_words(moment: Moment, today: date) -> str:
    """When a version was stored: a time, and the day it was."""
    time = QLocale().toString(QTime(moment.wall_time.hour, moment.wall_time.minute), QLocale.FormatType.ShortFormat)
    if moment.day == today:
        return QCoreApplication.translate("History", "Today, {time}").format(time=time)
    if moment.day == today - timedelta(days=1):
        return QCoreApplication.translate("History", "Yesterday, {time}").format(time=time)
    return f"{short_day_words(moment.day)}, {time}"


def number_words(words: str, number: int) -> str:
    """The same with the number as the person's language writes it."""
    return words.replace(str(number), QLocale().toString(number), 1)


def spoken_change(place: Place, number: int, count: int) -> str:
    """What is read out at a change."""
    parts = [QCoreApplication.translate("History", "Change {number} of {count}.").format(number=number, count=count)]
    if place.removed:
        parts.append(QCoreApplication.translate("History", "Removed: {words}").format(words=_short(place.removed)))
    if place.added:
        parts.append(QCoreApplication.translate("History", "Added: {words}").format(words=_short(place.added)))
    return " ".join(parts)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SPOKEN else words[:_SPOKEN].rstrip() + "…"
