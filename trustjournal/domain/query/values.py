"""Reads what stands behind the colon of an operator."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import chain
from typing import Final

from trustjournal.domain.mood import FEELING_WORDS, HIGHEST, LOWEST
from trustjournal.domain.query.days import days_meant, days_typed, may_become_days
from trustjournal.domain.query.pieces import QUOTES
from trustjournal.domain.query.terms import (
    Comparison,
    Condition,
    InDays,
    Mark,
    Marked,
    MoodIs,
    Named,
    Operator,
    ProblemKind,
    TrustIs,
)

MOST_TRUST: Final = 10

_SIGN: Final = {**{sign.value: sign for sign in Comparison}, "≤": Comparison.AT_MOST, "≥": Comparison.AT_LEAST}
_MOOD: Final = re.compile(r"(<=|>=|[<>=≤≥]?)\s*([-−–+]?\d{1,3})", re.ASCII)
_TRUST: Final = re.compile(r"\s*(<=|>=|[<>=≤≥])\s*(\d{1,3})", re.ASCII)
_QUOTED: Final = re.compile(f"[{QUOTES}]([^{QUOTES}]*)(?:[{QUOTES}]|$)")
_OTHER_MARKS: Final = {
    "star": Mark.STARRED, "favourite": Mark.STARRED, "favorite": Mark.STARRED, "stared": Mark.STARRED,
    "unfinished": Mark.DRAFT, "therapist": Mark.THERAPY, "picture": Mark.PHOTO, "image": Mark.PHOTO,
    "attachment": Mark.FILE, "audio": Mark.FILE, "video": Mark.FILE, "pdf": Mark.FILE,
}  # fmt: skip
_MOOD_WORDS: Final = {
    "<0": ("bad", "low", "down", "unpleasant", "negative", "sad", "unhappy"),
    ">0": ("good", "high", "up", "pleasant", "positive", "happy"),
    "0": ("neutral", "ok", "okay", "middle"),
}


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Why a value means nothing, and the value that was probably meant. Without a kind it is only not finished."""

    kind: ProblemKind | None = None
    suggestion: str | None = None
    """A whole term, such as ``has:photo``."""


def read_value(operator: Operator, raw: str, today: date, *, is_being_typed: bool) -> Condition | NotUnderstood:
    """What `operator` with `raw` behind its colon means. `is_being_typed`: nothing follows it yet."""
    value = unquoted(raw)
    if not value:
        return NotUnderstood(None if is_being_typed else ProblemKind.NO_VALUE)
    match operator:
        case Operator.TAG | Operator.PERSON | Operator.PART | Operator.FEELING:
            return Named(operator, value)
        case Operator.HAS | Operator.IS:
            return _mark(operator, value, is_being_typed=is_being_typed)
        case Operator.BEFORE | Operator.AFTER | Operator.ON:
            return _days(operator, value, today, is_being_typed=is_being_typed)
        case Operator.MOOD:
            return _mood(value, is_being_typed=is_being_typed)
        case Operator.TRUST:
            return _trust(raw, is_being_typed=is_being_typed)


def unquoted(raw: str) -> str:
    """A value without its quotation marks."""
    return " ".join(_QUOTED.sub(r"\1", raw).split())


def _mark(operator: Operator, value: str, *, is_being_typed: bool) -> Condition | NotUnderstood:
    typed = value.casefold()
    for mark in Mark:
        if f"{operator}:{typed}" in (mark.value, f"{mark.value}s"):
            return Marked(mark)
    if is_being_typed and any(mark.value.startswith(f"{operator}:{typed}") for mark in Mark):
        return NotUnderstood()
    known = {mark.value.partition(":")[2]: mark for mark in Mark} | _OTHER_MARKS
    close = get_close_matches(typed.removesuffix("s"), known, n=1, cutoff=0.6)
    return NotUnderstood(ProblemKind.UNKNOWN_VALUE, known[close[0]].value if close else None)


def _days(operator: Operator, value: str, today: date, *, is_being_typed: bool) -> Condition | NotUnderstood:
    stretch = days_typed(value, today)
    if stretch is None:
        if is_being_typed and may_become_days(value):
            return NotUnderstood()
        meant = days_meant(value, today)
        return NotUnderstood(ProblemKind.NO_DATE, None if meant is None else f"{operator}:{meant}")
    first, last = stretch
    match operator:
        case Operator.BEFORE:
            return InDays(operator, value, None, first - timedelta(days=1) if first > date.min else date.min)
        case Operator.AFTER:
            return InDays(operator, value, last + timedelta(days=1) if last < date.max else date.max, None)
        case _:
            return InDays(operator, value, first, last)


def _mood(value: str, *, is_being_typed: bool) -> Condition | NotUnderstood:
    match = _MOOD.fullmatch(value)
    if match is not None:
        number = int(re.sub("[−–]", "-", match[2]))
        if LOWEST <= number <= HIGHEST:
            return MoodIs(_SIGN.get(match[1], Comparison.EXACTLY), number)
        nearest = max(LOWEST, min(HIGHEST, number))
        return NotUnderstood(ProblemKind.NO_MOOD, f"{Operator.MOOD}:{match[1]}{nearest}")
    if is_being_typed and (value in _SIGN or _MOOD.fullmatch(value + "0")):
        return NotUnderstood()
    word = value.casefold()
    for meant, words in _MOOD_WORDS.items():
        if word in words:
            return NotUnderstood(ProblemKind.NO_MOOD, f"{Operator.MOOD}:{meant}")
    feelings = list(chain.from_iterable(FEELING_WORDS.values()))
    close = get_close_matches(word, feelings, n=1, cutoff=0.8)
    if not close:
        return NotUnderstood(ProblemKind.NO_MOOD)
    word = f'"{close[0]}"' if " " in close[0] else close[0]
    return NotUnderstood(ProblemKind.NO_MOOD, f"{Operator.FEELING}:{word}")


def _trust(raw: str, *, is_being_typed: bool) -> Condition | NotUnderstood:
    """A name, a comparison with a number, or the one after the other."""
    quotation = _QUOTED.match(raw)
    if quotation is not None:
        name, rest = unquoted(quotation[0]), raw[quotation.end() :]
    else:
        at = next((place for place, sign in enumerate(raw) if sign in "<>=≤≥"), len(raw))
        name, rest = " ".join(raw[:at].split()), raw[at:]
    if not rest:
        if name.isascii() and name.isdigit() and quotation is None:
            return _rating("", Comparison.EXACTLY, "", int(name))
        return TrustIs(name or None, None)
    match = _TRUST.fullmatch(rest)
    if match is not None:
        return _rating(name, _SIGN[match[1]], match[1], int(match[2]))
    if is_being_typed and rest.strip() in _SIGN:
        return NotUnderstood()
    return NotUnderstood(ProblemKind.NO_TRUST)


def _rating(name: str, comparison: Comparison, sign: str, value: int) -> Condition | NotUnderstood:
    if value <= MOST_TRUST:
        return TrustIs(name or None, comparison, value)
    quoted = f'"{name}"' if " " in name else name
    return NotUnderstood(ProblemKind.NO_TRUST, f"{Operator.TRUST}:{quoted}{sign}{MOST_TRUST}")
