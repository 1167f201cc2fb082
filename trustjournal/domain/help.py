"""Where to find help: numbers that ship with the program, each with its source, and those a person keeps themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from trustjournal.domain.guide import Article
from trustjournal.domain.ids import OwnNumberId

LONGEST_OWN_NAME: Final = 100
LONGEST_OWN_NUMBER: Final = 60
LONGEST_OWN_NOTE: Final = 300
"""Characters each part of a number of one's own may have."""


class HelpKind(StrEnum):
    """What a number is for."""

    EMERGENCY = "emergency"
    EMOTIONAL = "emotional"
    SUICIDE = "suicide"
    DOMESTIC = "domestic"
    CHILD = "child"
    SEXUAL = "sexual"
    LGBTQ = "lgbtq"
    MEN = "men"


class ShownOnBill(StrEnum):
    """Whether a call may be seen on a phone bill."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class HelpStatus(StrEnum):
    """How far a number was checked; one that was not checked at all is in no file."""

    SOURCE_CHECKED = "source-checked"
    """Read in a stored copy of an official page. Nobody called."""
    VERIFIED = "verified"
    """Two people read the live page on one day, and called where that is right."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number that ships with the program. What no official page says is None."""

    service: str
    who_for: str
    kind: HelpKind
    number: str
    """As people read it."""
    dial: str
    """The same digits and nothing else; this is what is copied. The program dials nothing."""
    shows_on_bill: ShownOnBill
    source: str
    """Who says so."""
    source_url: str
    checked_on: date
    """When the source was read."""
    status: HelpStatus
    hours: str | None = None
    cost: str | None = None
    languages: str | None = None
    text_option: str | None = None
    source_date: date | None = None
    """The date the source itself carries."""

    def is_old(self, today: date) -> bool:
        """Whether it was last checked more than a year ago."""
        year = self.checked_on.year + 1
        try:
            a_year_later = self.checked_on.replace(year=year)
        except ValueError:  # 29 February
            a_year_later = date(year, 3, 1)
        return today > a_year_later


@dataclass(frozen=True, slots=True)
class HelpCountry:
    """A country, or the European Union, and its numbers: those for an emergency come first."""

    id: str
    name: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class HelpNumbers:
    """Every number that ships with the program. The person says which country; nothing finds out."""

    countries: tuple[HelpCountry, ...]

    def country(self, country_id: str) -> HelpCountry | None:
        """The country with this id; None where none is chosen, or this version of the file no longer has it."""
        return next((country for country in self.countries if country.id == country_id), None)


@dataclass(frozen=True, slots=True)
class Care:
    """What is shown where somebody asks for help."""

    numbers: HelpNumbers
    articles: tuple[Article, ...]
    """The articles of the guide that are about being safe and finding help."""
    today: date
    """The day on which somebody asks, to tell what was checked long ago."""


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A number somebody keeps for themselves. It is theirs, and in the journal alone."""

    id: OwnNumberId
    name: str = field(repr=False)
    number: str = field(repr=False)
    note: str = field(default="", repr=False)


def has_digits(number: str) -> bool:
    """Whether something can be dialled in it, in the digits of any script."""
    return any(one.isdigit() for one in number)
