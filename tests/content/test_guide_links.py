"""Whatever the guide names is there, every unit has an exercise, and what leads to another person asks first."""

from __future__ import annotations

import difflib
import re

import pytest

from tests.content.guide import ARTICLES, EXERCISES, GUIDE, UNITS, Piece, pieces
from trustjournal.domain.exercise import SETTLING, Exercise

TITLES = {piece.text for piece in pieces() if piece.what in ("part", "title")}
HEADINGS = {piece.text for piece in pieces() if piece.what == "heading"}
CARE = {article.title for article in ARTICLES if article.is_care}

_QUOTED = re.compile(r"“([^“”]+)”")
_SENT_TO = r"\b(?:pages?|parts?|exercise|called|go to|try|turn to|look at|see|end of)\s+"
_NAMED = re.compile(_SENT_TO + r"(“[^“”]+”(?:(?:,| and| or) “[^“”]+”)*)", re.IGNORECASE)
_ALMOST = 0.75
"""A quoted phrase this close to a title, and not it, is a title written wrong."""

GATED = {
    "ground-rules-for-two": "leads to a hard talk",
    "neutral-friends-view": "asks to see the other's side, which is no task for somebody who is harmed",
    "one-clear-request": "leads to asking for something",
}
"""Exercises that lead to confronting, sharing or repairing: whether one can disagree safely is asked first."""
LEADS_TO_SOMEBODY = re.compile(r"\b(?:ask once|open question|check with them|tell them|let them know)\b", re.IGNORECASE)


def _titles_named_in(text: str) -> list[str]:
    return [title for named in _NAMED.findall(text) for title in _QUOTED.findall(named)]


def _written_wrong(text: str) -> list[str]:
    quoted = [phrase for phrase in _QUOTED.findall(text) if phrase not in TITLES | HEADINGS]
    return [phrase for phrase in quoted if difflib.get_close_matches(phrase, TITLES, cutoff=_ALMOST)]


def _names_a_care_page(of: str) -> bool:
    return any(title in piece.text for piece in pieces() if piece.of == of for title in CARE)


def test_every_page_part_and_exercise_that_a_text_sends_to_is_there() -> None:
    named = [(piece, title) for piece in pieces() for title in _titles_named_in(piece.text)]
    assert len(named) > 20, "the guide sends people on: this test looks in the wrong place"
    assert [(str(piece), title) for piece, title in named if title not in TITLES | HEADINGS] == []


def test_no_title_is_written_wrong() -> None:
    assert [(str(piece), phrase) for piece in pieces() for phrase in _written_wrong(piece.text)] == []


@pytest.mark.parametrize(
    "text", ["See “When to find help”.", "The pages “Lately” and “Nowhere” are for that.", "Go to “Nowhere”."]
)
def test_a_link_to_nothing_is_found(text: str) -> None:
    assert set(_titles_named_in(text)) - TITLES - HEADINGS


def test_a_misspelt_title_is_found_wherever_it_stands() -> None:
    assert _written_wrong("“Is it a trust issue or is something wrong” comes first.")


def test_the_units_behind_each_fact_are_there() -> None:
    facts = [fact for article in ARTICLES for fact in article.text.facts]
    assert facts
    assert [(fact.claim, unit) for fact in facts for unit in fact.units if GUIDE.unit(unit) is None] == []
    assert [fact.claim for fact in facts if len(set(fact.units)) != len(fact.units)] == []


def test_the_units_of_each_exercise_are_there() -> None:
    assert [(one.id, unit) for one in EXERCISES for unit in one.units if GUIDE.unit(unit) is None] == []
    assert [one.id for one in EXERCISES if not one.units] == []


def test_every_unit_has_an_exercise_besides_the_one_for_settling() -> None:
    served = {unit for one in EXERCISES if one.id != SETTLING for unit in one.units}
    assert [unit.id for unit in UNITS if unit.id not in served] == []


def test_what_may_stir_up_old_hurt_has_the_exercise_for_settling_at_hand() -> None:
    (settling,) = (one for one in EXERCISES if one.id == SETTLING)
    assert {"causes-early-years", "causes-hard-relationships"} <= set(settling.units)


def test_exercises_that_lead_to_another_person_have_the_gate_and_no_others_do() -> None:
    assert {one.id for one in EXERCISES if one.has_gate} == set(GATED)


@pytest.mark.parametrize("exercise", [one for one in EXERCISES if not one.has_gate], ids=lambda one: one.id)
def test_without_a_gate_an_exercise_that_could_end_in_a_question_names_where_to_turn(exercise: Exercise) -> None:
    if LEADS_TO_SOMEBODY.search(" ".join((*exercise.steps, exercise.closing))):
        assert _names_a_care_page(exercise.id)


@pytest.mark.parametrize(
    "unit",
    [
        "overview",
        "what-trust-issues-are",
        "signs-and-effects",
        "causes-hard-relationships",
        "building-personal",
        "building-at-work",
        "building-with-an-audience",
        "overcoming-with-a-therapist",
        "overcoming-together",
        "questions",
        "conclusion",
        "authentic-person",
        "lately",
    ],
)
def test_a_text_in_which_fear_of_somebody_could_come_up_names_where_to_turn(unit: str) -> None:
    assert _names_a_care_page(unit)


def test_no_two_texts_have_one_title() -> None:
    titles = [piece.text for piece in pieces() if piece.what == "title"]
    assert len(set(titles)) == len(titles)


def test_a_piece_knows_its_place() -> None:
    assert str(Piece("lately", "text", pieces()[0].role, "Rest.")) == "lately: text: Rest."
