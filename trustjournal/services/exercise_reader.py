"""Reads the exercises that ship with the program, one file each, from `<folder>/<language>/exercises/`."""

from __future__ import annotations

from pathlib import Path

from trustjournal.domain.exercise import Exercise
from trustjournal.errors import ContentError
from trustjournal.services.content_file import ContentTable
from trustjournal.services.guide_reader import ENGLISH


def read_exercises(folder: Path, language: str) -> tuple[Exercise, ...]:
    """Every exercise, by file name; whatever the language does not have yet is English.

    Raises `ContentError` naming the file and the place in it.
    """
    return tuple(read_exercise(file) for file in exercise_files(folder, language))


def exercise_files(folder: Path, language: str) -> tuple[Path, ...]:
    """The file of each exercise in this language, or else in English, by name."""
    files = {file.name: file for name in (ENGLISH, language) for file in (folder / name / "exercises").glob("*.toml")}
    return tuple(files[name] for name in sorted(files))


def read_exercise(file: Path) -> Exercise:
    """The exercise in `file`; raises ContentError naming the place that is not as it should be."""
    table = ContentTable.read(file)
    exercise = Exercise(
        id=table.text("id"),
        title=table.text("title"),
        minutes=table.number("minutes"),
        why=table.text("why"),
        steps=tuple(_step(step) for step in table.tables("steps")),
        closing=table.text("closing"),
        has_gate=table.flag("gate"),
        units=table.optional_texts("units"),
    )
    table.end()
    if exercise.id != file.stem:
        raise ContentError(f"{file.name}: id is {exercise.id!r}, and an exercise's file is named by its id")
    return exercise


def _step(table: ContentTable) -> str:
    text = table.text("text")
    table.end()
    return text
