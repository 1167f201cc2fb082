"""Measures the guide for those who write and translate it: words, reading grade and prompts of each unit, and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Article, Guide, Section, Unit
from trustjournal.domain.prompt import Intensity
from trustjournal.domain.readability import SyllableCounter, longest_sentence, reading_grade, words_of
from trustjournal.errors import ContentError
from trustjournal.services.english_syllables import EnglishSyllables
from trustjournal.services.exercise_reader import exercise_files, read_exercise
from trustjournal.services.guide_reader import ENGLISH, read_guide, read_whole
from trustjournal.services.translation_check import differences, differences_of_exercises, files_not_translated


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """The running text of a unit or an article: what stands in its sections, without their headings."""

    words: int
    longest_sentence: int
    """The words of its longest sentence."""
    grade: float | None
    """Flesch and Kincaid's grade; None where the text is not English, for which alone the formula was made."""


@dataclass(frozen=True, slots=True)
class UnitReport:
    """A unit: its text, and how many prompts it has at each intensity."""

    id: str
    language: str
    text: TextMeasure
    prompts: dict[Intensity, int]


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """An article and its text; what its facts say is not counted."""

    id: str
    language: str
    text: TextMeasure


@dataclass(frozen=True, slots=True)
class ContentReport:
    """A whole guide. Where there are `faults`, one sentence each, the rest is not to be relied on."""

    language: str
    units: tuple[UnitReport, ...]
    articles: tuple[ArticleReport, ...]
    exercises: tuple[Exercise, ...]
    missing: tuple[str, ...]
    """The files this language does not have yet, which are shown in English."""
    faults: tuple[str, ...] = ()


def report_on_content(folder: Path, language: str) -> ContentReport:
    """The report on the guide in `folder`/`language`; files that are broken are its faults, all of them at once."""
    missing = files_not_translated(folder, language)
    try:
        english, guide = read_guide(folder, ENGLISH), read_guide(folder, language)
    except ContentError as error:
        return ContentReport(language, (), (), (), missing, (str(error),))
    exercises, faults = _exercises(folder, language)
    faults += [*_broken("units", guide.units), *_broken("articles", guide.articles)]
    if not faults:
        faults += _broken_as_a_whole(guide)
    if language != ENGLISH:
        faults += [*differences(english, guide), *differences_of_exercises(folder, language)]
    if faults:
        return ContentReport(language, (), (), (), missing, tuple(faults))
    syllables = EnglishSyllables()
    return ContentReport(
        language,
        tuple(_unit(unit, syllables) for unit in guide.units),
        tuple(_article(article, syllables) for article in guide.articles),
        exercises,
        missing,
    )


def _exercises(folder: Path, language: str) -> tuple[tuple[Exercise, ...], list[str]]:
    exercises: list[Exercise] = []
    faults: list[str] = []
    for file in exercise_files(folder, language):
        try:
            exercises.append(read_exercise(file))
        except ContentError as error:
            faults.append(f"{file.parent.parent.name}/exercises/{error}")
    return tuple(exercises), faults


def _broken(place: str, texts: Iterable[Unit | Article]) -> Iterator[str]:
    for one in texts:
        try:
            _ = one.text
        except ContentError as error:
            yield f"{one.language}/{place}/{error}"


def _broken_as_a_whole(guide: Guide) -> list[str]:
    try:
        read_whole(guide)
    except ContentError as error:
        return [str(error)]
    return []


def _unit(unit: Unit, syllables: SyllableCounter) -> UnitReport:
    prompts = Counter(prompt.intensity for prompt in unit.prompts)
    counts = {intensity: prompts[intensity] for intensity in Intensity}
    return UnitReport(unit.id, unit.language, _measured(unit.text.sections, unit.language, syllables), counts)


def _article(article: Article, syllables: SyllableCounter) -> ArticleReport:
    return ArticleReport(article.id, article.language, _measured(article.text.sections, article.language, syllables))


def _measured(sections: tuple[Section, ...], language: str, syllables: SyllableCounter) -> TextMeasure:
    text = running_text(sections)
    return TextMeasure(
        words=sum(section.words for section in sections),
        longest_sentence=len(words_of(longest_sentence(text))),
        grade=round(reading_grade(text, syllables), 1) if language == ENGLISH else None,
    )


def running_text(sections: Iterable[Section]) -> str:
    """What is read in some sections, a line for each paragraph and for each point."""
    return "\n".join(line for section in sections for part in section.paragraphs for line in (part.text, *part.items))
