"""The guide that ships, read once, and everything in it that a person reads, with the place it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from typing_extensions import override

from trustjournal.domain.exercise import Exercise
from trustjournal.domain.guide import Article, Section, Unit
from trustjournal.domain.prompt import Prompt
from trustjournal.services.english_syllables import EnglishSyllables
from trustjournal.services.exercise_reader import read_exercises
from trustjournal.services.guide_reader import read_guide, read_whole

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "guide"
GUIDE = read_whole(read_guide(FOLDER, "en"))
UNITS: tuple[Unit, ...] = tuple(GUIDE.units)
ARTICLES: tuple[Article, ...] = GUIDE.articles
PROMPTS: tuple[Prompt, ...] = GUIDE.prompts
EXERCISES: tuple[Exercise, ...] = read_exercises(FOLDER, "en")
TEXTS: tuple[Unit | Article, ...] = (*UNITS, *ARTICLES)
"""Whatever has running text."""


class Role(StrEnum):
    """What a text is for."""

    TITLE = "title"
    RUNNING = "running text"
    AROUND = "purpose, key idea, note or closing step"
    PROMPT = "prompt"
    STEP = "step of an exercise"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of the guide; `of` is the id of the unit, article or exercise it stands in."""

    of: str
    what: str
    role: Role
    text: str

    @override
    def __str__(self) -> str:
        return f"{self.of}: {self.what}: {self.text}"


@cache
def pieces() -> tuple[Piece, ...]:
    """Every text of the guide, in reading order. Sources of facts are left out: their titles are not ours."""
    parts = (Piece("guide.toml", "part", Role.TITLE, part.title) for part in GUIDE.named_parts)
    units = (piece for unit in UNITS for piece in _of_unit(unit))
    articles = (piece for article in ARTICLES for piece in _of_article(article))
    exercises = (piece for exercise in EXERCISES for piece in _of_exercise(exercise))
    return (*parts, *units, *articles, *exercises)


@cache
def syllables() -> EnglishSyllables:
    """The counter of syllables, whose dictionary is read once."""
    return EnglishSyllables()


def _of_unit(unit: Unit) -> Iterator[Piece]:
    yield Piece(unit.id, "title", Role.TITLE, unit.title)
    yield from _around(unit.id, purpose=unit.text.purpose, content_note=unit.text.content_note)
    yield from _running(unit.id, unit.text.sections)
    for idea in unit.text.key_ideas:
        yield Piece(unit.id, "key idea", Role.AROUND, idea)
    for prompt in unit.prompts:
        yield Piece(unit.id, prompt.id, Role.PROMPT, prompt.text)
        yield from _around(unit.id, content_note=prompt.content_note, close_step=prompt.close_step)
    yield from _around(unit.id, closing_step=unit.text.closing_step)


def _of_article(article: Article) -> Iterator[Piece]:
    yield Piece(article.id, "title", Role.TITLE, article.title)
    yield from _around(article.id, purpose=article.text.purpose, closing_step=article.text.closing_step)
    yield from _running(article.id, article.text.sections)
    for fact in article.text.facts:
        yield Piece(article.id, "claim", Role.FACT, fact.claim)
        yield Piece(article.id, "limit", Role.FACT, fact.limit)


def _of_exercise(exercise: Exercise) -> Iterator[Piece]:
    yield Piece(exercise.id, "title", Role.TITLE, exercise.title)
    yield from _around(exercise.id, why=exercise.why, closing=exercise.closing)
    for step in exercise.steps:
        yield Piece(exercise.id, "step", Role.STEP, step)


def _running(of: str, sections: tuple[Section, ...]) -> Iterator[Piece]:
    for section in sections:
        if section.heading:
            yield Piece(of, "heading", Role.TITLE, section.heading)
        for paragraph in section.paragraphs:
            yield from (Piece(of, "text", Role.RUNNING, text) for text in (paragraph.text, *paragraph.items))


def _around(of: str, **texts: str | None) -> Iterator[Piece]:
    return (Piece(of, what, Role.AROUND, text) for what, text in texts.items() if text)
