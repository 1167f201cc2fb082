"""Sentences around a search: what chips are called, what is said about what was not understood, and the help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from trustjournal.domain.query import (
    Condition,
    InDays,
    Marked,
    MoodIs,
    Named,
    Operator,
    Problem,
    ProblemKind,
    Term,
    TrustIs,
    Words,
)
from trustjournal.ui.pages.journal.searching.offers import day_word_label, mark_label
from trustjournal.ui.parts.entry_row import tag_label
from trustjournal.ui.parts.feeling_words import feeling_word_label

_SIGNS = {"<": "<", "<=": "≤", "=": "=", ">=": "≥", ">": ">"}


def chip_label(term: Term) -> str:
    """A filter in a few words."""
    label = _label(term.condition)
    return QCoreApplication.translate("Searching", "not {filter}").format(filter=label) if term.is_negated else label


def _label(condition: Condition) -> str:
    match condition:
        case Named(operator=Operator.TAG):
            return tag_label(condition.name)
        case Named(operator=Operator.PART):
            words = QCoreApplication.translate("Searching", "Part {name}")
            return words.format(name=condition.name) if condition.name.isdigit() else condition.name
        case Named(operator=Operator.FEELING):
            return feeling_word_label(condition.name)
        case Named():
            return condition.name
        case Marked():
            return mark_label(condition.mark)
        case InDays():
            words = {
                Operator.BEFORE: QCoreApplication.translate("Searching", "Before {days}"),
                Operator.AFTER: QCoreApplication.translate("Searching", "After {days}"),
            }.get(condition.operator, "{days}")
            return words.format(days=f"\u2068{day_word_label(condition.typed)}\u2069")
        case MoodIs():
            return _compared(QCoreApplication.translate("Searching", "Mood"), condition)
        case TrustIs():
            trust = QCoreApplication.translate("Searching", "Trust")
            named = QCoreApplication.translate("Searching", "Trust in {name}").format(name=condition.name)
            return _compared(trust if condition.name is None else named, condition)
        case Words():
            return condition.text


def _compared(what: str, condition: MoodIs | TrustIs) -> str:
    if condition.comparison is None:
        return what
    number = QLocale().toString(condition.value)
    return f"{what} \u2066{_SIGNS[condition.comparison.value]} {number}\u2069"


def remark_words(remark: Problem) -> str:
    """What was not understood, and how it is written."""
    typed = f"“\u2068{remark.typed}\u2069”"
    match remark.kind:
        case ProblemKind.UNKNOWN_NAME:
            return _unknown_name(remark).format(term=typed)
        case ProblemKind.UNKNOWN_OPERATOR:
            words = QCoreApplication.translate("Searching", "{term} is not a search word here, so it was left out.")
        case ProblemKind.UNKNOWN_VALUE if remark.operator is Operator.HAS:
            words = (
                QCoreApplication.translate("Searching", "{term} was left out. There is {first} and {second}.")
                .replace("{first}", "has:photo")
                .replace("{second}", "has:file")
            )
        case ProblemKind.UNKNOWN_VALUE:
            words = (
                QCoreApplication.translate("Searching", "{term} was left out. There is {first}, {second} and {third}.")
                .replace("{first}", "is:starred")
                .replace("{second}", "is:draft")
                .replace("{third}", "is:therapy")
            )
        case ProblemKind.NO_DATE:
            words = QCoreApplication.translate(
                "Searching",
                "{term} has no date in it, so it was left out. A date looks like 2026, 2026-11 or 2026-11-22.",
            )
        case ProblemKind.NO_MOOD:
            words = QCoreApplication.translate(
                "Searching", "{term} was left out. Mood is a number from −4 to 4, as in {example}."
            ).replace("{example}", "mood:<0")
        case ProblemKind.NO_TRUST:
            words = QCoreApplication.translate(
                "Searching", "{term} was left out. Trust is a number from 0 to 10, as in {example}."
            ).replace("{example}", "trust:<5")
        case ProblemKind.NO_VALUE:
            words = QCoreApplication.translate(
                "Searching", "{term} was left out: what to look for comes right after the colon, as in {example}."
            ).replace("{example}", example(remark.operator))
    return words.format(term=typed)


def _unknown_name(remark: Problem) -> str:
    words = {
        Operator.TAG: QCoreApplication.translate("Searching", "{term}: no tag has that name."),
        Operator.PART: QCoreApplication.translate("Searching", "{term}: no part of the guide has that name."),
        Operator.FEELING: QCoreApplication.translate("Searching", "{term}: no entry has that feeling."),
    }
    return words.get(remark.operator, QCoreApplication.translate("Searching", "{term}: nobody here has that name."))


@dataclass(frozen=True, slots=True)
class HelpLine:
    """An operator as it is typed, and what it finds."""

    example: str
    meaning: str


def example(operator: Operator) -> str:
    """One way to use an operator. These are the same in every language."""
    return _EXAMPLES[operator]


_EXAMPLES = {
    Operator.TAG: "tag:work",
    Operator.PERSON: 'person:"Aunt May"',
    Operator.PART: "part:4",
    Operator.FEELING: "feeling:calm",
    Operator.MOOD: "mood:<0",
    Operator.TRUST: "trust:<5",
    Operator.BEFORE: "before:2026-11",
    Operator.AFTER: "after:yesterday",
    Operator.ON: "on:last-week",
    Operator.HAS: "has:photo",
    Operator.IS: "is:starred",
}


_HELP: tuple[tuple[str, str], ...] = (
    ('"by the sea"', str(QT_TRANSLATE_NOOP("Searching", "these words, one after the other"))),
    ("rain OR snow", str(QT_TRANSLATE_NOOP("Searching", "one of the two; words without OR must all be there"))),
    ("-rain", str(QT_TRANSLATE_NOOP("Searching", "without this word; a minus works before everything here"))),
    (
        _EXAMPLES[Operator.PERSON],
        str(QT_TRANSLATE_NOOP("Searching", "about this person; the beginning of the name will do")),
    ),
    (_EXAMPLES[Operator.TAG], str(QT_TRANSLATE_NOOP("Searching", "with this tag"))),
    (_EXAMPLES[Operator.PART], str(QT_TRANSLATE_NOOP("Searching", "begun from a prompt of this part of the guide"))),
    (_EXAMPLES[Operator.FEELING], str(QT_TRANSLATE_NOOP("Searching", "with this feeling"))),
    (
        _EXAMPLES[Operator.MOOD],
        str(QT_TRANSLATE_NOOP("Searching", "written on a day with a check-in less pleasant than 0 (−4 to 4)")),
    ),
    (
        _EXAMPLES[Operator.TRUST],
        str(
            QT_TRANSLATE_NOOP(
                "Searching", "written on a day you rated trust in somebody in the entry below 5 (0 to 10)"
            )
        ),
    ),
    (
        "trust:Sam<5",
        str(
            QT_TRANSLATE_NOOP(
                "Searching", "written on a day you rated trust in Sam below 5, whoever the entry is about"
            )
        ),
    ),
    (
        "on:2026-11-22",
        str(QT_TRANSLATE_NOOP("Searching", "written on this day; a month (2026-11) or a year (2026) works too")),
    ),
    (
        _EXAMPLES[Operator.ON],
        str(QT_TRANSLATE_NOOP("Searching", "also: today, yesterday, this-month, last-year; weeks begin on Monday")),
    ),
    (_EXAMPLES[Operator.BEFORE], str(QT_TRANSLATE_NOOP("Searching", "written before this day, month or year began"))),
    (_EXAMPLES[Operator.AFTER], str(QT_TRANSLATE_NOOP("Searching", "written after this day, month or year ended"))),
    (_EXAMPLES[Operator.HAS], str(QT_TRANSLATE_NOOP("Searching", "with a photo; has:file finds other files"))),
    (_EXAMPLES[Operator.IS], str(QT_TRANSLATE_NOOP("Searching", "marked with a star"))),
    ("is:draft", str(QT_TRANSLATE_NOOP("Searching", "marked as unfinished"))),
    ("is:therapy", str(QT_TRANSLATE_NOOP("Searching", "kept for therapy"))),
    ("(rain OR snow) -work", str(QT_TRANSLATE_NOOP("Searching", "brackets hold words together"))),
)


def help_lines() -> tuple[HelpLine, ...]:
    """Everything a query can say, with one example each."""
    return tuple(HelpLine(typed, QCoreApplication.translate("Searching", meaning)) for typed, meaning in _HELP)
