"""The guide can be read by somebody who is tired, upset or new to the language.

The grade is the program's own (`domain/readability.py`); the last test holds it against another implementation.
"""

from __future__ import annotations

import statistics

import pytest
import textstat

from tests.content.guide import ARTICLES, EXERCISES, PROMPTS, TEXTS, UNITS, Piece, Role, pieces, syllables
from trustjournal.domain.guide import Article, Unit
from trustjournal.domain.readability import longest_sentence, reading_grade, words_of
from trustjournal.services.content_report import running_text

HIGHEST_GRADE = 8.0
HIGHEST_GRADE_OF_CARE = 6.0
HIGHEST_MEDIAN_OF_PROMPTS = 7.0
HIGHEST_GRADE_OF_ONE = 9.0
"""The formula swings on a single question or step, so one may stand a little above the rest."""
LONGEST_SENTENCE = 20
LONGEST_SENTENCE_OF_CARE = 14
AS_FAR_FROM_TEXTSTAT = 0.3

CARE = {article.id for article in ARTICLES if article.is_care}


def _grade(text: str) -> float:
    return reading_grade(text, syllables())


def _read_in(of: str) -> str:
    """All a person reads in one unit, article or exercise."""
    return "\n".join(piece.text for piece in pieces() if piece.of == of)


def _too_long(piece: Piece) -> str | None:
    most = LONGEST_SENTENCE_OF_CARE if piece.of in CARE else LONGEST_SENTENCE
    sentence = longest_sentence(piece.text)
    return f"{piece.of}: {piece.what}: {sentence}" if len(words_of(sentence)) > most else None


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_a_text_is_at_most_grade_eight_and_one_about_being_safe_grade_six(text: Unit | Article) -> None:
    most = HIGHEST_GRADE_OF_CARE if text.id in CARE else HIGHEST_GRADE
    assert _grade(running_text(text.text.sections)) <= most
    assert _grade(_read_in(text.id)) <= most


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
def test_key_ideas_are_as_easy_as_the_text(unit: Unit) -> None:
    assert _grade("\n".join(unit.text.key_ideas)) <= HIGHEST_GRADE


def test_no_section_hides_a_hard_passage_in_an_easy_text() -> None:
    assert [
        f"{text.id}: {section.heading}"
        for text in TEXTS
        for section in text.text.sections
        if _grade(running_text([section])) > HIGHEST_GRADE
    ] == []


def test_no_sentence_is_longer_than_twenty_words_or_fourteen_about_being_safe() -> None:
    assert [sentence for piece in pieces() if (sentence := _too_long(piece))] == []


def test_prompts_are_easy() -> None:
    grades = {prompt.id: _grade(prompt.text) for prompt in PROMPTS}
    assert statistics.median(grades.values()) <= HIGHEST_MEDIAN_OF_PROMPTS
    assert {name: grade for name, grade in grades.items() if grade > HIGHEST_GRADE_OF_ONE} == {}


@pytest.mark.parametrize("exercise", [exercise.id for exercise in EXERCISES])
def test_exercises_are_easy(exercise: str) -> None:
    assert _grade(_read_in(exercise)) <= HIGHEST_GRADE


def test_no_step_of_an_exercise_is_hard_while_the_others_are_easy() -> None:
    steps = [piece for piece in pieces() if piece.role is Role.STEP]
    assert [str(step) for step in steps if _grade(step.text) > HIGHEST_GRADE_OF_ONE] == []


def test_the_facts_are_easy_for_what_they_say() -> None:
    facts = "\n".join(piece.text for piece in pieces() if piece.role is Role.FACT)
    assert _grade(facts) <= HIGHEST_GRADE


def test_a_long_sentence_in_hard_words_is_noticed() -> None:
    hard = "Considering alternative interpretations necessitates distinguishing observation from interpretation."
    assert _grade(hard) > HIGHEST_GRADE
    assert _too_long(Piece("overview", "text", Role.RUNNING, "so " * 21)) is not None
    assert _too_long(Piece("when-to-seek-help", "text", Role.RUNNING, "so " * 15)) is not None


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_our_grade_is_that_of_another_implementation(text: Unit | Article) -> None:
    running = running_text(text.text.sections)
    theirs = textstat.flesch_kincaid_grade(running.replace("’", "'"))
    assert _grade(running) == pytest.approx(theirs, abs=AS_FAR_FROM_TEXTSTAT)
