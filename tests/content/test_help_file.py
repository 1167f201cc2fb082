"""The help numbers that ship: a wrong one can cost a life, so nothing is in the file that no official page said."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.content.wording import AVOIDED
from trustjournal.domain.help import HelpCountry, HelpKind, HelpLine, HelpStatus
from trustjournal.services.help_reader import read_help_numbers

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "help"
NUMBERS = read_help_numbers(FOLDER)
LINES = [(country, line) for country in NUMBERS.countries for line in country.lines]

NO_NATIONAL_SOURCE = {"BR", "JP", "ZA"}
NOT_ALLOWED = {("FR", "17")}
"""Lines for which only a city, an archive or nothing was found."""
NO_OTHER_WAY_THAN_A_CALL = {("FR", "112"), ("FR", "15"), ("GB", "999")}
"""Emergency numbers for which no national source says how to get help without speaking."""
ONE_NUMBER_FOR_THE_EU = {"DE", "ES", "EU", "FR", "IE", "IT", "NL"}
LONGEST_SENTENCE = 14

each_line = pytest.mark.parametrize(
    ("country", "line"), LINES, ids=[f"{country.id}-{line.dial}" for country, line in LINES]
)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in re.split(r"[.;:]\s*", text) if sentence]


@each_line
def test_no_date_is_later_than_it_can_be(country: HelpCountry, line: HelpLine) -> None:
    assert line.checked_on <= datetime.now(UTC).date()
    assert line.source_date is None or line.source_date <= line.checked_on


@each_line
def test_a_line_is_only_called_verified_once_somebody_did_it(country: HelpCountry, line: HelpLine) -> None:
    """Whoever makes one verified changes this test, and the head of the file, with their eyes open."""
    assert line.status is HelpStatus.SOURCE_CHECKED


@each_line
def test_no_number_has_more_digits_than_any_in_the_world(country: HelpCountry, line: HelpLine) -> None:
    assert len(line.dial) <= 15


def test_no_line_is_there_for_which_no_national_source_was_read() -> None:
    assert NO_NATIONAL_SOURCE.isdisjoint(country.id for country in NUMBERS.countries)
    assert NOT_ALLOWED.isdisjoint((country.id, line.dial) for country, line in LINES)


@each_line
def test_nobody_is_told_to_text_where_only_a_call_is_sure(country: HelpCountry, line: HelpLine) -> None:
    if (country.id, line.dial) in NO_OTHER_WAY_THAN_A_CALL:
        assert line.text_option is None


def test_the_number_of_the_union_stands_on_one_source() -> None:
    sources = {country.id: line.source for country, line in LINES if line.dial == "112"}
    assert sources == dict.fromkeys(ONE_NUMBER_FOR_THE_EU, "European Parliament")


def test_each_country_begins_with_an_emergency_number_and_has_each_number_once() -> None:
    for country in NUMBERS.countries:
        assert country.lines[0].kind is HelpKind.EMERGENCY, country.name
        dials = [line.dial for line in country.lines]
        assert len(set(dials)) == len(dials), country.name


def test_numbers_for_one_country_are_not_copied_to_another() -> None:
    """Of the numbers that begin with 116, each has its own service behind it in each country."""
    of_the_union = [(country.id, line.dial) for country, line in LINES if line.dial.startswith("116")]
    assert of_the_union == [("DE", "116016"), ("GB", "116123")]


@each_line
def test_the_words_are_short_plain_and_judge_nobody(country: HelpCountry, line: HelpLine) -> None:
    texts = [text for text in (line.who_for, line.hours, line.cost, line.text_option) if text is not None]
    for text in texts:
        assert AVOIDED.findall(text) == []
        assert "!" not in text
        assert text.endswith(".")
        for sentence in sentences(text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_the_file_says_at_its_head_that_nobody_called() -> None:
    head = (FOLDER / "numbers.toml").read_text(encoding="utf-8").partition("[[places]]")[0]
    assert "NOBODY HAS CALLED ANY NUMBER" in head
    assert "two people check each line" in head
