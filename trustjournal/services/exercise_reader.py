"""Reads the exercises that ship with the program, one file each, from `<folder>/<language>/exercises/`."""

from __future__ import annotations

from pathlib import Path

from trustjournal.domain.exercise import Exercise
from trustjournal.errors import ContentError
from trustjournal.services.guide_file import GuideTable


def read_exercises(folder: Path, language: str) -> tuple[Exercise, ...]:
    """Every exercise of one language, by file name; none where the language has no folder of them.

    Raises `ContentError` naming the file and the place in it.
    """
    files = sorted((folder / language / "exercises").glob("*.toml"))
    return tuple(_read(file) for file in files)


def _read(file: Path) -> Exercise:
    table = GuideTable.read(file)
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


def _step(table: GuideTable) -> str:
    text = table.text("text")
    table.end()
    return text
