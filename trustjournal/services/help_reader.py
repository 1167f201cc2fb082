"""Reads the help numbers that ship with the program, from `resources/help/numbers.toml`.

It refuses whatever is not as it should be: a line without a source, a date or a status, or whose digits do not agree.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from trustjournal.domain.help import HelpCountry, HelpKind, HelpLine, HelpNumbers, HelpStatus, ShownOnBill
from trustjournal.services.content_file import ContentTable

_KINDS = {kind.value: kind for kind in HelpKind}
_ON_BILL = {answer.value: answer for answer in ShownOnBill}
_STATUSES = {status.value: status for status in HelpStatus}


def read_help_numbers(folder: Path) -> HelpNumbers:
    """Every country of `folder`/numbers.toml by the alphabet; raises `ContentError` naming the place in the file."""
    table = ContentTable.read(folder / "numbers.toml")
    countries = [_country(place) for place in table.tables("places")]
    table.end()
    ids = [country.id for country in countries]
    if len(set(ids)) < len(ids):
        raise table.error("places", "names a country twice")
    return HelpNumbers(tuple(sorted(countries, key=lambda country: country.name)))


def _country(table: ContentTable) -> HelpCountry:
    id_ = table.text("id")
    if not re.fullmatch("[A-Z]{2}", id_):
        raise table.error("id", "is not two capital letters")
    lines = tuple(_line(line) for line in table.tables("lines"))
    country = HelpCountry(id_, table.text("name"), _emergency_first(lines))
    table.end()
    return country


def _emergency_first(lines: tuple[HelpLine, ...]) -> tuple[HelpLine, ...]:
    return tuple(sorted(lines, key=lambda line: line.kind is not HelpKind.EMERGENCY))


def _line(table: ContentTable) -> HelpLine:
    line = HelpLine(
        service=table.text("service"),
        who_for=table.text("who_for"),
        kind=table.choice("kind", _KINDS),
        number=table.text("number"),
        dial=table.text("dial"),
        shows_on_bill=table.choice("shows_on_bill", _ON_BILL),
        source=table.text("source"),
        source_url=table.text("source_url"),
        checked_on=_day(table, "checked_on"),
        status=table.choice("status", _STATUSES),
        hours=table.optional_text("hours"),
        cost=table.optional_text("cost"),
        languages=table.optional_text("languages"),
        text_option=table.optional_text("text_option"),
        source_date=_optional_day(table, "source_date"),
    )
    has_note = table.optional_text("source_date_note") is not None
    table.end()
    if has_note == (line.source_date is not None):
        raise table.error("source_date", "or source_date_note has to be there, and not both")
    if not re.fullmatch(r"[0-9][0-9 -]*[0-9]", line.number) or re.sub("[^0-9]", "", line.number) != line.dial:
        raise table.error("dial", "does not have the digits of number")
    if not re.fullmatch(r"https?://[^\s/]+\.[a-z]+/\S*", line.source_url):
        raise table.error("source_url", "is no address of a page")
    return line


def _optional_day(table: ContentTable, key: str) -> date | None:
    text = table.optional_text(key)
    return None if text is None else _parsed(table, key, text)


def _day(table: ContentTable, key: str) -> date:
    return _parsed(table, key, table.text(key))


def _parsed(table: ContentTable, key: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise table.error(key, "is not a date as in 2026-11-25") from None
