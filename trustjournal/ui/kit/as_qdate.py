"""A day in Qt's words, for what Qt writes or asks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate


def as_qdate(day: date) -> QDate:
    """Return the same day as a `QDate`."""
    return QDate(day.year, day.month, day.day)
