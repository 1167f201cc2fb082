"""Days as somebody types them into a query: 2026, 2026-11, 2026-11-22, or a word for one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from difflib import get_close_matches
from typing import Final

Stretch = tuple[date, date]
"""First and last day."""

_NUMBERS: Final = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?[-/.]?", re.ASCII)
_ANY_NUMBERS: Final = re.compile(r"\d{1,4}", re.ASCII)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAY: Final = timedelta(days=1)


def _week(day: date) -> Stretch:
    first = day - day.weekday() * _DAY
    return first, first + 6 * _DAY


def _month(year: int, month: int) -> Stretch:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _year(year: int) -> Stretch:
    return date(year, 1, 1), date(year, 12, 31)


def _month_of(day: date) -> Stretch:
    return _month(day.year, day.month)


def _month_before(day: date) -> Stretch:
    return _month_of(day.replace(day=1) - _DAY)


DAY_WORDS: Final[dict[str, Callable[[date], Stretch]]] = {
    "today": lambda today: (today, today),
    "yesterday": lambda today: (today - _DAY, today - _DAY),
    "this-week": _week,
    "last-week": lambda today: _week(today - 7 * _DAY),
    "this-month": _month_of,
    "last-month": _month_before,
    "this-year": lambda today: _year(today.year),
    "last-year": lambda today: _year(today.year - 1),
}
"""Words for days; a week begins on Monday, as in ISO 8601."""


def days_typed(typed: str, today: date) -> Stretch | None:
    """The days that are meant; None where it is no date."""
    word = _as_word(typed)
    if word in DAY_WORDS:
        try:
            return DAY_WORDS[word](today)
        except (ValueError, OverflowError):  # before the first year there is
            return None
    match = _NUMBERS.fullmatch(word)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    try:
        if month is None:
            return _year(year or 0)
        if day is None:
            return _month(year or 0, month)
        return (date(year or 0, month, day),) * 2
    except ValueError:
        return None


def may_become_days(typed: str) -> bool:
    """Whether typing on can still make a date of it."""
    word = _as_word(typed)
    return re.fullmatch(r"\d{0,3}", word, re.ASCII) is not None or any(known.startswith(word) for known in DAY_WORDS)


def days_meant(typed: str, today: date) -> str | None:
    """What could be typed instead of something that is no date."""
    word = _as_word(typed)
    if found := get_close_matches(word, DAY_WORDS, n=1, cutoff=0.7):
        return found[0]
    numbers = [int(number) for number in _ANY_NUMBERS.findall(word)]
    months = [n for n, name in enumerate(_MONTHS, 1) for part in re.findall("[a-z]{3,}", word) if name.startswith(part)]
    if months:
        year = next((number for number in numbers if number > 31), None)
        if year is None:
            year = today.year if months[0] <= today.month else today.year - 1
        return _nearest(year, months[0], next((number for number in numbers if number <= 31), None))
    if len(numbers) == 3 and numbers[0] > 31:
        year, month, day = numbers
        return _nearest(year, day, month) if month > 12 >= day else _nearest(year, month, day)
    if len(numbers) == 3 and numbers[2] > 31:
        day, month, year = numbers
        return _nearest(year, day, month) if month > 12 >= day else _nearest(year, month, day)
    if len(numbers) == 2 and max(numbers) > 31:
        return _nearest(max(numbers), min(numbers), None)
    if len(numbers) == 2:
        day, month = numbers
        return _nearest(today.year, day, month) if month > 12 >= day else _nearest(today.year, month, day)
    return None


def _nearest(year: int, month: int, day: int | None) -> str | None:
    """The date of these numbers, or the last there is before it."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    month = max(1, min(12, month))
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{max(1, min(day, monthrange(year, month)[1])):02}"


def _as_word(typed: str) -> str:
    return "-".join(typed.casefold().replace("_", " ").split())
