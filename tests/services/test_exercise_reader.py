"""Exercises are read from their files, and a file that breaks the format is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustjournal.errors import ContentError
from trustjournal.services.exercise_reader import read_exercises

GOOD = """
id = "settle"
title = "Settle"
minutes = 2
why = "It helps."
units = ["causes"]
closing = "That is all."

[[steps]]
text = " Sit down. "

[[steps]]
text = "Breathe out."
"""


def _write(folder: Path, text: str, name: str = "settle.toml") -> None:
    place = folder / "en" / "exercises"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text(text, encoding="utf-8")


def test_an_exercise_is_read_with_its_steps_in_order(tmp_path: Path) -> None:
    _write(tmp_path, GOOD)

    (exercise,) = read_exercises(tmp_path, "en")

    assert exercise.steps == ("Sit down.", "Breathe out.")
    assert exercise.is_for(frozenset({"causes", "lately"}))
    assert not exercise.is_for(frozenset({"lately"}))


def test_a_language_without_exercises_has_none(tmp_path: Path) -> None:
    assert read_exercises(tmp_path, "it") == ()


@pytest.mark.parametrize(
    ("was", "becomes", "named"),
    [
        ('title = "Settle"', "", "title"),
        ("minutes = 2", 'minutes = "two"', "minutes"),
        ("minutes = 2", "minutes = true", "minutes"),
        ("minutes = 2", "minutes = 0", "minutes"),
        ('text = " Sit down. "', 'text = " "', "steps 1: text"),
        ('units = ["causes"]', "units = [4]", "units"),
        ('id = "settle"', 'id = "other"', "other"),
        ('why = "It helps."', "why = ", "settle.toml"),
    ],
)
def test_a_broken_exercise_is_named_with_the_place_that_is_wrong(
    tmp_path: Path, was: str, becomes: str, named: str
) -> None:
    _write(tmp_path, GOOD.replace(was, becomes))

    with pytest.raises(ContentError, match=named):
        read_exercises(tmp_path, "en")


def test_an_exercise_without_steps_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, GOOD.split("[[steps]]")[0])

    with pytest.raises(ContentError, match="steps"):
        read_exercises(tmp_path, "en")


def test_the_exercises_that_ship_can_be_read() -> None:
    shipped = read_exercises(Path(__file__).parents[2] / "resources" / "guide", "en")

    assert "two-minute-settling" in {exercise.id for exercise in shipped}
