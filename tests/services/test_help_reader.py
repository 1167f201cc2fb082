"""Help numbers are read from their file, and a line that breaks a rule is refused, with its place in the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trustjournal.domain.help import HelpKind, HelpNumbers, HelpStatus, ShownOnBill
from trustjournal.errors import ContentError
from trustjournal.services.help_reader import read_help_numbers

LINE = {
    "service": "A line",
    "who_for": "Anyone.",
    "kind": "domestic",
    "number": "08 00 12",
    "dial": "080012",
    "shows_on_bill": "unknown",
    "source": "A ministry",
    "source_url": "https://ministry.example/help",
    "source_date": "2024-02-29",
    "checked_on": "2026-11-25",
    "status": "source-checked",
}
NEEDED = tuple(key for key in LINE if key != "source_date")


def _toml(line: dict[str, str]) -> str:
    return "[[places.lines]]\n" + "".join(f'{key} = "{value}"\n' for key, value in line.items())


def _read(tmp_path: Path, *lines: dict[str, str], head: str = 'id = "AB"\nname = "Absurdia"\n') -> HelpNumbers:
    text = f"[[places]]\n{head}" + "".join(_toml(line) for line in lines or (LINE,))
    (tmp_path / "numbers.toml").write_text(text, encoding="utf-8")
    return read_help_numbers(tmp_path)


def test_a_line_is_read_with_all_that_was_said_of_it(tmp_path: Path) -> None:
    (country,) = _read(tmp_path, {**LINE, "hours": "Day and night."}).countries
    (line,) = country.lines

    assert (country.id, country.name) == ("AB", "Absurdia")
    assert (line.number, line.dial, line.hours, line.cost) == ("08 00 12", "080012", "Day and night.", None)
    assert (line.kind, line.shows_on_bill) == (HelpKind.DOMESTIC, ShownOnBill.UNKNOWN)
    assert (line.checked_on, line.source_date) == (date(2026, 11, 25), date(2024, 2, 29))
    assert line.status is HelpStatus.SOURCE_CHECKED


def test_the_numbers_for_an_emergency_come_first(tmp_path: Path) -> None:
    emergency = {**LINE, "kind": "emergency", "number": "112", "dial": "112"}
    (country,) = _read(tmp_path, LINE, emergency, {**LINE, "number": "113", "dial": "113"}).countries

    assert [line.dial for line in country.lines] == ["112", "080012", "113"]


@pytest.mark.parametrize("missing", NEEDED)
def test_a_line_without_what_every_line_has_is_refused(tmp_path: Path, missing: str) -> None:
    line = {key: value for key, value in LINE.items() if key != missing}
    with pytest.raises(ContentError, match=missing):
        _read(tmp_path, line)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("status", "unverified"),
        ("kind", "other"),
        ("shows_on_bill", "perhaps"),
        ("dial", "080013"),
        ("dial", "08 00 12"),
        ("number", "0800-REFUGE"),
        ("checked_on", "November"),
        ("source_date", "2024-02-30"),
        ("source_url", "a newspaper"),
        ("source_url", "tel:080012"),
        ("source_date_note", "No date, but there is one."),
        ("call_now", "080012"),
    ],
)
def test_a_line_with_something_that_cannot_be_is_refused(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(ContentError, match=r"numbers\.toml: places 1: lines 1"):
        _read(tmp_path, {**LINE, key: value})


def test_a_source_without_a_date_has_to_say_so(tmp_path: Path) -> None:
    line = {key: value for key, value in LINE.items() if key != "source_date"}
    with pytest.raises(ContentError, match="source_date"):
        _read(tmp_path, line)
    assert _read(tmp_path, {**line, "source_date_note": "None was seen."}).countries[0].lines[0].source_date is None


def test_a_country_is_there_once(tmp_path: Path) -> None:
    place = f'[[places]]\nid = "AB"\nname = "Absurdia"\n{_toml(LINE)}'
    (tmp_path / "numbers.toml").write_text(place + place, encoding="utf-8")
    with pytest.raises(ContentError, match="twice"):
        read_help_numbers(tmp_path)


def test_a_country_is_named_by_two_capital_letters(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="capital"):
        _read(tmp_path, head='id = "abs"\nname = "Absurdia"\n')


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"numbers\.toml"):
        read_help_numbers(tmp_path)


@pytest.mark.parametrize(
    ("checked_on", "today", "is_old"),
    [
        ("2026-11-25", date(2026, 11, 25), False),
        ("2026-11-25", date(2027, 11, 25), False),
        ("2026-11-25", date(2027, 11, 26), True),
        ("2028-02-29", date(2029, 3, 1), False),
        ("2028-02-29", date(2029, 3, 2), True),
    ],
)
def test_a_line_is_old_after_a_year(tmp_path: Path, checked_on: str, today: date, is_old: bool) -> None:
    (country,) = _read(tmp_path, {**LINE, "checked_on": checked_on}).countries
    assert country.lines[0].is_old(today) is is_old
