"""What can be searched for, to choose from: each offer is a term that is written into the search field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from trustjournal.domain.found import KnownNames
from trustjournal.domain.guide import Guide
from trustjournal.domain.query import Mark, Operator, parse_query, quoted
from trustjournal.ui.parts.feeling_words import feeling_word_label
from trustjournal.ui.parts.prompt_words import part_label

MOST_OFFERED = 60


class Category(Enum):
    """Kinds of filters, as the chips have them."""

    PERSON = auto()
    TAG = auto()
    PART = auto()
    MOOD = auto()
    DATE = auto()
    FEELING = auto()
    TRUST = auto()
    MARK = auto()


CATEGORY_OF = {
    Operator.PERSON: Category.PERSON,
    Operator.TAG: Category.TAG,
    Operator.PART: Category.PART,
    Operator.MOOD: Category.MOOD,
    Operator.FEELING: Category.FEELING,
    Operator.TRUST: Category.TRUST,
    Operator.BEFORE: Category.DATE,
    Operator.AFTER: Category.DATE,
    Operator.ON: Category.DATE,
    Operator.HAS: Category.MARK,
    Operator.IS: Category.MARK,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What is read, and the term it stands for."""

    label: str = field(repr=False)
    term: str = field(repr=False)


def offers_for(category: Category, typed: str, names: KnownNames, guide: Guide, today: date) -> list[Offer]:
    """What fits what was typed, what begins like it first."""
    match category:
        case Category.DATE:
            return _days(typed, today)
        case Category.PERSON:
            offers: Iterable[Offer] = (Offer(name, f"person:{quoted(name)}") for name in names.people)
        case Category.TAG:
            offers = (Offer(name, f"tag:{quoted(name)}") for name in names.tags)
        case Category.PART:
            offers = _parts(guide)
        case Category.FEELING:
            offers = (Offer(feeling_word_label(word), f"feeling:{quoted(word)}") for word in names.feelings)
        case Category.MOOD:
            offers = _moods()
        case Category.TRUST:
            offers = _ratings(names.people)
        case Category.MARK:
            offers = (Offer(mark_label(mark), mark.value) for mark in Mark)
    return _fitting(offers, typed)


def values_for(operator: Operator, typed: str, names: KnownNames, guide: Guide) -> list[Offer]:
    """What can stand behind the colon of an operator: here the term is the value alone."""
    match operator:
        case Operator.PERSON | Operator.TRUST:
            return _fitting((Offer(name, quoted(name)) for name in names.people), typed)
        case Operator.TAG:
            return _fitting((Offer(name, quoted(name)) for name in names.tags), typed)
        case Operator.FEELING:
            return _fitting((Offer(feeling_word_label(word), quoted(word)) for word in names.feelings), typed)
        case Operator.PART:
            return _fitting((Offer(one.label, one.term.partition(":")[2]) for one in _parts(guide)), typed)
        case Operator.HAS | Operator.IS:
            words = [mark.value.partition(":")[2] for mark in Mark if mark.value.startswith(f"{operator}:")]
            return [Offer(word, word) for word in words if word.startswith(typed.casefold())]
        case Operator.BEFORE | Operator.AFTER | Operator.ON:
            return [Offer(label, word) for word, label in _day_words() if word.startswith(typed.casefold())]
        case _:
            return []


def mark_label(mark: Mark) -> str:
    """What an entry can have or be, in words."""
    labels = {
        Mark.PHOTO: QCoreApplication.translate("Searching", "With a photo"),
        Mark.FILE: QCoreApplication.translate("Searching", "With a file"),
        Mark.STARRED: QCoreApplication.translate("Searching", "Starred"),
        Mark.DRAFT: QCoreApplication.translate("Searching", "Unfinished"),
        Mark.THERAPY: QCoreApplication.translate("Searching", "Kept for therapy"),
    }
    return labels[mark]


def day_word_label(word: str) -> str:
    """A word for days in the person's language; a date stays as it is."""
    return dict(_day_words()).get(word.casefold(), word)


def _day_words() -> Sequence[tuple[str, str]]:
    return (
        ("today", QCoreApplication.translate("Searching", "Today")),
        ("yesterday", QCoreApplication.translate("Searching", "Yesterday")),
        ("this-week", QCoreApplication.translate("Searching", "This week")),
        ("last-week", QCoreApplication.translate("Searching", "Last week")),
        ("this-month", QCoreApplication.translate("Searching", "This month")),
        ("last-month", QCoreApplication.translate("Searching", "Last month")),
        ("this-year", QCoreApplication.translate("Searching", "This year")),
        ("last-year", QCoreApplication.translate("Searching", "Last year")),
    )


def _days(typed: str, today: date) -> list[Offer]:
    typed = typed.strip()
    if not typed:
        return [Offer(label, f"on:{word}") for word, label in _day_words()]
    ways = (
        (Operator.ON, QCoreApplication.translate("Searching", "On {days}")),
        (Operator.BEFORE, QCoreApplication.translate("Searching", "Before {days}")),
        (Operator.AFTER, QCoreApplication.translate("Searching", "After {days}")),
    )
    offers = [
        Offer(words.format(days=f"\u2066{typed}\u2069"), f"{operator}:{quoted(typed)}")
        for operator, words in ways
        if parse_query(f"{operator}:{quoted(typed)}", today).terms
    ]
    return offers + _fitting((Offer(label, f"on:{word}") for word, label in _day_words()), typed)


def _moods() -> Sequence[Offer]:
    return (
        Offer(QCoreApplication.translate("Searching", "Unpleasant days (below 0)"), "mood:<0"),
        Offer(QCoreApplication.translate("Searching", "Pleasant days (above 0)"), "mood:>0"),
        Offer(QCoreApplication.translate("Searching", "Very unpleasant days (−3 and below)"), "mood:<=-3"),
        Offer(QCoreApplication.translate("Searching", "Very pleasant days (3 and above)"), "mood:>=3"),
        Offer(QCoreApplication.translate("Searching", "Days in between (0)"), "mood:0"),
    )


def _ratings(people: Sequence[str]) -> list[Offer]:
    low = QCoreApplication.translate("Searching", "{name}: trust below 5")
    high = QCoreApplication.translate("Searching", "{name}: trust 5 and above")
    return [
        Offer(QCoreApplication.translate("Searching", "Trust below 5"), "trust:<5"),
        Offer(QCoreApplication.translate("Searching", "Trust 5 and above"), "trust:>=5"),
        *(
            Offer(words.format(name=name), f"trust:{quoted(name)}{compared}")
            for name in people
            for words, compared in ((low, "<5"), (high, ">=5"))
        ),
    ]


def _parts(guide: Guide) -> list[Offer]:
    return [
        Offer(part_label(part), f"part:{quoted(part.title if part.number is None else str(part.number))}")
        for part in guide.named_parts
    ]


def _fitting(offers: Iterable[Offer], typed: str) -> list[Offer]:
    folded = typed.strip().casefold()
    found = [one for one in offers if folded in one.label.casefold()]
    return sorted(found, key=lambda one: not one.label.casefold().startswith(folded))[:MOST_OFFERED]
