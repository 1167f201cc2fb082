"""A check-in being made as text: nothing of it is lost on its day, and no text can do harm."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import pytest

from trustjournal.domain.ids import PersonId
from trustjournal.domain.mood import Mood
from trustjournal.domain.trust import Basis
from trustjournal.ui.pages.today.draft import EMPTY, Answer, Draft, as_text, from_text

DAY = date(2026, 3, 16)
ALEX, SAM = (PersonId(UUID(int=number)) for number in (1, 2))
FULL = Draft(
    Mood(-4, 3),
    ("torn", "so “so”, então"),
    {ALEX: Answer(0, basis=Basis.OLD_MEMORY), SAM: Answer(is_not_sure=True)},
)


@pytest.mark.parametrize("draft", [FULL, EMPTY, Draft(mood=Mood(0, 0)), Draft(words=("calm",))])
def test_everything_comes_back_on_its_day(draft: Draft) -> None:
    assert from_text(as_text(draft, DAY), DAY) == draft


def test_on_another_day_nothing_comes_back() -> None:
    assert from_text(as_text(FULL, DAY), date(2026, 3, 17)) == EMPTY


def test_a_person_about_whom_nothing_is_said_is_left_out() -> None:
    draft = Draft(mood=Mood(1, 1), answers={ALEX: Answer(basis=Basis.SAW)})

    assert from_text(as_text(draft, DAY), DAY) == Draft(mood=Mood(1, 1))


def _changed(**parts: object) -> str:
    return json.dumps({**json.loads(as_text(FULL, DAY)), **parts})


@pytest.mark.parametrize(
    "text",
    [
        None,
        7,
        "",
        "not json",
        "[]",
        "{}",
        "[" * 100_000,
        _changed(day=None),
        _changed(mood=[9, 0]),
        _changed(mood=[1]),
        _changed(mood=[True, 0]),
        _changed(words=3),
        _changed(answers=[]),
        _changed(answers={"nobody": [1, False, None]}),
        _changed(answers={str(ALEX): [11, False, None]}),
        _changed(answers={str(ALEX): [1.5, False, None]}),
        _changed(answers={str(ALEX): [1, False, "a guess"]}),
        _changed(answers={str(ALEX): [1]}),
    ],
)
def test_what_another_version_wrote_does_no_harm(text: object) -> None:
    assert from_text(text, DAY) == EMPTY


def test_a_number_and_not_sure_are_never_both_there() -> None:
    found = from_text(_changed(answers={str(ALEX): [4, True, None]}), DAY)

    assert found.answers[ALEX] == Answer(4)


def test_no_more_words_come_back_than_a_check_in_takes() -> None:
    assert from_text(_changed(words=["a", "b", "c", "d"]), DAY).words == ("a", "b", "c")
